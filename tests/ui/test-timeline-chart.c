/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline as a widget: what it reads out, what can be done to it. */
#include "jug-picture-item.h"
#include "jug-playhead-scale.h"
#include "jug-style.h"
#include "jug-test-trace.h"
#include "jug-test-window.h"
#include "jug-timeline-actions.h"
#include "jug-timeline-chart.h"
#include "jug-timeline-reader.h"

#define WIDTH 900
#define HEIGHT 260

typedef struct
{
  JugSession *session;
  JugTimelineChart *chart;
  GtkWindow *window;
} Fixture;

static gboolean
has_items (gpointer data)
{
  return jug_test_window_find (data, JUG_TYPE_PICTURE_ITEM) != NULL;
}

static void
set_up_with (Fixture *fixture, JugTrace *trace)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GSimpleActionGroup *actions;

  fixture->session = jug_test_window_session (trace);
  fixture->chart = JUG_TIMELINE_CHART (jug_timeline_chart_new ());
  jug_timeline_chart_set_session (fixture->chart, fixture->session);
  actions = jug_timeline_actions_new (fixture->chart, fixture->session);
  gtk_widget_insert_action_group (scrolled, "timeline", G_ACTION_GROUP (actions));
  g_object_unref (actions);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 GTK_WIDGET (fixture->chart));
  fixture->window = jug_test_window_show (scrolled, WIDTH, HEIGHT);
  jug_test_window_wait (has_items, fixture->chart);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);

  set_up_with (fixture, trace);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jug_test_window_close (fixture->window);
  g_assert_finalize_object (fixture->session);
}

static guint
count_items (Fixture *fixture, JugPictureKind kind)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->chart));
  guint n = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (JUG_IS_PICTURE_ITEM (child) &&
        jug_picture_item_get_ref (JUG_PICTURE_ITEM (child))->kind == kind)
      n++;
  return n;
}

static JugPictureItem *
find_item (Fixture *fixture, JugPictureKind kind, guint32 task, guint position)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->chart));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (JUG_IS_PICTURE_ITEM (child))
      {
        const JugPictureRef *ref = jug_picture_item_get_ref (JUG_PICTURE_ITEM (child));

        if (ref->kind == kind && ref->task == task && position-- == 0)
          return JUG_PICTURE_ITEM (child);
      }
  return NULL;
}

static void
test_has_roles_and_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scale =
      jug_test_window_find (GTK_WIDGET (fixture->chart), JUG_TYPE_PLAYHEAD_SCALE);
  JugPictureItem *bar = find_item (fixture, JUG_PICTURE_SPAN, 2, 0);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->chart),
                                   GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->chart),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scale),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Playhead");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scale),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "Before the first event");
  g_assert_nonnull (bar);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       jug_picture_item_get_label (bar));
  g_assert_true (g_str_has_prefix (jug_picture_item_get_label (bar), "hello-1 "));
}

static void
test_reads_lane_by_lane (Fixture *fixture, gconstpointer data)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->chart));
  guint32 task = JUG_TASK_LOOP;
  guint n_lanes = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (JUG_IS_PICTURE_ITEM (child))
      {
        const JugPictureRef *ref = jug_picture_item_get_ref (JUG_PICTURE_ITEM (child));

        if (ref->kind == JUG_PICTURE_LANE)
          {
            task = ref->task;
            n_lanes++;
          }
        else if (ref->kind == JUG_PICTURE_SPAN)
          g_assert_cmpuint (ref->task, ==, task);
      }
  /* The loop, main and three that it gathers. */
  g_assert_cmpuint (n_lanes, ==, 5);
}

static void
test_item_takes_the_playhead_there (Fixture *fixture, gconstpointer data)
{
  JugPlayhead *playhead = jug_session_get_playhead (fixture->session);
  JugPictureItem *bar = find_item (fixture, JUG_PICTURE_SPAN, 3, 1);
  JugPictureRef ref = *jug_picture_item_get_ref (bar);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (bar), "item.choose", NULL));
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, ref.event);
  g_assert_cmpuint (jug_session_get_selected_task (fixture->session), ==, 3);
  g_assert_cmpuint (jug_session_get_selected_event (fixture->session), ==, ref.event);
}

