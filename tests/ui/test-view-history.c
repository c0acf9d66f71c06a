/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going back to where one has looked: the stacks, then the timeline. */
#include "jug-test-trace.h"
#include "jug-test-window.h"
#include "jug-timeline-actions.h"

#define WIDTH 900
#define HEIGHT 260

static JugViewState
make_state (double scroll_y)
{
  return (JugViewState){ .scroll_y = scroll_y };
}

static void
assert_goes (JugViewHistory *history, int direction, double now, double wanted)
{
  JugViewState here = make_state (now), there;

  g_assert_true (jug_view_history_go (history, direction, &here, &there));
  g_assert_cmpfloat_with_epsilon (there.scroll_y, wanted, 1e-9);
}

static void
test_goes_back_and_forth (void)
{
  g_autoptr (JugViewHistory) history = jug_view_history_new ();
  JugViewState state;

  for (double y = 1; y < 4; y++)
    {
      state = make_state (y);
      jug_view_history_remember (history, &state);
      jug_view_history_rest (history);
    }
  assert_goes (history, -1, 4, 3);
  assert_goes (history, -1, 3, 2);
  assert_goes (history, 1, 2, 3);
  assert_goes (history, 1, 3, 4);
  g_assert_false (jug_view_history_can_go (history, 1));
  assert_goes (history, -1, 4, 3);
  /* Another move from there: nothing is ahead any more. */
  state = make_state (9);
  jug_view_history_remember (history, &state);
  g_assert_false (jug_view_history_go (history, 1, &state, &state));
}

static void
test_quick_moves_are_one (void)
{
  g_autoptr (JugViewHistory) history = jug_view_history_new ();
  JugViewState state;

  for (double y = 1; y < 9; y++)
    {
      state = make_state (y);
      jug_view_history_remember (history, &state);
      g_assert_true (jug_view_history_is_moving (history));
    }
  assert_goes (history, -1, 9, 1);
  g_assert_false (jug_view_history_can_go (history, -1));
}

static void
test_jump_is_one_of_its_own (void)
{
  g_autoptr (JugViewHistory) history = jug_view_history_new ();
  JugViewState state = make_state (1);

  jug_view_history_remember (history, &state);
  state = make_state (2);
  state.is_jump = TRUE;
  jug_view_history_remember (history, &state);
  g_assert_false (jug_view_history_is_moving (history));
  g_assert_true (jug_view_history_go (history, -1, &(JugViewState){ 0 }, &state));
  g_assert_true (state.is_jump);
  /* And so is the way back. */
  g_assert_true (jug_view_history_go (history, 1, &(JugViewState){ 0 }, &state));
  g_assert_true (state.is_jump);
}

static void
test_keeps_only_so_many (void)
{
  g_autoptr (JugViewHistory) history = jug_view_history_new ();
  guint n = 0;
  JugViewState state;

  for (guint i = 0; i < 3 * JUG_VIEW_HISTORY_LENGTH; i++)
    {
      state = make_state (i);
      jug_view_history_remember (history, &state);
      jug_view_history_rest (history);
    }
  while (jug_view_history_go (history, -1, &(JugViewState){ 0 }, &state))
    n++;
  g_assert_cmpuint (n, ==, JUG_VIEW_HISTORY_LENGTH);
  jug_view_history_clear (history);
  g_assert_false (jug_view_history_can_go (history, 1));
}

/* The timeline */

typedef struct
{
  JugSession *session;
  JugTimelineChart *chart;
  JugTimelineViewport *viewport; /* (unowned) */
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  g_autoptr (GSimpleActionGroup) actions = NULL;

  fixture->session = jug_test_window_session (trace);
  fixture->chart = JUG_TIMELINE_CHART (jug_timeline_chart_new ());
  fixture->viewport = jug_timeline_chart_get_viewport (fixture->chart);
  jug_timeline_chart_set_session (fixture->chart, fixture->session);
  actions = jug_timeline_actions_new (fixture->chart, fixture->session);
  gtk_widget_insert_action_group (scrolled, "timeline", G_ACTION_GROUP (actions));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 GTK_WIDGET (fixture->chart));
  fixture->window = jug_test_window_show (scrolled, WIDTH, HEIGHT);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jug_test_window_close (fixture->window);
  g_assert_finalize_object (fixture->session);
}

static JugTimelineView
get_view (Fixture *fixture)
{
  return *jug_timeline_layout_get_view (jug_timeline_chart_get_layout (fixture->chart));
}

static void
assert_view (Fixture *fixture, const JugTimelineView *wanted)
{
  JugTimelineView view = get_view (fixture);

  g_assert_cmpint (view.axis, ==, wanted->axis);
  g_assert_cmpfloat_with_epsilon (view.zoom, wanted->zoom, wanted->zoom * 1e-6);
  g_assert_cmpfloat_with_epsilon (view.scroll_x, wanted->scroll_x, 0.1);
}

static gboolean
is_at_rest (gpointer data)
{
  return !jug_timeline_viewport_is_moving (data);
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->chart), action, NULL));
}

