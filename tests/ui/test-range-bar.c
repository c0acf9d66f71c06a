/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marked range in the window: how it is made, told and cleared. */
#include "jug-range-bar.h"

#include "jug-session-range.h"
#include "jug-test-trace.h"
#include "jug-test-window.h"
#include "jug-timeline-actions.h"

#define WIDTH 900
#define HEIGHT 320
#define SECOND G_GINT64_CONSTANT (1000000000)

typedef struct
{
  JugSession *session;
  JugTimelineChart *chart;
  JugRangeBar *bar;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GSimpleActionGroup) actions = NULL;

  fixture->session = jug_test_window_session (trace);
  fixture->chart = jug_test_window_add_chart (GTK_BOX (box), fixture->session);
  fixture->bar = g_object_new (JUG_TYPE_RANGE_BAR, NULL);
  jug_range_bar_set_session (fixture->bar, fixture->session);
  actions = jug_timeline_actions_new (fixture->chart, fixture->session);
  gtk_widget_insert_action_group (box, "timeline", G_ACTION_GROUP (actions));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->bar));
  fixture->window = jug_test_window_show (box, WIDTH, HEIGHT);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jug_test_window_close (fixture->window);
  g_assert_finalize_object (fixture->session);
}

static const char *
get_summary (Fixture *fixture)
{
  return gtk_label_get_text (
      GTK_LABEL (jug_test_window_find (GTK_WIDGET (fixture->bar), GTK_TYPE_LABEL)));
}

/* From half a second to two and a half, as a drag does. */
static void
mark (Fixture *fixture)
{
  JugTimelineLayout *layout = jug_timeline_chart_get_layout (fixture->chart);

  jug_timeline_viewport_mark (jug_timeline_chart_get_viewport (fixture->chart),
                              jug_timeline_layout_time_to_x (layout, SECOND * 5 / 2),
                              jug_timeline_layout_time_to_x (layout, SECOND / 2));
}

static void
test_is_there_while_something_is_marked (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
  mark (fixture);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->chart),
                                             "timeline.clear-range", NULL));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
  mark (fixture);
  jug_session_close (fixture->session);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->bar)));
}

static void
test_tells_how_much_happened (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_summary (fixture), ==, "");
  mark (fixture);
  /* hello-1 and hello-2 wake in it. */
  g_assert_nonnull (strstr (get_summary (fixture), "2.000 s, from 0.500 s to 2.500 s: "));
  g_assert_nonnull (strstr (get_summary (fixture), " events, 2 steps. "));
  jug_session_set_steps_axis (fixture->session, TRUE);
  g_assert_nonnull (strstr (get_summary (fixture), " events, 2 steps in 2.000 s, from "));
  jug_range_bar_arrange (fixture->bar, JUG_ROOM_NARROW);
  g_assert_true (g_str_has_prefix (get_summary (fixture), "2.000 s: "));
}

static const char *
get_cell (GtkGrid *grid, int column, int row)
{
  GtkWidget *label = gtk_grid_get_child_at (grid, column, row);

  return label ? gtk_label_get_text (GTK_LABEL (label)) : NULL;
}

static void
test_tells_what_each_task_did (Fixture *fixture, gconstpointer data)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (
      jug_test_window_find (GTK_WIDGET (fixture->bar), GTK_TYPE_MENU_BUTTON));
  GtkPopover *popover = gtk_menu_button_get_popover (button);
  GtkGrid *grid;

  mark (fixture);
  gtk_menu_button_popup (button);
  grid = GTK_GRID (jug_test_window_find (GTK_WIDGET (popover), GTK_TYPE_GRID));
  g_assert_cmpstr (get_cell (grid, 0, 0), ==, "Task");
  g_assert_cmpstr (get_cell (grid, 0, 1), ==, "main-1");
  g_assert_cmpstr (get_cell (grid, 3, 1), ==, "2.000 s");
  g_assert_cmpstr (get_cell (grid, 4, 1), ==, "0");
  /* hello-1 waits for half a second more, then is done. */
  g_assert_cmpstr (get_cell (grid, 0, 2), ==, "hello-1");
  g_assert_cmpstr (get_cell (grid, 1, 2), ==, "0.000 s");
  g_assert_cmpstr (get_cell (grid, 3, 2), ==, "0.500 s");
  g_assert_cmpstr (get_cell (grid, 4, 2), ==, "1");
  g_assert_cmpstr (get_cell (grid, 0, 4), ==, "hello-3");
  g_assert_null (get_cell (grid, 0, 5));
  gtk_menu_button_popdown (button);
}

static void
test_selection_can_be_marked_and_fitted (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chart = GTK_WIDGET (fixture->chart);
  JugTimelineLayout *layout = jug_timeline_chart_get_layout (fixture->chart);
  JugSpanIndex *index = jug_session_get_span_index (fixture->session);
  JugRect area = jug_timeline_layout_get_chart (layout);
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (index, 3, &n_spans);
  JugRange range;
  double x0, x1;

  jug_session_select (fixture->session, 3, spans[2].begin);
  g_assert_true (gtk_widget_activate_action (chart, "timeline.range-of-selection", NULL));
  range = jug_session_get_range (fixture->session);
  g_assert_cmpuint (range.first, ==, spans[2].begin);
  g_assert_cmpuint (range.end, ==, spans[3].begin);
  g_assert_cmpint (range.to_ns - range.from_ns, ==, 2 * SECOND);

  jug_session_select (fixture->session, JUG_SESSION_NO_TASK, JUG_NO_EVENT);
  g_assert_true (gtk_widget_activate_action (chart, "timeline.fit-selection", NULL));
  jug_timeline_layout_bound_range (layout, &range, &x0, &x1);
  g_assert_cmpfloat_with_epsilon (x1 - x0, area.width * 0.8, 1);
  /* With nothing selected nothing is marked. */
  g_assert_true (gtk_widget_activate_action (chart, "timeline.range-of-selection", NULL));
  range = jug_session_get_range (fixture->session);
  g_assert_true (jug_range_is_empty (&range));
}

#define ADD(name, func)                                                                  \
  g_test_add ("/juggler/ui/range-bar/" name, Fixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("is-there-while-something-is-marked", test_is_there_while_something_is_marked);
  ADD ("tells-how-much-happened", test_tells_how_much_happened);
  ADD ("tells-what-each-task-did", test_tells_what_each_task_did);
  ADD ("selection-can-be-marked-and-fitted", test_selection_can_be_marked_and_fitted);
}

int
main (int argc, char **argv)
{
  return jug_test_window_main (&argc, &argv, add_tests);
}