static void
test_scale_moves_the_playhead (Fixture *fixture, gconstpointer data)
{
  GtkRange *scale = GTK_RANGE (
      jug_test_window_find (GTK_WIDGET (fixture->chart), JUG_TYPE_PLAYHEAD_SCALE));
  JugTrace *trace = jug_session_get_trace (fixture->session);
  JugPlayhead *playhead = jug_session_get_playhead (fixture->session);
  guint n_events = jug_trace_get_n_events (trace);

  gtk_range_set_value (scale, n_events / 2.0);
  g_assert_true (
      jug_stop_is (trace, jug_playhead_get_event (playhead), JUG_DETAIL_LEARNER));
  g_assert_cmpuint (jug_playhead_get_event (playhead), >=, n_events / 2 - 1);
  g_assert_cmpfloat_with_epsilon (gtk_range_get_value (scale),
                                  jug_playhead_get_event (playhead) + 1, 0.1);
  gtk_range_set_value (scale, 0);
  g_assert_true (jug_playhead_is_at_start (playhead));
  gtk_range_set_value (scale, n_events);
  g_assert_true (jug_playhead_is_at_end (playhead));
}

static void
test_scale_says_where_it_is (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scale =
      jug_test_window_find (GTK_WIDGET (fixture->chart), JUG_TYPE_PLAYHEAD_SCALE);
  JugPlayhead *playhead = jug_session_get_playhead (fixture->session);
  guint n_events = jug_trace_get_n_events (jug_session_get_trace (fixture->session));
  g_autofree char *text = NULL;

  jug_playhead_go_to_end (playhead);
  text = g_strdup_printf ("3.000 s, event %u of %u",
                          jug_playhead_get_event (playhead) + 1, n_events);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scale),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text);
}

static void
test_seeks_to_a_place_on_the_ruler (Fixture *fixture, gconstpointer data)
{
  JugTimelineLayout *layout = jug_timeline_chart_get_layout (fixture->chart);
  JugPlayhead *playhead = jug_session_get_playhead (fixture->session);
  double x = jug_timeline_layout_event_to_x (layout, 40);
  guint32 event = jug_timeline_layout_x_to_event (layout, x);

  jug_timeline_viewport_seek_to (jug_timeline_chart_get_viewport (fixture->chart), x);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, event);
}

static void
test_zoom_keeps_the_place (Fixture *fixture, gconstpointer data)
{
  JugTimelineLayout *layout = jug_timeline_chart_get_layout (fixture->chart);
  double x = 500;
  gint64 before = jug_timeline_layout_x_to_time (layout, x);
  double zoom = jug_timeline_layout_get_view (layout)->zoom;

  jug_timeline_viewport_zoom (jug_timeline_chart_get_viewport (fixture->chart), 2, x);
  g_assert_cmpfloat_with_epsilon (jug_timeline_layout_get_view (layout)->zoom, 2 * zoom,
                                  zoom * 0.01);
  g_assert_cmpint (ABS (jug_timeline_layout_x_to_time (layout, x) - before), <, 40000000);
  g_assert_true (jug_timeline_viewport_can_zoom (
      jug_timeline_chart_get_viewport (fixture->chart), -1));
  jug_timeline_viewport_fit_all (jug_timeline_chart_get_viewport (fixture->chart));
  g_assert_cmpfloat_with_epsilon (jug_timeline_layout_get_view (layout)->zoom, zoom,
                                  zoom * 0.01);
}

static void
test_scrolls_by_its_adjustment (Fixture *fixture, gconstpointer data)
{
  JugTimelineLayout *layout = jug_timeline_chart_get_layout (fixture->chart);
  g_autoptr (GtkAdjustment) across = NULL;

  g_object_get (fixture->chart, "hadjustment", &across, NULL);
  jug_timeline_viewport_zoom (jug_timeline_chart_get_viewport (fixture->chart), 8, 300);
  g_assert_cmpfloat (gtk_adjustment_get_upper (across), >,
                     2 * gtk_adjustment_get_page_size (across));
  gtk_adjustment_set_value (across, 120);
  g_assert_cmpfloat_with_epsilon (jug_timeline_layout_get_view (layout)->scroll_x, 120,
                                  0.01);
  jug_timeline_viewport_scroll_by (jug_timeline_chart_get_viewport (fixture->chart), 30,
                                   0);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (across), 150, 0.01);
}

