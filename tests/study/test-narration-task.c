/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences about tasks: how they begin, give way, are cancelled and end. */
#include "jug-narration-check.h"

static void
test_tasks_are_created (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 callback;

  jug_test_trace_add (t, JUG_EVENT_LOOP_START, 0, 0, 0);
  callback = jug_test_trace_queue (t, 0, "serve", JUG_NO_EVENT);
  jug_test_trace_callback (t, callback);
  jug_test_trace_create (t, "a");
  assert_tells (t, -2,
                "A callback creates a-1, puts it in the ready queue, and goes on.");
  assert_tells (t, -1, "a-1 is new and goes to the ready queue.");
  jug_test_trace_callback_end (t, callback);
  jug_test_trace_step (t, 1, NULL);
  assert_tells (
      t, -1,
      "a-1 begins: a callback put it in the ready queue, and nobody was ahead of it.");
  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_TASK_CREATE,
                     .task = 2,
                     .object = 1,
                     .detail = 1,
                     .text = jug_trace_intern (jug_test_trace_get_trace (t), "b"),
                     .cause = JUG_NO_EVENT });
  assert_tells (
      t, -1,
      "a-1 creates b-1, an eager task: it begins at once, without the ready queue.");
  jug_test_trace_add_event (
      t,
      (JugEvent){ .kind = JUG_EVENT_STEP,
                  .task = 2,
                  .cause = jug_trace_get_n_events (jug_test_trace_get_trace (t)) - 1 });
  assert_tells (t, -1,
                "b-1 begins at once, inside the step of a-1: it is an eager task.");
}

static void
test_main_begins (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  jug_narration_check_start_task (t, "main");
  assert_tells (t, -1,
                "main-1 begins: asyncio.run() put it in the ready queue, and nobody was "
                "ahead of it.");
}

static void
test_tasks_give_way (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 a = jug_narration_check_start_task (t, "a");

  jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
  assert_tells (t, -2,
                "a-1 lets the others go first: it goes to the end of the ready queue.");
  assert_tells (t, -1, "a-1 goes to the end of the ready queue.");
  jug_test_trace_step (t, a, NULL);
  assert_tells (t, -1,
                "a-1 goes on: it let the others go first, but nobody else was ready.");
  jug_test_trace_create (t, "b");
  jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
  assert_tells (t, -1,
                "a-1 goes to the end of the ready queue. 1 callback is ahead of it.");
  jug_test_trace_step (t, 2, NULL);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, NULL);
  jug_test_trace_step (t, a, NULL);
  assert_tells (t, -1,
                "a-1 goes on: it let the others go first, and only b-1 was ahead of it.");
  jug_test_trace_create (t, "b");
  jug_test_trace_create (t, "b");
  jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
  jug_test_trace_step (t, 3, NULL);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, NULL);
  jug_test_trace_step (t, 4, NULL);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, NULL);
  jug_test_trace_step (t, a, NULL);
  assert_tells (
      t, -1, "a-1 goes on: it let the others go first, and 2 others were ahead of it.");
}

static void
test_ends_of_tasks (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  jug_narration_check_start_task (t, "a");
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "'soup'");
  assert_tells (t, -1, "a-1 is done and returns 'soup'.");
  jug_narration_check_start_task (t, "a");
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "None");
  assert_tells (t, -1, "a-2 is done.");
  jug_narration_check_start_task (t, "a");
  jug_test_trace_done (t, JUG_OUTCOME_EXCEPTION, "ValueError");
  assert_tells (t, -1, "a-3 fails with ValueError.");
  jug_narration_check_start_task (t, "a");
  jug_test_trace_done (t, JUG_OUTCOME_CANCELLED, "CancelledError");
  assert_tells (t, -1, "a-4 ends cancelled.");
}

static void
test_ends_that_others_wait_for (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 a = jug_test_trace_create (t, "a");
  guint32 b = jug_test_trace_create (t, "b");

  for (guint i = 0; i < 3; i++)
    {
      jug_narration_check_start_task (t, "main");
      jug_test_trace_wait (t, JUG_WAIT_TASK, i < 2 ? a : b);
    }
  assert_tells (t, -1, "main-3 waits until b-1 is done.");
  jug_test_trace_step (t, a, NULL);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, NULL);
  assert_tells (t, -1, "a-1 is done. 2 tasks that waited for it go to the ready queue.");
  jug_test_trace_step (t, b, NULL);
  jug_test_trace_done (t, JUG_OUTCOME_EXCEPTION, "ValueError");
  assert_tells (
      t, -1,
      "b-1 fails with ValueError. main-3 waits for it, and the exception will be raised "
      "there.");
}

static void
test_an_end_that_one_waits_for (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 a = jug_test_trace_create (t, "a");

  jug_narration_check_start_task (t, "main");
  jug_test_trace_wait (t, JUG_WAIT_TASK, a);
  jug_test_trace_step (t, a, NULL);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "1");
  assert_tells (
      t, -1,
      "a-1 is done and returns 1. main-1, which waited for it, goes to the ready queue.");
}

