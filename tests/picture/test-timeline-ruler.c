/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How time is drawn when it is real: steps that take some, a first event that is late. */
#include "jug-picture-fixture.h"
#include "jug-test-trace.h"

#define SECOND G_GINT64_CONSTANT (1000000000)
#define MICROSECOND G_GINT64_CONSTANT (1000)

/* A run whose first step takes so long, and that is over after a second. */
static JugTrace *
new_trace (gint64 begin_ns, gint64 first_step_ns)
{
  JugTestTrace *t = jug_test_trace_new ();
  guint32 timer;

  jug_test_trace_set_time (t, begin_ns);
  jug_test_trace_step (t, jug_test_trace_create (t, "main"), NULL);
  jug_test_trace_set_time (t, begin_ns + first_step_ns);
  timer = jug_test_trace_sleep (t, SECOND - begin_ns - first_step_ns);
  jug_test_trace_set_time (t, SECOND);
  jug_test_trace_wake (t, timer);
  jug_test_trace_step (t, 1, NULL);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "None");
  return jug_test_trace_finish (t);
}

static double
get_first_step_width (gint64 first_step_ns)
{
  g_auto (JugPictureFixture) f = { 0 };
  double begin = -1;

  jug_picture_fixture_init (&f, new_trace (0, first_step_ns));
  f.view.zoom = 300;
  jug_picture_fixture_apply (&f);
  for (guint32 i = 0; i < jug_trace_get_n_events (f.trace); i++)
    {
      JugEventKind kind = jug_trace_get_event (f.trace, i)->kind;

      if (kind == JUG_EVENT_STEP)
        begin = jug_timeline_layout_event_to_x (f.layout, i);
      else if (kind == JUG_EVENT_WAIT)
        return jug_timeline_layout_event_to_x (f.layout, i) - begin;
    }
  g_assert_not_reached ();
}

static void
test_a_longer_step_is_never_narrower (void)
{
  const gint64 steps_us[] = { 0,    1,    700,   999,    1000,  1001,
                              1200, 5000, 50000, 120000, 400000 };
  double last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (steps_us); i++)
    {
      double width = get_first_step_width (steps_us[i] * MICROSECOND);

      g_assert_cmpfloat (width, >=, last);
      last = width;
    }
  /* Nor has it less room than its time. */
  g_assert_cmpfloat (last, >=, 0.4 * 300);
}

static void
test_a_run_that_begins_late_begins_at_0 (void)
{
  g_auto (JugPictureFixture) f = { 0 };

  jug_picture_fixture_init (&f, new_trace (12 * MICROSECOND, MICROSECOND));
  f.view.zoom = 300;
  jug_picture_fixture_apply (&f);
  jug_picture_fixture_draw (&f);
  g_assert_nonnull (jug_picture_fixture_find_label (&f, "0.0 s"));
}

/* In a narrow window one time would be all there is. */
static void
test_two_times_at_least_can_be_read (void)
{
  for (gint64 end = SECOND / 50; end <= 9 * SECOND; end = end * 3 / 2)
    {
      g_auto (JugPictureFixture) f = { 0 };
      JugTestTrace *t = jug_test_trace_new ();
      const JugDisplayItem *items;
      guint n_items, n_labels = 0;
      guint32 timer;

      jug_test_trace_step (t, jug_test_trace_create (t, "main"), NULL);
      timer = jug_test_trace_sleep (t, end);
      jug_test_trace_set_time (t, end);
      jug_test_trace_wake (t, timer);
      jug_test_trace_step (t, 1, NULL);
      jug_test_trace_done (t, JUG_OUTCOME_RESULT, "None");
      jug_picture_fixture_init (&f, jug_test_trace_finish (t));
      f.view.width = 300;
      jug_picture_fixture_apply (&f);
      f.view.zoom = jug_timeline_layout_get_fit_zoom (f.layout);
      jug_picture_fixture_apply (&f);
      jug_picture_fixture_draw (&f);
      items = jug_display_list_get_items (f.list, &n_items);
      for (guint i = 0; i < n_items; i++)
        if (items[i].kind == JUG_ITEM_LABEL && items[i].y < 1 &&
            g_str_has_suffix (jug_display_list_get_text (f.list, &items[i]), "s"))
          n_labels++;
      g_assert_cmpuint (n_labels, >=, 2);
    }
}

int
main (int argc, char *argv[])
{
#define PATH "/juggler/picture/timeline-ruler/"
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (PATH "a-longer-step-is-never-narrower",
                   test_a_longer_step_is_never_narrower);
  g_test_add_func (PATH "a-run-that-begins-late-begins-at-0",
                   test_a_run_that_begins_late_begins_at_0);
  g_test_add_func (PATH "two-times-at-least-can-be-read",
                   test_two_times_at_least_can_be_read);
  return g_test_run ();
}