static void
test_selects_lanes_and_bars (Fixture *fixture, gconstpointer data)
{
  JugPlayhead *playhead = jug_session_get_playhead (fixture->session);
  guint32 first;

  jug_timeline_chart_select_row (fixture->chart, 1);
  g_assert_cmpuint (jug_session_get_selected_task (fixture->session), ==, JUG_TASK_LOOP);
  jug_timeline_chart_select_row (fixture->chart, 1);
  g_assert_cmpuint (jug_session_get_selected_task (fixture->session), ==, 1);
  g_assert_cmpuint (jug_session_get_selected_event (fixture->session), ==, JUG_NO_EVENT);

  jug_timeline_chart_select_bar (fixture->chart, 1);
  first = jug_session_get_selected_event (fixture->session);
  g_assert_cmpuint (first, !=, JUG_NO_EVENT);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, first);
  jug_timeline_chart_select_bar (fixture->chart, 1);
  g_assert_cmpuint (jug_session_get_selected_event (fixture->session), >, first);
  jug_timeline_chart_select_bar (fixture->chart, -1);
  g_assert_cmpuint (jug_session_get_selected_event (fixture->session), ==, first);
}

static void
test_focus_follows_the_selection (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  jug_timeline_chart_select_row (fixture->chart, 1);
  jug_timeline_chart_select_row (fixture->chart, 1);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (JUG_IS_PICTURE_ITEM (focus));
  g_assert_cmpint (jug_picture_item_get_ref (JUG_PICTURE_ITEM (focus))->kind, ==,
                   JUG_PICTURE_LANE);
  jug_timeline_chart_select_bar (fixture->chart, 1);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (JUG_IS_PICTURE_ITEM (focus));
  g_assert_cmpuint (jug_picture_item_get_ref (JUG_PICTURE_ITEM (focus))->event, ==,
                    jug_session_get_selected_event (fixture->session));
}

static void
test_tab_reaches_the_ruler_then_leaves (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chart = GTK_WIDGET (fixture->chart);
  GtkWidget *scale = jug_test_window_find (chart, JUG_TYPE_PLAYHEAD_SCALE);

  gtk_root_set_focus (GTK_ROOT (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_has_focus (scale));
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_has_focus (chart));
  g_assert_false (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
}

static void
test_actions_do_what_they_say (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chart = GTK_WIDGET (fixture->chart);
  JugTimelineLayout *layout = jug_timeline_chart_get_layout (fixture->chart);
  double zoom = jug_timeline_layout_get_view (layout)->zoom;

  g_assert_true (gtk_widget_activate_action (chart, "timeline.zoom-in", NULL));
  g_assert_cmpfloat (jug_timeline_layout_get_view (layout)->zoom, >, zoom);
  g_assert_true (gtk_widget_activate_action (chart, "timeline.toggle-axis", NULL));
  g_assert_true (jug_session_get_steps_axis (fixture->session));
  g_assert_cmpint (jug_timeline_layout_get_view (layout)->axis, ==, JUG_AXIS_STEPS);
  g_assert_true (gtk_widget_activate_action (chart, "timeline.axis", "s", "time"));
  g_assert_false (jug_session_get_steps_axis (fixture->session));
  g_assert_true (gtk_widget_activate_action (chart, "timeline.lane-below", NULL));
  g_assert_true (gtk_widget_activate_action (chart, "timeline.clear-selection", NULL));
  g_assert_cmpuint (jug_session_get_selected_task (fixture->session), ==,
                    JUG_SESSION_NO_TASK);
}

static void
test_follows_a_flow_and_back (Fixture *fixture, gconstpointer data)
{
  JugTrace *trace = jug_session_get_trace (fixture->session);
  JugPictureItem *bar = find_item (fixture, JUG_PICTURE_SPAN, 2, 0);
  GtkWidget *focus;
  guint32 event;

  /* hello-1 began to be ready when main created it. */
  jug_session_select (fixture->session, 2, jug_picture_item_get_ref (bar)->event);
  gtk_widget_activate_action (GTK_WIDGET (fixture->chart), "timeline.flow-back", NULL);
  g_assert_cmpuint (jug_session_get_selected_task (fixture->session), ==, 1);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (JUG_IS_PICTURE_ITEM (focus));
  g_assert_cmpuint (jug_picture_item_get_ref (JUG_PICTURE_ITEM (focus))->task, ==, 1);
  event = jug_session_get_selected_event (fixture->session);
  g_assert_cmpuint (event, <, jug_trace_get_n_events (trace));
}

/* main creates three tasks; Tab goes from one to the next, then out of the chart. */
static void
test_tab_chooses_among_flows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chart = GTK_WIDGET (fixture->chart);
  JugSpanIndex *index = jug_session_get_span_index (fixture->session);
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (index, 1, &n_spans);

  jug_session_select (fixture->session, 1, spans[1].begin);
  gtk_widget_activate_action (chart, "timeline.flow-forward", NULL);
  for (guint32 task = 2; task <= 4; task++)
    {
      g_assert_cmpuint (jug_session_get_selected_task (fixture->session), ==, task);
      g_assert_cmpint (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD), ==, task < 4);
    }
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_TAB_BACKWARD));
  g_assert_cmpuint (jug_session_get_selected_task (fixture->session), ==, 3);
  /* Once another thing is selected there is nothing to choose. */
  jug_timeline_chart_select_row (fixture->chart, 1);
  g_assert_false (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
}