static void
test_undoes_moves (Fixture *fixture, gconstpointer data)
{
  JugTimelineView all = get_view (fixture), near, right;

  /* A pinch is many small zooms. */
  for (guint i = 0; i < 5; i++)
    jug_timeline_viewport_zoom (fixture->viewport, 1.3, 400);
  near = get_view (fixture);
  jug_test_window_wait (is_at_rest, fixture->viewport);
  jug_timeline_viewport_scroll_by (fixture->viewport, 100, 0);
  jug_timeline_viewport_scroll_by (fixture->viewport, 33, 0);
  right = get_view (fixture);
  activate (fixture, "timeline.view-back");
  assert_view (fixture, &near);
  activate (fixture, "timeline.view-back");
  assert_view (fixture, &all);
  activate (fixture, "timeline.view-back");
  assert_view (fixture, &all);
  activate (fixture, "timeline.view-forth");
  assert_view (fixture, &near);
  activate (fixture, "timeline.view-forth");
  assert_view (fixture, &right);
}

static void
test_undoes_the_axis_and_fits (Fixture *fixture, gconstpointer data)
{
  JugTimelineView near, steps;

  jug_timeline_viewport_zoom (fixture->viewport, 3, 400);
  near = get_view (fixture);
  jug_test_window_wait (is_at_rest, fixture->viewport);
  activate (fixture, "timeline.toggle-axis");
  steps = get_view (fixture);
  activate (fixture, "timeline.view-back");
  g_assert_false (jug_session_get_steps_axis (fixture->session));
  assert_view (fixture, &near);
  activate (fixture, "timeline.view-forth");
  g_assert_true (jug_session_get_steps_axis (fixture->session));
  assert_view (fixture, &steps);
}

static void
test_what_moves_nothing_is_not_undone (Fixture *fixture, gconstpointer data)
{
  jug_timeline_viewport_scroll_by (fixture->viewport, -50, 0);
  jug_timeline_viewport_fit_all (fixture->viewport);
  g_assert_false (jug_timeline_viewport_go (fixture->viewport, -1));
}

static void
test_jump_takes_the_playhead_back (Fixture *fixture, gconstpointer data)
{
  JugPlayhead *playhead = jug_session_get_playhead (fixture->session);
  JugSpanIndex *index = jug_session_get_span_index (fixture->session);
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (index, 2, &n_spans);

  jug_session_select (fixture->session, 2, spans[0].begin);
  jug_playhead_go_to_event (playhead, 60);
  activate (fixture, "timeline.flow-back");
  g_assert_cmpuint (jug_session_get_selected_task (fixture->session), ==, 1);
  g_assert_cmpuint (jug_playhead_get_event (playhead), <, 60);
  activate (fixture, "timeline.view-back");
  g_assert_cmpuint (jug_session_get_selected_task (fixture->session), ==, 2);
  g_assert_cmpuint (jug_session_get_selected_event (fixture->session), ==,
                    spans[0].begin);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, 60);
  activate (fixture, "timeline.view-forth");
  g_assert_cmpuint (jug_session_get_selected_task (fixture->session), ==, 1);
}

static void
test_fits_a_bar_and_goes_back (Fixture *fixture, gconstpointer data)
{
  JugSpanIndex *index = jug_session_get_span_index (fixture->session);
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (index, 3, &n_spans);
  JugTimelineView before, fitted;

  jug_timeline_viewport_zoom (fixture->viewport, 1.5, 400);
  before = get_view (fixture);
  jug_session_select (fixture->session, 3, spans[2].begin);
  jug_timeline_viewport_toggle_fit (fixture->viewport);
  fitted = get_view (fixture);
  g_assert_cmpfloat (fitted.zoom, <, before.zoom * 10);
  g_assert_cmpfloat (ABS (fitted.zoom - before.zoom), >, 1);
  jug_timeline_viewport_toggle_fit (fixture->viewport);
  assert_view (fixture, &before);
  jug_timeline_viewport_toggle_fit (fixture->viewport);
  assert_view (fixture, &fitted);
}

#define ADD(name, func)                                                                  \
  g_test_add ("/juggler/ui/view-history/" name, Fixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  g_test_add_func ("/juggler/ui/view-history/goes-back-and-forth",
                   test_goes_back_and_forth);
  g_test_add_func ("/juggler/ui/view-history/quick-moves-are-one",
                   test_quick_moves_are_one);
  g_test_add_func ("/juggler/ui/view-history/jump-is-one-of-its-own",
                   test_jump_is_one_of_its_own);
  g_test_add_func ("/juggler/ui/view-history/keeps-only-so-many",
                   test_keeps_only_so_many);
  ADD ("undoes-moves", test_undoes_moves);
  ADD ("undoes-the-axis-and-fits", test_undoes_the_axis_and_fits);
  ADD ("what-moves-nothing-is-not-undone", test_what_moves_nothing_is_not_undone);
  ADD ("jump-takes-the-playhead-back", test_jump_takes_the_playhead_back);
  ADD ("fits-a-bar-and-goes-back", test_fits_a_bar_and_goes_back);
}

int
main (int argc, char **argv)
{
  return jug_test_window_main (&argc, &argv, add_tests);
}
