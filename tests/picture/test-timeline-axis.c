/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How events are laid along x: by hand for one trace, as properties for any. */
#include "jug-picture-fixture.h"
#include "jug-random-trace.h"
#include "jug-test-trace.h"

#include <math.h>

#define SECOND G_GINT64_CONSTANT (1000000000)
#define N_SEEDS 14

static guint32
find_event (JugPictureFixture *f, JugEventKind kind, guint32 task, guint nth)
{
  for (guint32 i = 0; i < jug_trace_get_n_events (f->trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (f->trace, i);

      if (event->kind == kind && event->task == task && nth-- == 0)
        return i;
    }
  g_assert_not_reached ();
}

static void
assert_x (JugPictureFixture *f, JugEventKind kind, guint32 task, guint nth, double x)
{
  g_assert_cmpfloat_with_epsilon (
      jug_timeline_layout_event_to_x (f->layout, find_event (f, kind, task, nth)), x,
      1e-6);
}

/* Geometry by hand: 300 px a second, after the names (100 px) and some air (14 px); a
 * step that took no time is 24 px wide, a callback a quarter of that. */
static void
test_time_axis_by_hand (void)
{
  g_auto (JugPictureFixture) f = { 0 };

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  f.view.zoom = 300;
  jug_picture_fixture_apply (&f);
  assert_x (&f, JUG_EVENT_STEP, 1, 0, 114);
  assert_x (&f, JUG_EVENT_WAIT, 1, 0, 114 + 24);
  assert_x (&f, JUG_EVENT_STEP, 2, 0, 114 + 24);
  assert_x (&f, JUG_EVENT_WAIT, 2, 0, 114 + 2 * 24);
  assert_x (&f, JUG_EVENT_STEP, 4, 0, 114 + 3 * 24);
  assert_x (&f, JUG_EVENT_WAIT, 4, 0, 114 + 4 * 24);
  /* After a second the first timer's callback, then the step that it wakes. */
  assert_x (&f, JUG_EVENT_TIMER_FIRE, 0, 0, 114 + 300 + 4 * 24);
  assert_x (&f, JUG_EVENT_STEP, 2, 1, 114 + 300 + 4 * 24 + 6);
  assert_x (&f, JUG_EVENT_DONE, 2, 0, 114 + 300 + 5 * 24 + 6);
  /* Then the gather's callback, another second, the next timer. */
  assert_x (&f, JUG_EVENT_TIMER_FIRE, 0, 1, 114 + 600 + 5 * 24 + 12);
  assert_x (&f, JUG_EVENT_DONE, 1, 0, 114 + 900 + 8 * 24 + 36);

  g_assert_cmpfloat_with_epsilon (jug_timeline_layout_time_to_x (f.layout, 0), 114, 1e-6);
  g_assert_cmpfloat_with_epsilon (jug_timeline_layout_time_to_x (f.layout, SECOND / 2),
                                  114 + 150 + 96, 1e-6);
  g_assert_cmpfloat_with_epsilon (jug_timeline_layout_time_to_x (f.layout, SECOND),
                                  114 + 300 + 96, 1e-6);
  g_assert_cmpint (jug_timeline_layout_x_to_time (f.layout, 114 + 150 + 96), ==,
                   SECOND / 2);
}

static void
test_steps_axis_by_hand (void)
{
  g_auto (JugPictureFixture) f = { 0 };

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  f.view.axis = JUG_AXIS_STEPS;
  f.view.zoom = 100;
  jug_picture_fixture_apply (&f);
  g_assert_cmpfloat_with_epsilon (f.view.zoom, 100, 1e-9);
  assert_x (&f, JUG_EVENT_STEP, 1, 0, 114);
  assert_x (&f, JUG_EVENT_STEP, 2, 0, 114 + 100);
  assert_x (&f, JUG_EVENT_STEP, 4, 0, 114 + 300);
  /* However long the loop was idle, that takes the room of a step; a callback half of
   * it. */
  assert_x (&f, JUG_EVENT_TIMER_FIRE, 0, 0, 114 + 500);
  assert_x (&f, JUG_EVENT_STEP, 2, 1, 114 + 550);
}

static void
test_what_is_out_of_limits_is_corrected (void)
{
  g_auto (JugPictureFixture) f = { 0 };

  jug_picture_fixture_init (&f, jug_test_trace_gather (3));
  f.view.zoom = 1;
  f.view.scroll_x = 1e6;
  f.view.scroll_y = -5;
  jug_picture_fixture_apply (&f);
  g_assert_cmpfloat_with_epsilon (f.view.zoom,
                                  jug_timeline_layout_get_fit_zoom (f.layout), 1e-9);
  g_assert_cmpfloat_with_epsilon (f.view.scroll_x, 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (f.view.scroll_y, 0, 1e-6);
  f.view.zoom = G_MAXDOUBLE;
  jug_picture_fixture_apply (&f);
  g_assert_cmpfloat_with_epsilon (f.view.zoom,
                                  jug_timeline_layout_get_max_zoom (f.layout), 1e-9);
}

static void
test_all_fits (void)
{
  for (JugAxis axis = JUG_AXIS_TIME; axis <= JUG_AXIS_STEPS; axis++)
    for (guint32 seed = 0; seed < N_SEEDS; seed++)
      {
        g_auto (JugPictureFixture) f = { 0 };
        JugRect chart;
        guint32 last;

        jug_picture_fixture_init (&f, jug_random_trace_new (seed, 2000));
        f.view.axis = axis;
        f.view.zoom = 0;
        jug_picture_fixture_apply (&f);
        chart = jug_timeline_layout_get_chart (f.layout);
        last = jug_trace_get_n_events (f.trace) - 1;
        g_assert_cmpfloat_with_epsilon (jug_timeline_layout_get_content_width (f.layout),
                                        chart.width, 0.5);
        g_assert_cmpfloat (jug_timeline_layout_event_to_x (f.layout, 0), >=, chart.x);
        g_assert_cmpfloat (jug_timeline_layout_event_to_x (f.layout, last), <=,
                           chart.x + chart.width);
      }
}

/* Sets a zoom between all and the closest, and a scroll, by chance. */
static void
look_anywhere (JugPictureFixture *f, GRand *rand)
{
  double min, max;

  f->view.axis = g_rand_boolean (rand) ? JUG_AXIS_TIME : JUG_AXIS_STEPS;
  f->view.zoom = 0;
  jug_picture_fixture_apply (f);
  min = jug_timeline_layout_get_min_zoom (f->layout);
  max = MIN (jug_timeline_layout_get_max_zoom (f->layout), min * 1e5);
  f->view.zoom = min * pow (max / min, g_rand_double (rand));
  jug_picture_fixture_apply (f);
  f->view.scroll_x =
      g_rand_double (rand) * jug_timeline_layout_get_content_width (f->layout);
  jug_picture_fixture_apply (f);
}

static void
test_x_never_goes_back (void)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_auto (JugPictureFixture) f = { 0 };
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

      jug_picture_fixture_init (&f, jug_random_trace_new (seed, 3000));
      for (guint look = 0; look < 6; look++)
        {
          double last = -G_MAXDOUBLE;

          look_anywhere (&f, rand);
          for (guint32 i = 0; i < jug_trace_get_n_events (f.trace); i++)
            {
              double x = jug_timeline_layout_event_to_x (f.layout, i);

              g_assert_cmpfloat (x, >=, last);
              last = x;
            }
        }
    }
}

