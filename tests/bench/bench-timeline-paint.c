/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the window takes to paint a frame of a long timeline, and to show itself. */
#include "jug-minimap.h"
#include "jug-test-trace.h"
#include "jug-test-window.h"
#include "jug-timeline-chart.h"
#include "jug-window.h"

#include <adwaita.h>
#include <gtksourceview/gtksource.h>
#include <locale.h>
#include <time.h>

enum
{
  WIDTH = 1920,
  HEIGHT = 1080,
  N_EVENTS = 1000000,
  N_TASKS = 1000,
  MINIMAP_HEIGHT = 32,
  N_FRAMES = 60,
  GOAL_MS = 8
};

/* Of this thread alone: the machine may be busy with other things. */
static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* One frame as the frame clock would ask for it: sizes, layout, display list, nodes. */
static GskRenderNode *
paint (GtkWidget *chart, GtkWidget *minimap)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (chart);
  int height = gtk_widget_get_height (chart);

  gtk_widget_allocate (chart, width, height, -1, NULL);
  GTK_WIDGET_GET_CLASS (chart)->snapshot (chart, snapshot);
  gtk_widget_allocate (minimap, width, MINIMAP_HEIGHT, -1, NULL);
  GTK_WIDGET_GET_CLASS (minimap)->snapshot (minimap, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

typedef void (*ChangeFunc) (JugTimelineChart *chart, guint frame);

static void
scroll (JugTimelineChart *chart, guint frame)
{
  jug_timeline_viewport_scroll_by (jug_timeline_chart_get_viewport (chart),
                                   frame % 2 ? 37 : -31, frame % 2 ? 11 : -9);
}

static void
zoom (JugTimelineChart *chart, guint frame)
{
  jug_timeline_viewport_zoom (jug_timeline_chart_get_viewport (chart),
                              frame % 2 ? 1.02 : 1 / 1.02, WIDTH / 2.0);
}

static void
move_playhead (JugTimelineChart *chart, guint frame)
{
  JugPlayhead *playhead =
      jug_session_get_playhead (jug_timeline_chart_get_session (chart));

  jug_playhead_go_to_event (playhead, 500000 + frame % 8);
}

/* The strip above the timeline is drawn anew as well. */
static void
grow (JugTimelineChart *chart, guint frame)
{
  JugSession *session = jug_timeline_chart_get_session (chart);

  scroll (chart, frame);
  g_signal_emit_by_name (session, "trace-grown");
}

static void
measure (JugTimelineChart *chart, GtkWidget *minimap, const char *what, ChangeFunc change)
{
  double times[N_FRAMES];

  for (guint i = 0; i < N_FRAMES; i++)
    {
      double start = now_ms ();
      GskRenderNode *node;

      change (chart, i);
      node = paint (GTK_WIDGET (chart), minimap);
      times[i] = now_ms () - start;
      g_clear_pointer (&node, gsk_render_node_unref);
    }
  qsort (times, N_FRAMES, sizeof (double), compare_doubles);
  g_print ("  %-38s %7.2f %7.2f  %s\n", what, times[N_FRAMES / 2],
           times[N_FRAMES * 95 / 100],
           times[N_FRAMES * 95 / 100] <= GOAL_MS ? "" : "over the goal");
}

static void
measure_at (JugTimelineChart *chart, GtkWidget *minimap, double factor)
{
  char what[64];

  jug_timeline_viewport_fit_all (jug_timeline_chart_get_viewport (chart));
  jug_timeline_viewport_zoom (jug_timeline_chart_get_viewport (chart), factor,
                              WIDTH / 2.0);
  g_snprintf (what, sizeof what, "scrolling at %gx", factor);
  measure (chart, minimap, what, scroll);
  g_snprintf (what, sizeof what, "zooming at %gx", factor);
  measure (chart, minimap, what, zoom);
}

static void
bench_timeline (void)
{
  const double factors[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };
  g_autoptr (JugTrace) trace = jug_test_trace_large (N_TASKS, N_EVENTS);
  g_autoptr (JugSession) session = jug_test_window_session (trace);
  JugTimelineChart *chart = JUG_TIMELINE_CHART (jug_timeline_chart_new ());
  GtkWidget *minimap = g_object_new (JUG_TYPE_MINIMAP, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWindow *window;

  jug_timeline_chart_set_session (chart, session);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (chart));
  gtk_widget_set_vexpand (scrolled, TRUE);
  jug_minimap_set_chart (JUG_MINIMAP (minimap), chart);
  jug_minimap_set_session (JUG_MINIMAP (minimap), session);
  gtk_box_append (GTK_BOX (box), minimap);
  gtk_box_append (GTK_BOX (box), scrolled);
  window = jug_test_window_show (box, WIDTH, HEIGHT);
  g_print ("Painting %d events of %d tasks at %dx%d (goal: %d ms a frame)\n", N_EVENTS,
           N_TASKS, WIDTH, HEIGHT, GOAL_MS);
  for (guint axis = 0; axis < 2; axis++)
    {
      jug_session_set_steps_axis (session, axis == 1);
      g_print ("%-40s %7s %7s\n", axis == 1 ? "axis of steps" : "axis of time", "median",
               "95 %");
      for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
        measure_at (chart, minimap, factors[i]);
      measure (chart, minimap, "moving the playhead", move_playhead);
      measure (chart, minimap, "the run has grown", grow);
    }
  jug_test_window_close (window);
}

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
bench_start (void)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (JugSession) session = jug_test_window_session (NULL);
  GtkWidget *window = jug_window_new (NULL, session);
  gboolean is_painted = FALSE;
  GdkFrameClock *clock;

  jug_window_open_something (JUG_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);
  jug_test_window_wait (is_true, &is_painted);
  g_print ("Window shown after %.0f ms",
           (double) (g_get_monotonic_time () - start) / 1e3);
  while (jug_session_get_state (session) != JUG_SESSION_READY)
    g_main_context_iteration (NULL, TRUE);
  is_painted = FALSE;
  gtk_widget_queue_draw (window);
  jug_test_window_wait (is_true, &is_painted);
  g_print (", with the run of its lesson after %.0f ms\n",
           (double) (g_get_monotonic_time () - start) / 1e3);
  g_signal_handlers_disconnect_by_data (clock, &is_painted);
  jug_test_window_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();
  gtk_source_init ();
  bench_start ();
  bench_timeline ();
  return 0;
}