/* main waits for a gather: the last of its tasks wakes it, the others ended before. */
static void
test_wait_leads_back_to_all_that_it_was_for (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chart = GTK_WIDGET (fixture->chart);
  JugSpanIndex *index = jug_session_get_span_index (fixture->session);
  guint32 n_spans, seen = 0;
  const JugSpan *spans = jug_span_index_get_spans (index, 1, &n_spans);

  jug_session_select (fixture->session, 1, spans[2].begin);
  gtk_widget_activate_action (chart, "timeline.flow-back", NULL);
  g_assert_cmpuint (jug_session_get_selected_task (fixture->session), ==, 4);
  do
    seen |= 1u << jug_session_get_selected_task (fixture->session);
  while (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  g_assert_cmphex (seen, ==, 1 << 2 | 1 << 3 | 1 << 4);
}

static void
test_playhead_is_drawn_where_it_is (Fixture *fixture, gconstpointer data)
{
  JugTimelineLayout *layout = jug_timeline_chart_get_layout (fixture->chart);
  JugPlayhead *playhead = jug_session_get_playhead (fixture->session);
  int x, y = HEIGHT - 4;
  guint32 before;

  jug_playhead_go_to_time (playhead, 2 * G_GINT64_CONSTANT (1000000000));
  jug_test_window_settle (GTK_WIDGET (fixture->chart));
  x = (int) jug_timeline_layout_event_to_x (layout, jug_playhead_get_position (playhead));
  before = jug_test_window_read_pixel (GTK_WIDGET (fixture->chart), x, y);
  jug_playhead_go_to_start (playhead);
  jug_test_window_settle (GTK_WIDGET (fixture->chart));
  g_assert_cmphex (jug_test_window_read_pixel (GTK_WIDGET (fixture->chart), x, y), !=,
                   before);
}

static void
test_playhead_moves_while_nothing_happens (Fixture *fixture, gconstpointer data)
{
  JugTimelineLayout *layout = jug_timeline_chart_get_layout (fixture->chart);
  JugPlayhead *playhead = jug_session_get_playhead (fixture->session);
  JugRgba color =
      jug_palette_resolve (jug_style_get_palette (), jug_paint (JUG_COLOR_PLAYHEAD));
  guint32 wanted = (guint32) (color.red * 255 + 0.5f) << 16 |
                   (guint32) (color.green * 255 + 0.5f) << 8 |
                   (guint32) (color.blue * 255 + 0.5f);
  const gint64 second = G_GINT64_CONSTANT (1000000000);
  guint32 event;
  int x;

  /* The last stop of time 0 is where the loop begins to wait for 1 s. */
  jug_playhead_go_to_time (playhead, second / 2);
  event = jug_playhead_get_event (playhead);
  jug_playhead_go_to_event (playhead, event);
  jug_playhead_play (playhead);
  for (guint i = 0; i < 20 && jug_playhead_get_time (playhead) < second / 2; i++)
    jug_playhead_advance (playhead, second / 10);
  g_assert_cmpuint (jug_playhead_get_event (playhead), ==, event);
  g_assert_cmpint (jug_playhead_get_time (playhead), >=, second / 2);
  jug_playhead_pause (playhead);
  jug_test_window_settle (GTK_WIDGET (fixture->chart));
  x = (int) jug_timeline_layout_time_to_x (layout, jug_playhead_get_time (playhead));
  g_assert_cmphex (
      jug_test_window_read_pixel (GTK_WIDGET (fixture->chart), x, HEIGHT - 4), ==,
      wanted);
}

static void
test_lanes_stand_for_too_many_bars (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_large (12, 4000);
  Fixture fixture;
  guint n_spans;

  set_up_with (&fixture, trace);
  n_spans = count_items (&fixture, JUG_PICTURE_SPAN);
  g_assert_cmpuint (n_spans, <=, JUG_TIMELINE_MAX_BARS);
  g_assert_cmpuint (count_items (&fixture, JUG_PICTURE_LANE), >=, 4);
  tear_down (&fixture, NULL);
}

static void
test_survives_another_trace (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (2);
  Fixture fixture;

  set_up_with (&fixture, trace);
  jug_timeline_chart_select_row (fixture.chart, 1);
  jug_session_close (fixture.session);
  g_assert_null (jug_timeline_chart_get_layout (fixture.chart));
  jug_test_window_settle (GTK_WIDGET (fixture.chart));
  tear_down (&fixture, NULL);
}

#define ADD(name, func)                                                                  \
  g_test_add ("/juggler/ui/timeline-chart/" name, Fixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("has-roles-and-names", test_has_roles_and_names);
  ADD ("reads-lane-by-lane", test_reads_lane_by_lane);
  ADD ("item-takes-the-playhead-there", test_item_takes_the_playhead_there);
  ADD ("scale-moves-the-playhead", test_scale_moves_the_playhead);
  ADD ("scale-says-where-it-is", test_scale_says_where_it_is);
  ADD ("seeks-to-a-place-on-the-ruler", test_seeks_to_a_place_on_the_ruler);
  ADD ("zoom-keeps-the-place", test_zoom_keeps_the_place);
  ADD ("scrolls-by-its-adjustment", test_scrolls_by_its_adjustment);
  ADD ("selects-lanes-and-bars", test_selects_lanes_and_bars);
  ADD ("focus-follows-the-selection", test_focus_follows_the_selection);
  ADD ("tab-reaches-the-ruler-then-leaves", test_tab_reaches_the_ruler_then_leaves);
  ADD ("actions-do-what-they-say", test_actions_do_what_they_say);
  ADD ("follows-a-flow-and-back", test_follows_a_flow_and_back);
  ADD ("tab-chooses-among-flows", test_tab_chooses_among_flows);
  ADD ("wait-leads-back-to-all", test_wait_leads_back_to_all_that_it_was_for);
  ADD ("playhead-is-drawn-where-it-is", test_playhead_is_drawn_where_it_is);
  ADD ("playhead-moves-while-nothing-happens", test_playhead_moves_while_nothing_happens);
  g_test_add_func ("/juggler/ui/timeline-chart/lanes-stand-for-too-many-bars",
                   test_lanes_stand_for_too_many_bars);
  g_test_add_func ("/juggler/ui/timeline-chart/survives-another-trace",
                   test_survives_another_trace);
}

int
main (int argc, char **argv)
{
  return jug_test_window_main (&argc, &argv, add_tests);
}