static void
test_a_task_that_never_began_ends (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 a;

  jug_narration_check_start_task (t, "main");
  a = jug_test_trace_create (t, "a");
  jug_test_trace_cancel (t, a);
  assert_tells (
      t, -1, "main-1 cancels a-1. It has not begun, and not one of its lines will run.");
  jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
  jug_test_trace_step (t, a, "CancelledError");
  assert_tells (t, -1,
                "a-1 ends before its first line: main-1 has cancelled it, and "
                "CancelledError is thrown in.");
  jug_test_trace_done (t, JUG_OUTCOME_CANCELLED, "CancelledError");
  assert_tells (t, -1, "a-1 ends cancelled, without having run a line of its own.");
}

static void
test_cancels (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 nap, done, yields, waits;

  nap = jug_narration_check_start_task (t, "nap");
  jug_test_trace_sleep (t, SECOND);
  done = jug_narration_check_start_task (t, "done");
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, NULL);
  yields = jug_narration_check_start_task (t, "yields");
  jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
  waits = jug_narration_check_start_task (t, "waits");
  jug_test_trace_wait (t, JUG_WAIT_TASK, nap);
  jug_narration_check_start_task (t, "main");

  jug_test_trace_cancel (t, nap);
  assert_tells (
      t, -1,
      "main-1 cancels nap-1. It waits no longer: when its turn comes, its await raises "
      "CancelledError.");
  jug_test_trace_cancel (t, done);
  assert_tells (t, -1,
                "main-1 cancels done-1. It has ended already, so nothing comes of it.");
  jug_test_trace_cancel (t, yields);
  assert_tells (
      t, -1,
      "main-1 cancels yields-1. It is ready: when its turn comes, its await raises "
      "CancelledError.");
  jug_test_trace_cancel (t, waits);
  assert_tells (
      t, -1,
      "main-1 cancels waits-1. It waits for nap-1, so that one is cancelled, too.");
  jug_test_trace_cancel (t, 5);
  assert_tells (
      t, -1,
      "main-1 cancels itself. It runs on, and the next await raises CancelledError in "
      "it.");
}

static void
test_blocking_is_told_to_whom_it_delays (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 hog = jug_test_trace_create (t, "hog"),
          late = jug_test_trace_create (t, "late");

  jug_test_trace_step (t, hog, NULL);
  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_BLOCK, .task = hog, .deadline_ns = 2 * SECOND });
  assert_tells (t, -1,
                "hog-1 blocks the whole loop for 2 s: nothing else can run meanwhile.");
  jug_test_trace_set_time (t, 2 * SECOND);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, NULL);
  jug_test_trace_step (t, late, NULL);
  assert_tells (
      t, -1,
      "late-1 begins: asyncio.run() put it in the ready queue, and only hog-1 was ahead "
      "of it. It was ready for 2 s, while hog-1 blocked the loop.");
}

static void
test_a_long_time_in_the_queue_is_told (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 a = jug_test_trace_create (t, "a");

  jug_test_trace_set_time (t, SECOND / 4);
  jug_test_trace_step (t, a, NULL);
  assert_tells (
      t, -1,
      "a-1 begins: asyncio.run() put it in the ready queue, and nobody was ahead of it. "
      "It was ready for 0.25 s before its turn came.");
}

static void
test_uncancel (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  jug_narration_check_start_task (t, "a");
  jug_narration_check_add_value (t, JUG_EVENT_UNCANCEL, 1, 0);
  assert_tells (
      t, -1,
      "A request to cancel a-1 is taken back: it is not being cancelled any more.");
  jug_narration_check_add_value (t, JUG_EVENT_UNCANCEL, 1, 1);
  assert_tells (t, -1, "A request to cancel a-1 is taken back: 1 is left.");
  jug_narration_check_add_value (t, JUG_EVENT_UNCANCEL, 1, 2);
  assert_tells (t, -1, "A request to cancel a-1 is taken back: 2 are left.");
}

#define PATH "/juggler/study/narration-task/"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (PATH "tasks-are-created", test_tasks_are_created);
  g_test_add_func (PATH "main-begins", test_main_begins);
  g_test_add_func (PATH "tasks-give-way", test_tasks_give_way);
  g_test_add_func (PATH "ends-of-tasks", test_ends_of_tasks);
  g_test_add_func (PATH "ends-that-others-wait-for", test_ends_that_others_wait_for);
  g_test_add_func (PATH "an-end-that-one-waits-for", test_an_end_that_one_waits_for);
  g_test_add_func (PATH "a-task-that-never-began-ends",
                   test_a_task_that_never_began_ends);
  g_test_add_func (PATH "cancels", test_cancels);
  g_test_add_func (PATH "blocking-is-told-to-whom-it-delays",
                   test_blocking_is_told_to_whom_it_delays);
  g_test_add_func (PATH "a-long-time-in-the-queue-is-told",
                   test_a_long_time_in_the_queue_is_told);
  g_test_add_func (PATH "uncancel", test_uncancel);
  return g_test_run ();
}
