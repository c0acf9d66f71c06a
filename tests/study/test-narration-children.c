/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences about waiting for several, and about whom a timer is for. */
#include "jug-narration-check.h"

/* main runs and has made a and b: tasks 1 to 3. */
static JugTestTrace *
start (void)
{
  JugTestTrace *t = jug_test_trace_new ();

  jug_test_trace_step (t, jug_test_trace_create (t, "main"), NULL);
  jug_test_trace_create (t, "a");
  jug_test_trace_create (t, "b");
  return t;
}

static void
test_says_what_a_future_is_for (void)
{
  static const struct
  {
    JugPurpose purpose;
    const char *sentence;
  } rows[] = {
    { JUG_PURPOSE_PLAIN, "A future depends on b-1." },
    { JUG_PURPOSE_GATHER, "gather() will collect the result of b-1." },
    { JUG_PURPOSE_WAIT, "wait() is to hear of the end of b-1." },
    { JUG_PURPOSE_AS_COMPLETED, "as_completed() is to hear of the end of b-1." },
    { JUG_PURPOSE_SHIELD, "shield() keeps a cancellation away from b-1." },
    { JUG_PURPOSE_TASK_GROUP, "The task group has to wait for b-1." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JugTestTrace) t = start ();
      guint32 future = jug_test_trace_future (t, rows[i].purpose, NULL, 0);

      jug_test_trace_child (t, future, 3);
      assert_tells (t, -1, rows[i].sentence);
    }
}

static void
test_a_child_may_be_a_plain_future (void)
{
  g_autoptr (JugTestTrace) t = start ();
  guint32 plain = jug_test_trace_future (t, JUG_PURPOSE_PLAIN, NULL, 0);
  guint32 future = jug_test_trace_future (t, JUG_PURPOSE_GATHER, "1", 0);

  jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_FUTURE_CHILD,
                                           .object = future,
                                           .value = plain,
                                           .cause = JUG_NO_EVENT });
  assert_tells (t, -1, "gather() will collect the result of a future.");
}

/* main waits for a and b, and a ends. */
static JugTestTrace *
end_one_of_two (JugPurpose purpose, const char *label)
{
  JugTestTrace *t = start ();
  guint32 future = jug_test_trace_future (t, purpose, label, 0);

  jug_test_trace_child (t, future, 2);
  jug_test_trace_child (t, future, 3);
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, future);
  jug_test_trace_step (t, 2, NULL);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "None");
  return t;
}

static void
test_counts_where_all_are_waited_for (void)
{
  static const struct
  {
    JugPurpose purpose;
    const char *label;
  } rows[] = { { JUG_PURPOSE_GATHER, "2" },
               { JUG_PURPOSE_WAIT, "ALL_COMPLETED" },
               { JUG_PURPOSE_TASK_GROUP, NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JugTestTrace) t = end_one_of_two (rows[i].purpose, rows[i].label);
      guint32 told;

      assert_tells (t, -1, "a-1 is done. Of the 2 that main-1 waits for, 1 has ended.");
      told = jug_test_trace_queue (t, JUG_TASK_LOOP, "tell",
                                   jug_trace_get_n_events (jug_test_trace_get_trace (t)) -
                                       1);
      jug_test_trace_callback (t, told);
      assert_tells (t, -1,
                    "tell is told that a-1 is done. By now it is 1 of 2, so main-1 "
                    "goes on waiting.");
    }
}

/* Where one is enough, nothing goes on waiting. */
static void
test_does_not_count_where_one_is_enough (void)
{
  static const struct
  {
    JugPurpose purpose;
    const char *label;
  } rows[] = { { JUG_PURPOSE_WAIT, "FIRST_COMPLETED" },
               { JUG_PURPOSE_WAIT, "FIRST_EXCEPTION" },
               { JUG_PURPOSE_AS_COMPLETED, NULL },
               { JUG_PURPOSE_SHIELD, NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JugTestTrace) t = end_one_of_two (rows[i].purpose, rows[i].label);

      assert_tells (t, -1, "a-1 is done.");
    }
}

static void
test_a_shield_names_its_task (void)
{
  g_autoptr (JugTestTrace) t = start ();
  guint32 future = jug_test_trace_future (t, JUG_PURPOSE_SHIELD, NULL, 0);

  jug_test_trace_child (t, future, 3);
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, future);
  assert_tells (
      t, -1,
      "main-1 waits for b-1, which is shielded: it goes on even if this wait is "
      "cancelled.");
}

static void
test_a_timeout_says_whom_it_cancels (void)
{
  g_autoptr (JugTestTrace) t = start ();

  jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_TIMER_ARM,
                                           .detail = JUG_TIMER_CANCELS,
                                           .task = 1,
                                           .object = 9,
                                           .deadline_ns = 2000000000 });
  assert_tells (
      t, -1,
      "A timeout begins: if its block is not over at 2 s, main-1 will be cancelled.");
}

static void
test_a_timeout_is_up (void)
{
  g_autoptr (JugTestTrace) t = start ();
  guint32 armed, fired;

  armed = jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_TIMER_ARM,
                                                   .detail = JUG_TIMER_CANCELS,
                                                   .task = 1,
                                                   .object = 9,
                                                   .deadline_ns = 2000000000 });
  jug_test_trace_wait (t, JUG_WAIT_FUTURE,
                       jug_test_trace_future (t, JUG_PURPOSE_PLAIN, NULL, 0));
  jug_test_trace_set_time (t, 2000000000);
  fired = jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_TIMER_FIRE, .object = 9, .cause = armed });
  fired = jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_CALLBACK_RUN,
                     .object = 9,
                     .text = jug_trace_intern (jug_test_trace_get_trace (t), "timeout"),
                     .cause = fired });
  fired = jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_CANCEL, .task = 1, .cause = fired });
  jug_test_trace_queue (t, 1, NULL, fired);
  jug_test_trace_step (t, 1, "CancelledError");
  assert_tells (t, -1,
                "main-1 runs, and its await raises CancelledError: its timeout is up.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/study/narration-children/says-what-a-future-is-for",
                   test_says_what_a_future_is_for);
  g_test_add_func ("/juggler/study/narration-children/a-child-may-be-a-plain-future",
                   test_a_child_may_be_a_plain_future);
  g_test_add_func ("/juggler/study/narration-children/counts-where-all-are-waited-for",
                   test_counts_where_all_are_waited_for);
  g_test_add_func ("/juggler/study/narration-children/does-not-count-where-one-is-enough",
                   test_does_not_count_where_one_is_enough);
  g_test_add_func ("/juggler/study/narration-children/a-shield-names-its-task",
                   test_a_shield_names_its_task);
  g_test_add_func ("/juggler/study/narration-children/a-timeout-says-whom-it-cancels",
                   test_a_timeout_says_whom_it_cancels);
  g_test_add_func ("/juggler/study/narration-children/a-timeout-is-up",
                   test_a_timeout_is_up);
  return g_test_run ();
}
