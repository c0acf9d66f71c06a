/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pointer on a bar lights a line of the program, the pointer on a line its bars. */
#include "jug-code-view.h"
#include "jug-line-link.h"
#include "jug-line-steps.h"
#include "jug-test-window.h"

#include <gtksourceview/gtksource.h>

/* async def hello(): `await asyncio.sleep(seconds)` */
#define LINE 5

typedef struct
{
  JugSession *session;
  JugDraft *draft;
  JugCodeView *code;
  JugTimelineChart *chart;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->session = jug_test_window_lesson_session ("coroutines/together");
  self->draft = jug_draft_new (self->session);
  self->code = g_object_new (JUG_TYPE_CODE_VIEW, "vexpand", TRUE, NULL);
  self->chart = JUG_TIMELINE_CHART (jug_timeline_chart_new ());
  gtk_widget_set_size_request (scrolled, 900, 260);
  jug_code_view_set_draft (self->code, self->draft);
  jug_timeline_chart_set_session (self->chart, self->session);
  jug_line_link_add (self->chart, self->code);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->code));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 GTK_WIDGET (self->chart));
  gtk_box_append (GTK_BOX (box), scrolled);
  self->window = jug_test_window_show (box, 900, 700);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  jug_test_window_close (self->window);
  g_object_unref (self->draft);
  g_assert_finalize_object (self->session);
}

/* The number of lines that are tinted, and the last of them. */
static guint
count_tinted (Fixture *self, guint *line)
{
  GtkTextView *view = GTK_TEXT_VIEW (
      jug_test_window_find (GTK_WIDGET (self->code), GTK_SOURCE_TYPE_VIEW));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextTag *tag =
      gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "jug-pointed");
  guint n = 0;

  g_assert_nonnull (tag);
  for (int i = 0; i < gtk_text_buffer_get_line_count (buffer); i++)
    {
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_line (buffer, &iter, i);
      if (gtk_text_iter_has_tag (&iter, tag))
        {
          *line = (guint) i + 1;
          n++;
        }
    }
  return n;
}

/* The bar of the first wait at the line. */
static JugRect
get_bar (Fixture *self)
{
  JugTrace *trace = jug_session_get_trace (self->session);
  guint32 event =
      jug_line_steps_find (trace, LINE, FALSE, JUG_TASK_LOOP, JUG_NO_EVENT, 1);
  JugPictureRef ref = JUG_PICTURE_REF_NONE;
  JugRect bounds;

  while (jug_trace_get_event (trace, event)->kind != JUG_EVENT_WAIT)
    event++;
  ref = (JugPictureRef){ JUG_PICTURE_SPAN, jug_trace_get_event (trace, event)->task,
                         event };
  g_assert_true (jug_timeline_layout_get_bounds (
      jug_timeline_chart_get_layout (self->chart), &ref, &bounds));
  return bounds;
}

static void
test_bar_lights_its_line (Fixture *self, gconstpointer data)
{
  JugRect bar = get_bar (self);
  guint line = 0;

  g_assert_cmpuint (count_tinted (self, &line), ==, 0);
  jug_timeline_chart_set_hover (self->chart, bar.x + bar.width / 2,
                                bar.y + bar.height / 2);
  g_assert_cmpuint (count_tinted (self, &line), ==, 1);
  g_assert_cmpuint (line, ==, LINE);
  jug_timeline_chart_set_hover (self->chart, -1, 0);
  g_assert_cmpuint (count_tinted (self, &line), ==, 0);
}

/* Where a line has two tints, the one that answers the pointer is seen. */
static void
test_pointed_line_is_seen_on_the_running_one (Fixture *self, gconstpointer data)
{
  GtkTextView *view = GTK_TEXT_VIEW (
      jug_test_window_find (GTK_WIDGET (self->code), GTK_SOURCE_TYPE_VIEW));
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (gtk_text_view_get_buffer (view));
  static const char *const names[] = { "jug-different", "jug-running", "jug-pointed" };
  int last = -1;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkTextTag *tag = gtk_text_tag_table_lookup (tags, names[i]);

      g_assert_nonnull (tag);
      g_assert_cmpint (gtk_text_tag_get_priority (tag), >, last);
      last = gtk_text_tag_get_priority (tag);
    }
}

static guint32
read_pixel (GtkWidget *widget, int x, int y)
{
  jug_test_window_settle (widget);
  return jug_test_window_read_pixel (widget, x, y);
}

static void
test_line_lights_its_bars (Fixture *self, gconstpointer data)
{
  JugRect bar = get_bar (self);
  GtkWidget *chart = GTK_WIDGET (self->chart);
  int x = (int) (bar.x + bar.width / 2), y = (int) bar.y - 1;
  guint32 plain = read_pixel (chart, x, y);

  g_signal_emit_by_name (self->code, "line-pointed", (guint) LINE, FALSE);
  g_assert_cmpuint (read_pixel (chart, x, y), !=, plain);
  /* a line that did not run */
  g_signal_emit_by_name (self->code, "line-pointed", 1u, FALSE);
  g_assert_cmpuint (read_pixel (chart, x, y), ==, plain);
  /* the same number in the other language */
  g_signal_emit_by_name (self->code, "line-pointed", (guint) LINE, TRUE);
  g_assert_cmpuint (read_pixel (chart, x, y), ==, plain);
  g_signal_emit_by_name (self->code, "line-pointed", (guint) LINE, FALSE);
  g_signal_emit_by_name (self->code, "line-pointed", 0u, FALSE);
  g_assert_cmpuint (read_pixel (chart, x, y), ==, plain);
}

#define ADD(name, test)                                                                  \
  g_test_add ("/juggler/ui/line-link/" name, Fixture, NULL, set_up, test, tear_down)

static void
add_tests (void)
{
  ADD ("bar-lights-its-line", test_bar_lights_its_line);
  ADD ("pointed-line-is-seen-on-the-running-one",
       test_pointed_line_is_seen_on_the_running_one);
  ADD ("line-lights-its-bars", test_line_lights_its_bars);
}

int
main (int argc, char *argv[])
{
  return jug_test_window_main (&argc, &argv, add_tests);
}
