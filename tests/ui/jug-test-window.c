/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the main loop by conditions, never by the clock. */
#include "jug-test-window.h"

#include "jug-lesson-programs.h"

#include <adwaita.h>
#include <gtksourceview/gtksource.h>
#include <locale.h>
#include <string.h>

/* A test that has to wait longer than this has failed. */
#define PATIENCE_S 30

int
jug_test_window_main (int *argc, char ***argv, void (*add_tests) (void))
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  /* Not gtk_test_init(), which insists on a locale that need not be there. */
  setlocale (LC_ALL, "C.UTF-8");
  gtk_disable_setlocale ();
  g_test_init (argc, argv, NULL);
  adw_init ();
  gtk_source_init ();
  add_tests ();
  return g_test_run ();
}

static gboolean
out_of_patience_cb (gpointer data)
{
  g_error ("what the test waits for does not happen");
  return G_SOURCE_REMOVE;
}

void
jug_test_window_wait (gboolean (*is_done) (gpointer data), gpointer data)
{
  guint guard = g_timeout_add_seconds (PATIENCE_S, out_of_patience_cb, NULL);

  while (!is_done (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (guard);
}

static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *n_frames = data;

  (*n_frames)++;
  return G_SOURCE_CONTINUE;
}

static gboolean
had_frames (gpointer data)
{
  /* Layout may ask for another layout, whose frame is the third. */
  return *(guint *) data >= 4;
}

static gboolean
settled_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

void
jug_test_window_settle (GtkWidget *widget)
{
  guint n_frames = 0;
  gboolean is_idle = FALSE;
  guint tick = gtk_widget_add_tick_callback (widget, frame_cb, &n_frames, NULL);

  jug_test_window_wait (had_frames, &n_frames);
  gtk_widget_remove_tick_callback (widget, tick);
  g_idle_add_full (G_PRIORITY_LOW, settled_cb, &is_idle, NULL);
  jug_test_window_wait (is_true, &is_idle);
}

static gboolean
is_ready (gpointer data)
{
  JugSessionState state = jug_session_get_state (data);

  if (state == JUG_SESSION_FAILED)
    g_error ("the session failed: %s", jug_session_get_error_message (data));
  return state == JUG_SESSION_READY;
}

static JugSession *
new_session (void)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (JUG_LESSONS_URI);
  g_autoptr (GError) error = NULL;
  g_autoptr (JugCatalogue) catalogue = jug_catalogue_load (folder, &error);

  g_assert_no_error (error);
  return jug_session_new (catalogue, jug_lesson_programs_get ());
}

JugSession *
jug_test_window_session (JugTrace *trace)
{
  JugSession *session = new_session ();
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (trace == NULL)
    return session;
  file = g_file_new_tmp ("jug-test-XXXXXX.jug", &stream, &error);
  g_assert_no_error (error);
  jug_trace_save (trace, file, NULL, &error);
  g_assert_no_error (error);
  jug_session_open_file (session, file);
  jug_test_window_wait (is_ready, session);
  g_file_delete (file, NULL, NULL);
  return session;
}

JugSession *
jug_test_window_lesson_session (const char *id)
{
  JugSession *session = new_session ();
  g_autoptr (GError) error = NULL;
  JugLesson *lesson =
      jug_catalogue_find (jug_session_get_catalogue (session), id, &error);

  g_assert_no_error (error);
  jug_session_open_lesson (session, lesson);
  jug_test_window_wait (is_ready, session);
  return session;
}

GtkWindow *
jug_test_window_show (GtkWidget *child, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_decorated (window, FALSE);
  gtk_window_set_default_size (window, width, height);
  gtk_window_set_child (window, child);
  gtk_window_present (window);
  jug_test_window_settle (child);
  return window;
}

void
jug_test_window_close (GtkWindow *window)
{
  gboolean is_idle = FALSE;

  gtk_window_destroy (window);
  g_idle_add_full (G_PRIORITY_LOW, settled_cb, &is_idle, NULL);
  jug_test_window_wait (is_true, &is_idle);
}

GtkWidget *
jug_test_window_find (GtkWidget *root, GType type)
{
  GtkWidget *child;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = jug_test_window_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
jug_test_window_says (GtkWidget *root, const char *text)
{
  GtkWidget *child;

  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root) &&
      strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return TRUE;
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (jug_test_window_says (child, text))
      return TRUE;
  return FALSE;
}

gboolean
jug_test_window_is_at_rest (gpointer session)
{
  JugSessionState state = jug_session_get_state (session);

  return state == JUG_SESSION_READY || state == JUG_SESSION_FAILED;
}

JugTimelineChart *
jug_test_window_add_chart (GtkBox *box, JugSession *session)
{
  GtkWidget *chart = jug_timeline_chart_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  jug_timeline_chart_set_session (JUG_TIMELINE_CHART (chart), session);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), chart);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (box, scrolled);
  return JUG_TIMELINE_CHART (chart);
}

guchar *
jug_test_window_render (GtkWidget *widget, int *width, int *height)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GtkNative *native = gtk_widget_get_native (widget);
  guchar *pixels;

  *width = gtk_widget_get_width (widget);
  *height = gtk_widget_get_height (widget);
  gdk_paintable_snapshot (paintable, snapshot, *width, *height);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  g_assert_true (gsk_renderer_realize (renderer, gtk_native_get_surface (native), NULL));
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, *width, *height));
  pixels = g_malloc ((gsize) *width * (gsize) *height * 4);
  gdk_texture_download (texture, pixels, (gsize) *width * 4);
  gsk_renderer_unrealize (renderer);
  return pixels;
}

guint32
jug_test_window_read_pixel (GtkWidget *widget, int x, int y)
{
  int width, height;
  g_autofree guchar *pixels = jug_test_window_render (widget, &width, &height);

  g_assert_cmpint (x, <, width);
  g_assert_cmpint (y, <, height);
  return ((guint32 *) (gpointer) pixels)[y * width + x] & 0xffffff;
}