static void
test_from_event_to_x_and_back (void)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_auto (JugPictureFixture) f = { 0 };
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

      jug_picture_fixture_init (&f, jug_random_trace_new (seed, 3000));
      for (guint look = 0; look < 6; look++)
        {
          look_anywhere (&f, rand);
          for (guint32 i = 0; i < jug_trace_get_n_events (f.trace); i += 7)
            {
              double x = jug_timeline_layout_event_to_x (f.layout, i);
              guint32 back = jug_timeline_layout_x_to_event (f.layout, x);

              /* Several events may share an x: then it is the last of them. */
              g_assert_cmpuint (back, >=, i);
              g_assert_cmpfloat_with_epsilon (
                  jug_timeline_layout_event_to_x (f.layout, back), x, 1e-3);
            }
          g_assert_cmpuint (jug_timeline_layout_x_to_event (f.layout, -1e12), ==, 0);
          g_assert_cmpuint (jug_timeline_layout_x_to_event (f.layout, 1e12), ==,
                            jug_trace_get_n_events (f.trace) - 1);
        }
    }
}

static void
test_from_x_to_time_and_back (void)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_auto (JugPictureFixture) f = { 0 };
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      gint64 end_ns, last_ns = 0;

      jug_picture_fixture_init (&f, jug_random_trace_new (seed, 2000));
      end_ns = jug_trace_get_end_time (f.trace);
      look_anywhere (&f, rand);
      for (double x = 100; x < 1000; x += 3.7)
        {
          gint64 time_ns = jug_timeline_layout_x_to_time (f.layout, x);
          double back = jug_timeline_layout_time_to_x (f.layout, time_ns);

          g_assert_cmpint (time_ns, >=, last_ns);
          g_assert_cmpint (time_ns, <=, end_ns);
          last_ns = time_ns;
          /* Where time stands still its beginning is left of x; else it is x itself. */
          if (time_ns > 0 && time_ns < end_ns)
            g_assert_cmpfloat (back, <=, x + 0.01);
        }
    }
}

