/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline of a run that still goes on. */
#include "jug-session-private.h"
#include "jug-test-trace.h"
#include "jug-test-window.h"
#include "jug-timeline-chart.h"

#define WIDTH 900
#define HEIGHT 260
#define FRAME_US 16667

typedef struct
{
  JugTestTrace *run;
  guint32 task;
  JugSession *session;
  JugPlayhead *playhead; /* (unowned) */
  JugTimelineChart *chart;
  JugTimelineViewport *viewport; /* (unowned) */
  GtkWindow *window;
} Fixture;

/* A tenth of a second more, of which the task runs half. */
static void
grow (Fixture *fixture)
{
  JugTestTrace *run = fixture->run;

  jug_test_trace_iteration (run);
  jug_test_trace_run (run);
  jug_test_trace_step (run, fixture->task, NULL);
  jug_test_trace_set_time (run, jug_test_trace_get_time (run) + 50000000);
  jug_test_trace_wait (run, JUG_WAIT_YIELD, 0);
  jug_test_trace_set_time (run, jug_test_trace_get_time (run) + 50000000);
  jug_span_index_update (fixture->session->index, G_MAXUINT32);
  jug_playhead_trace_grown (fixture->playhead);
  jug_session_emit_trace_grown (fixture->session);
}

/* From near, so that the live edge would soon be out of sight. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  JugTrace *trace;

  fixture->run = jug_test_trace_new ();
  fixture->task = jug_test_trace_create (fixture->run, "main");
  trace = jug_test_trace_get_trace (fixture->run);
  fixture->session = jug_test_window_session (NULL);
  fixture->playhead = jug_session_get_playhead (fixture->session);
  jug_session_take_trace (fixture->session, trace, jug_span_index_new (trace),
                          jug_cursor_new (trace));
  fixture->chart = JUG_TIMELINE_CHART (jug_timeline_chart_new ());
  fixture->viewport = jug_timeline_chart_get_viewport (fixture->chart);
  jug_timeline_chart_set_session (fixture->chart, fixture->session);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 GTK_WIDGET (fixture->chart));
  fixture->window = jug_test_window_show (scrolled, WIDTH, HEIGHT);
  for (guint i = 0; i < 10; i++)
    grow (fixture);
  jug_playhead_set_following (fixture->playhead, TRUE);
  jug_timeline_viewport_zoom (fixture->viewport, 8, -1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jug_test_window_close (fixture->window);
  g_assert_finalize_object (fixture->session);
  jug_trace_unref (jug_test_trace_finish (fixture->run));
}

static double
get_scroll (Fixture *fixture)
{
  return jug_timeline_layout_get_view (jug_timeline_chart_get_layout (fixture->chart))
      ->scroll_x;
}

static gboolean
shows_the_edge (Fixture *fixture)
{
  JugTimelineLayout *layout = jug_timeline_chart_get_layout (fixture->chart);
  JugRect chart = jug_timeline_layout_get_chart (layout);
  double x = jug_timeline_layout_event_to_x (layout, G_MAXUINT32);

  return x >= chart.x && x <= chart.x + chart.width;
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      double before = get_scroll (fixture);

      grow (fixture);
      g_assert_true (jug_playhead_is_following (fixture->playhead));
      g_assert_true (shows_the_edge (fixture));
      g_assert_cmpfloat (get_scroll (fixture), >, before);
    }
}

static void
test_stops_when_one_pans (Fixture *fixture, gconstpointer data)
{
  double scroll;

  jug_timeline_viewport_scroll_by (fixture->viewport, -100, 0);
  g_assert_false (jug_playhead_is_following (fixture->playhead));
  scroll = get_scroll (fixture);
  for (guint i = 0; i < 20; i++)
    grow (fixture);
  g_assert_cmpfloat_with_epsilon (get_scroll (fixture), scroll, 0.01);
  g_assert_false (shows_the_edge (fixture));

  /* What the button and End do. */
  jug_playhead_go_to_end (fixture->playhead);
  g_assert_true (jug_playhead_is_following (fixture->playhead));
  g_assert_true (shows_the_edge (fixture));
}

static void
test_zooming_does_not_stop_it (Fixture *fixture, gconstpointer data)
{
  jug_timeline_viewport_zoom (fixture->viewport, 2, -1);
  jug_timeline_viewport_zoom (fixture->viewport, 0.5, -1);
  jug_timeline_viewport_scroll_by (fixture->viewport, 0, 5);
  g_assert_true (jug_playhead_is_following (fixture->playhead));
  /* But looking at something else does. */
  jug_timeline_viewport_zoom (fixture->viewport, 50, 200);
  g_assert_false (shows_the_edge (fixture));
  g_assert_false (jug_playhead_is_following (fixture->playhead));
}

/* Frame by frame, never back, and to where the edge can be seen. */
static void
test_glides (Fixture *fixture, gconstpointer data)
{
  guint n_steps = 0;
  double before, start;

  jug_timeline_viewport_set_glides (fixture->viewport, TRUE);
  before = start = get_scroll (fixture);
  grow (fixture);
  g_assert_true (jug_timeline_viewport_is_gliding (fixture->viewport));
  g_assert_cmpfloat_with_epsilon (get_scroll (fixture), start, 0.01);
  while (jug_timeline_viewport_glide (fixture->viewport, FRAME_US))
    {
      g_assert_cmpfloat (get_scroll (fixture), >, before);
      before = get_scroll (fixture);
      g_assert_cmpuint (++n_steps, <, 200);
      /* More comes while it is on its way. */
      if (n_steps == 3)
        grow (fixture);
    }
  g_assert_cmpuint (n_steps, >, 5);
  g_assert_true (shows_the_edge (fixture));

  /* A pan ends it where it is. */
  grow (fixture);
  jug_timeline_viewport_scroll_by (fixture->viewport, -40, 0);
  g_assert_false (jug_timeline_viewport_is_gliding (fixture->viewport));
}

static gboolean
is_at_the_edge (gpointer data)
{
  Fixture *fixture = data;

  return !jug_timeline_viewport_is_gliding (fixture->viewport);
}

static void
test_frames_carry_it_on (Fixture *fixture, gconstpointer data)
{
  jug_timeline_viewport_set_glides (fixture->viewport, TRUE);
  grow (fixture);
  jug_test_window_wait (is_at_the_edge, fixture);
  g_assert_true (shows_the_edge (fixture));
}

#define ADD(name, func)                                                                  \
  g_test_add ("/juggler/ui/live-edge/" name, Fixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("follows", test_follows);
  ADD ("stops-when-one-pans", test_stops_when_one_pans);
  ADD ("zooming-does-not-stop-it", test_zooming_does_not_stop_it);
  ADD ("glides", test_glides);
  ADD ("frames-carry-it-on", test_frames_carry_it_on);
}

int
main (int argc, char **argv)
{
  return jug_test_window_main (&argc, &argv, add_tests);
}
