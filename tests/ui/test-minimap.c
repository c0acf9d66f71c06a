/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The minimap as a widget: what it says of itself, and what can be done with it. */
#include "jug-minimap.h"

#include "jug-shortcuts.h"
#include "jug-test-trace.h"
#include "jug-test-window.h"
#include "jug-timeline-actions.h"

#define WIDTH 900
#define HEIGHT 300

typedef struct
{
  JugSession *session;
  JugTimelineChart *chart;
  JugMinimap *minimap;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GSimpleActionGroup) actions = NULL;

  fixture->session = jug_test_window_session (trace);
  fixture->minimap = g_object_new (JUG_TYPE_MINIMAP, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->minimap));
  fixture->chart = jug_test_window_add_chart (GTK_BOX (box), fixture->session);
  jug_minimap_set_chart (fixture->minimap, fixture->chart);
  jug_minimap_set_session (fixture->minimap, fixture->session);
  jug_shortcuts_install_minimap (GTK_WIDGET (fixture->minimap));
  actions = jug_timeline_actions_new (fixture->chart, fixture->session);
  gtk_widget_insert_action_group (box, "timeline", G_ACTION_GROUP (actions));
  fixture->window = jug_test_window_show (box, WIDTH, HEIGHT);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  jug_test_window_close (fixture->window);
  g_assert_finalize_object (fixture->session);
}

static const JugTimelineView *
get_view (Fixture *fixture)
{
  return jug_timeline_layout_get_view (jug_timeline_chart_get_layout (fixture->chart));
}

static JugRect
get_frame (Fixture *fixture)
{
  return jug_minimap_layout_get_frame (jug_minimap_get_layout (fixture->minimap));
}

static void
drag (Fixture *fixture, double from, double to)
{
  g_assert_true (jug_minimap_take (fixture->minimap, from, 16));
  jug_minimap_drag (fixture->minimap, (from + to) / 2);
  jug_minimap_drag (fixture->minimap, to);
}

static void
test_says_what_is_shown (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scale = jug_test_window_find (GTK_WIDGET (fixture->minimap), GTK_TYPE_SCALE);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scale),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Overview");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scale),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "0.000 s to 3.000 s of 3.000 s");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (scale),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "0.000 s to 3.000 s of 3.000 s. "
                                       "Errors: 0, cancels: 0, blocked stretches: 0");
}

static void
test_frame_covers_all_at_first (Fixture *fixture, gconstpointer data)
{
  JugRect chart =
      jug_timeline_layout_get_chart (jug_timeline_chart_get_layout (fixture->chart));
  JugRect frame = get_frame (fixture);

  g_assert_cmpfloat_with_epsilon (frame.x, chart.x, 0.1);
  g_assert_cmpfloat_with_epsilon (frame.width, chart.width, 0.1);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->minimap)), >=, 24);
}

static void
test_edges_zoom (Fixture *fixture, gconstpointer data)
{
  JugRect before = get_frame (fixture), after;
  double zoom = get_view (fixture)->zoom;

  drag (fixture, before.x + before.width - 1, 600);
  after = get_frame (fixture);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 1);
  g_assert_cmpfloat_with_epsilon (after.x + after.width, 601, 1.5);
  g_assert_cmpfloat (get_view (fixture)->zoom, >, 1.2 * zoom);
  drag (fixture, after.x + 1, 400);
  after = get_frame (fixture);
  g_assert_cmpfloat_with_epsilon (after.x, 399, 1.5);
  g_assert_cmpfloat_with_epsilon (after.x + after.width, 601, 1.5);
}

/* What the pointer has taken stays under it. */
static void
test_window_scrolls (Fixture *fixture, gconstpointer data)
{
  JugRect before, after;
  double zoom;

  drag (fixture, get_frame (fixture).x + 1, 600);
  before = get_frame (fixture);
  zoom = get_view (fixture)->zoom;
  drag (fixture, 700, 500);
  after = get_frame (fixture);
  g_assert_cmpfloat_with_epsilon (get_view (fixture)->zoom, zoom, zoom * 1e-6);
  g_assert_cmpfloat (after.x, <, before.x - 100);
  g_assert_cmpfloat (after.x, <, 500);
  g_assert_cmpfloat (after.x + after.width, >, 500);
}