static void
test_zoom_keeps_what_is_under_the_pointer (void)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_auto (JugPictureFixture) f = { 0 };
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

      jug_picture_fixture_init (&f, jug_random_trace_new (seed, 2000));
      for (guint look = 0; look < 20; look++)
        {
          double x, factor;
          guint32 event;
          JugRect chart = jug_timeline_layout_get_chart (f.layout);

          look_anywhere (&f, rand);
          event = jug_timeline_layout_x_to_event (f.layout, 550);
          x = jug_timeline_layout_event_to_x (f.layout, event);
          factor = g_rand_double_range (rand, 0.5, 2);
          jug_timeline_layout_zoom_about (f.layout, &f.view, factor, x);
          jug_picture_fixture_apply (&f);
          /* At an edge of the content there is nothing to be scrolled in. */
          if (f.view.scroll_x <= 0 ||
              f.view.scroll_x >=
                  jug_timeline_layout_get_content_width (f.layout) - chart.width - 1)
            continue;
          g_assert_cmpfloat_with_epsilon (
              jug_timeline_layout_event_to_x (f.layout, event), x, 0.01);
        }
    }
}

static void
test_zooms_to_a_stretch (void)
{
  for (JugAxis axis = JUG_AXIS_TIME; axis <= JUG_AXIS_STEPS; axis++)
    {
      g_auto (JugPictureFixture) f = { 0 };
      guint32 first, last;
      double x0, x1;

      jug_picture_fixture_init (&f, jug_test_trace_gather (3));
      f.view.axis = axis;
      jug_picture_fixture_apply (&f);
      first = find_event (&f, JUG_EVENT_DONE, 2, 0);
      last = find_event (&f, JUG_EVENT_DONE, 3, 0);
      jug_timeline_layout_zoom_to (f.layout, &f.view, first, last, 0.8);
      jug_picture_fixture_apply (&f);
      x0 = jug_timeline_layout_event_to_x (f.layout, first);
      x1 = jug_timeline_layout_event_to_x (f.layout, last);
      g_assert_cmpfloat_with_epsilon (x1 - x0, 720, 1);
      g_assert_cmpfloat_with_epsilon ((x0 + x1) / 2, 550, 1);
    }
}

