/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marked stretch of a timeline: from a drag to events and times, and back. */
#include "jug-picture-fixture.h"
#include "jug-random-trace.h"
#include "jug-test-trace.h"

#include <math.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define N_SEEDS 12

/* At 300 px a second the wait of a second is from x 210 to 510: see
 * test-timeline-axis.c. */
static void
test_time_is_exact_where_it_passes (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  JugRange range;

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  f.view.zoom = 300;
  jug_picture_fixture_apply (&f);
  range = jug_timeline_layout_get_range (f.layout, 210 + 150, 210 + 75);
  g_assert_cmpint (range.from_ns, ==, SECOND / 4);
  g_assert_cmpint (range.to_ns, ==, SECOND / 2);
  g_assert_cmpuint (range.first, ==, range.end);
  g_assert_cmpuint (range.first, ==, jug_trace_find_time (f.trace, SECOND / 2));
}

static void
test_edges_are_events_where_no_time_passes (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  JugRange range;

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  f.view.zoom = 300;
  jug_picture_fixture_apply (&f);
  /* Around the step of main, which is from 114 to 138. */
  range = jug_timeline_layout_get_range (f.layout, 113.5, 138.2);
  g_assert_cmpint (range.to_ns - range.from_ns, ==, 0);
  g_assert_false (jug_range_is_empty (&range));
  g_assert_cmpint (jug_trace_get_event (f.trace, range.end - 1)->kind, !=,
                   JUG_EVENT_LOOP_START);
  for (guint32 i = range.first; i < range.end; i++)
    g_assert_cmpfloat (jug_timeline_layout_event_to_x (f.layout, i), <, 139);
}

static void
test_range_is_where_it_was_made (void)
{
  for (JugAxis axis = JUG_AXIS_TIME; axis <= JUG_AXIS_STEPS; axis++)
    for (guint32 seed = 0; seed < N_SEEDS; seed++)
      {
        g_auto (JugPictureFixture) f = { 0 };
        double end;

        jug_picture_fixture_init (&f, jug_random_trace_new (seed, 800));
        f.view.axis = axis;
        f.view.zoom = 0;
        jug_picture_fixture_apply (&f);
        end = jug_timeline_layout_event_to_x (f.layout,
                                              jug_trace_get_n_events (f.trace) - 1);
        for (double x = 114; x + 60 < end; x += 31)
          {
            JugRange range = jug_timeline_layout_get_range (f.layout, x, x + 60);
            double x0, x1, slack = 0;

            g_assert_cmpint (range.from_ns, <=, range.to_ns);
            g_assert_cmpuint (range.first, <=, range.end);
            jug_timeline_layout_bound_range (f.layout, &range, &x0, &x1);
            /* No more than half of what lies between two events of one time. */
            for (guint32 i = 1; i < jug_trace_get_n_events (f.trace); i++)
              slack = MAX (slack, jug_timeline_layout_event_to_x (f.layout, i) -
                                      jug_timeline_layout_event_to_x (f.layout, i - 1));
            g_assert_cmpfloat_with_epsilon (x0, x, slack / 2 + 0.01);
            g_assert_cmpfloat_with_epsilon (x1, x + 60, slack / 2 + 0.01);
          }
      }
}

static void
test_is_drawn_with_its_length (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  const JugDisplayItem *label;
  double x0, x1;

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  jug_picture_fixture_draw (&f);
  g_assert_null (jug_picture_fixture_find_label (&f, "0.250 s"));
  f.view.range = (JugRange){ SECOND / 4, SECOND / 2, 50, 50 };
  f.view.range.first = f.view.range.end = jug_trace_find_time (f.trace, SECOND / 2);
  jug_picture_fixture_draw (&f);
  label = jug_picture_fixture_find_label (&f, "0.250 s");
  g_assert_nonnull (label);
  jug_timeline_layout_bound_range (f.layout, &f.view.range, &x0, &x1);
  g_assert_cmpfloat_with_epsilon (label->x + label->width / 2.0, (x0 + x1) / 2, 1);

  f.view.axis = JUG_AXIS_STEPS;
  f.view.range = (JugRange){ 0, 0, 5, 12 };
  jug_picture_fixture_draw (&f);
  g_assert_nonnull (jug_picture_fixture_find_label (&f, "7 events"));
}

static void
test_is_fitted (void)
{
  for (JugAxis axis = JUG_AXIS_TIME; axis <= JUG_AXIS_STEPS; axis++)
    for (guint32 seed = 0; seed < N_SEEDS; seed++)
      {
        g_auto (JugPictureFixture) f = { 0 };
        JugRange range;
        JugRect chart;
        double x0, x1;

        jug_picture_fixture_init (&f, jug_random_trace_new (seed, 800));
        f.view.axis = axis;
        f.view.zoom = 0;
        jug_picture_fixture_apply (&f);
        range = jug_timeline_layout_get_range (f.layout, 300, 340);
        jug_timeline_layout_bound_range (f.layout, &range, &x0, &x1);
        if (x1 - x0 < 1)
          continue;
        jug_timeline_layout_zoom_to_range (f.layout, &f.view, &range, 0.8);
        jug_picture_fixture_apply (&f);
        chart = jug_timeline_layout_get_chart (f.layout);
        jug_timeline_layout_bound_range (f.layout, &range, &x0, &x1);
        g_assert_cmpfloat (x0, >=, chart.x - 0.5);
        g_assert_cmpfloat (x1, <=, chart.x + chart.width + 0.5);
        g_assert_cmpfloat (x1 - x0, <=, chart.width * 0.8 + 1);
        g_assert_cmpfloat (x1 - x0, >=, 30);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/picture/timeline-range/time-is-exact-where-it-passes",
                   test_time_is_exact_where_it_passes);
  g_test_add_func ("/juggler/picture/timeline-range/edges-are-events-without-time",
                   test_edges_are_events_where_no_time_passes);
  g_test_add_func ("/juggler/picture/timeline-range/range-is-where-it-was-made",
                   test_range_is_where_it_was_made);
  g_test_add_func ("/juggler/picture/timeline-range/is-drawn-with-its-length",
                   test_is_drawn_with_its_length);
  g_test_add_func ("/juggler/picture/timeline-range/is-fitted", test_is_fitted);
  return g_test_run ();
}