static void
test_click_goes_there (Fixture *fixture, gconstpointer data)
{
  JugTimelineLayout *timeline = jug_timeline_chart_get_layout (fixture->chart);
  JugRect chart = jug_timeline_layout_get_chart (timeline);
  JugTimelinePlace place =
      jug_minimap_layout_x_to_place (jug_minimap_get_layout (fixture->minimap), 400);

  drag (fixture, get_frame (fixture).x + 1, 800);
  g_assert_true (jug_minimap_take (fixture->minimap, 400, 16));
  g_assert_cmpfloat_with_epsilon (jug_timeline_layout_place_to_x (timeline, place),
                                  chart.x + chart.width / 2, 0.5);
  g_assert_false (jug_minimap_take (fixture->minimap, 10, 16));
}

static void
test_scale_scrolls (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scale = jug_test_window_find (GTK_WIDGET (fixture->minimap), GTK_TYPE_SCALE);

  drag (fixture, get_frame (fixture).x + 1, 800);
  jug_test_window_settle (GTK_WIDGET (fixture->minimap));
  g_assert_cmpfloat_with_epsilon (gtk_range_get_value (GTK_RANGE (scale)),
                                  get_view (fixture)->scroll_x, 0.01);
  gtk_range_set_value (GTK_RANGE (scale), 10);
  g_assert_cmpfloat_with_epsilon (get_view (fixture)->scroll_x, 10, 0.01);
}

static void
test_keys_are_actions_of_the_timeline (Fixture *fixture, gconstpointer data)
{
  GtkWidget *minimap = GTK_WIDGET (fixture->minimap);
  double x;

  drag (fixture, get_frame (fixture).x + 1, 700);
  x = get_view (fixture)->scroll_x;
  g_assert_true (gtk_widget_activate_action (minimap, "timeline.scroll-left", NULL));
  g_assert_cmpfloat (get_view (fixture)->scroll_x, <, x);
  g_assert_true (gtk_widget_activate_action (minimap, "timeline.scroll-start", NULL));
  g_assert_cmpfloat_with_epsilon (get_view (fixture)->scroll_x, 0, 0.01);
  g_assert_true (gtk_widget_activate_action (minimap, "timeline.scroll-end", NULL));
  g_assert_cmpfloat_with_epsilon (get_frame (fixture).x + get_frame (fixture).width,
                                  WIDTH, 1);
  g_assert_true (gtk_widget_activate_action (minimap, "timeline.fit-all", NULL));
  test_frame_covers_all_at_first (fixture, NULL);
}

/* What is shown has an outline, the rest has none. */
static void
test_frame_is_drawn (Fixture *fixture, gconstpointer data)
{
  GtkWidget *minimap = GTK_WIDGET (fixture->minimap);
  guint32 outline = jug_test_window_read_pixel (minimap, 400, 1);

  drag (fixture, get_frame (fixture).x + 1, 501);
  jug_test_window_settle (minimap);
  g_assert_cmphex (jug_test_window_read_pixel (minimap, 400, 1), !=, outline);
  g_assert_cmphex (jug_test_window_read_pixel (minimap, 600, 1), ==, outline);
}

static void
test_survives_without_a_trace (Fixture *fixture, gconstpointer data)
{
  jug_session_close (fixture->session);
  g_assert_null (jug_minimap_get_layout (fixture->minimap));
  g_assert_false (jug_minimap_take (fixture->minimap, 500, 16));
  jug_test_window_settle (GTK_WIDGET (fixture->minimap));
}

#define ADD(name, func)                                                                  \
  g_test_add ("/juggler/ui/minimap/" name, Fixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("says-what-is-shown", test_says_what_is_shown);
  ADD ("frame-covers-all-at-first", test_frame_covers_all_at_first);
  ADD ("edges-zoom", test_edges_zoom);
  ADD ("window-scrolls", test_window_scrolls);
  ADD ("click-goes-there", test_click_goes_there);
  ADD ("scale-scrolls", test_scale_scrolls);
  ADD ("keys-are-actions-of-the-timeline", test_keys_are_actions_of_the_timeline);
  ADD ("frame-is-drawn", test_frame_is_drawn);
  ADD ("survives-without-a-trace", test_survives_without_a_trace);
}

int
main (int argc, char **argv)
{
  return jug_test_window_main (&argc, &argv, add_tests);
}