static void
test_reveals_with_as_little_scrolling_as_it_takes (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  guint32 last;
  double x;

  jug_picture_fixture_init (&f, jug_random_trace_new (1, 3000));
  f.view.zoom *= 10;
  f.view.height = 200;
  jug_picture_fixture_apply (&f);
  last = jug_trace_get_n_events (f.trace) / 2;
  g_assert_true (jug_timeline_layout_reveal (
      f.layout, &f.view, last,
      jug_span_index_get_row_task (f.index, jug_span_index_get_n_rows (f.index) - 1)));
  jug_picture_fixture_apply (&f);
  x = jug_timeline_layout_event_to_x (f.layout, last);
  g_assert_cmpfloat (x, >, 900);
  g_assert_cmpfloat (x, <, 1000);
  g_assert_cmpfloat (
      jug_timeline_layout_row_to_y (f.layout, jug_span_index_get_n_rows (f.index) - 1), <,
      200);
  /* It is in sight now. */
  g_assert_false (jug_timeline_layout_reveal (f.layout, &f.view, last, JUG_NO_ROW));
}

static void
test_rows_and_back (void)
{
  g_auto (JugPictureFixture) f = { 0 };
  guint32 n_rows;

  jug_picture_fixture_init (&f, jug_random_trace_new (2, 3000));
  n_rows = jug_span_index_get_n_rows (f.index);
  f.view.scroll_y = 55;
  jug_picture_fixture_apply (&f);
  g_assert_cmpuint (jug_timeline_layout_y_to_row (f.layout, 5), ==, JUG_NO_ROW);
  for (guint32 row = 0; row < n_rows; row++)
    {
      double y = jug_timeline_layout_row_to_y (f.layout, row) + 12;

      if (y > jug_timeline_layout_get_chart (f.layout).y && y < 400)
        g_assert_cmpuint (jug_timeline_layout_y_to_row (f.layout, y), ==, row);
    }
  /* The loop's lane does not scroll. */
  g_assert_cmpuint (jug_timeline_layout_y_to_row (f.layout, 40), ==, 0);
  f.view.scroll_y = 1e9;
  jug_picture_fixture_apply (&f);
  g_assert_cmpfloat_with_epsilon (f.view.scroll_y,
                                  jug_timeline_layout_get_content_height (f.layout) -
                                      jug_timeline_layout_get_chart (f.layout).height,
                                  1e-3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/juggler/picture/timeline-axis/time-axis-by-hand",
                   test_time_axis_by_hand);
  g_test_add_func ("/juggler/picture/timeline-axis/steps-axis-by-hand",
                   test_steps_axis_by_hand);
  g_test_add_func ("/juggler/picture/timeline-axis/what-is-out-of-limits-is-corrected",
                   test_what_is_out_of_limits_is_corrected);
  g_test_add_func ("/juggler/picture/timeline-axis/all-fits", test_all_fits);
  g_test_add_func ("/juggler/picture/timeline-axis/x-never-goes-back",
                   test_x_never_goes_back);
  g_test_add_func ("/juggler/picture/timeline-axis/from-event-to-x-and-back",
                   test_from_event_to_x_and_back);
  g_test_add_func ("/juggler/picture/timeline-axis/from-x-to-time-and-back",
                   test_from_x_to_time_and_back);
  g_test_add_func ("/juggler/picture/timeline-axis/zoom-keeps-what-is-under-the-pointer",
                   test_zoom_keeps_what_is_under_the_pointer);
  g_test_add_func ("/juggler/picture/timeline-axis/zooms-to-a-stretch",
                   test_zooms_to_a_stretch);
  g_test_add_func (
      "/juggler/picture/timeline-axis/reveals-with-as-little-scrolling-as-it-takes",
      test_reveals_with_as_little_scrolling_as_it_takes);
  g_test_add_func ("/juggler/picture/timeline-axis/rows-and-back", test_rows_and_back);
  return g_test_run ();
}
