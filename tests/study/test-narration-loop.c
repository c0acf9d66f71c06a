/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences about the loop: its turns, what it waits for, and the program's end. */
#include "jug-narration-check.h"

static void
test_the_loop_starts (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  jug_test_trace_add (t, JUG_EVENT_LOOP_START, 0, 0, 0);
  assert_tells (t, -1, "The loop starts with nothing in its ready queue.");
  jug_test_trace_add (t, JUG_EVENT_LOOP_STOP, 0, 0, 0);
  jug_test_trace_create (t, "main");
  assert_tells (t, -2, "asyncio.run() creates main-1 and puts it in the ready queue.");
  jug_test_trace_add (t, JUG_EVENT_LOOP_START, 0, 0, 0);
  assert_tells (t, -1, "The loop starts: main-1 is in its ready queue.");
  jug_test_trace_queue (t, 0, "x", JUG_NO_EVENT);
  jug_test_trace_add (t, JUG_EVENT_LOOP_START, 0, 0, 0);
  assert_tells (t, -1, "The loop starts with 2 callbacks in its ready queue.");
}

static void
test_the_loop_starts_once_more (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  jug_test_trace_queue (t, 0, "shutdown_asyncgens", JUG_NO_EVENT);
  jug_test_trace_add (t, JUG_EVENT_LOOP_START, 0, 0, 0);
  assert_tells (t, -1, "The loop starts once more, for shutdown_asyncgens.");
}

static void
test_the_loop_stops (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  jug_test_trace_add (t, JUG_EVENT_LOOP_STOP, 0, 0, 0);
  assert_tells (t, -1, "The loop stops.");
  jug_narration_check_start_task (t, "main");
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, jug_test_trace_future (t, 0, NULL, 0));
  jug_test_trace_add (t, JUG_EVENT_LOOP_STOP, 0, 0, 0);
  assert_tells (
      t, -1,
      "The loop stops: every task waits, and nothing is left that could wake one.");
}

/* With that, the callback that stops the loop runs. */
static void
stop_loop (JugTestTrace *t, guint32 cause)
{
  guint32 stop = jug_test_trace_queue (t, JUG_TASK_LOOP, "run_until_complete", cause);

  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  jug_test_trace_callback (t, stop);
  jug_test_trace_callback_end (t, stop);
  jug_test_trace_add (t, JUG_EVENT_LOOP_STOP, 0, 0, 0);
}

static void
test_the_loop_stops_after_cleaning_up (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  guint32 gather = jug_test_trace_future (t, JUG_PURPOSE_GATHER, "1", 0), cleaner;

  stop_loop (t, jug_test_trace_future_done (t, gather, JUG_OUTCOME_RESULT, "[None]",
                                            JUG_NO_EVENT));
  assert_tells (
      t, -1, "The loop stops, because all that asyncio.run() has cancelled has ended.");
  cleaner = jug_test_trace_queue (t, JUG_TASK_LOOP, "shutdown_asyncgens",
                                  jug_trace_get_n_events (trace) - 1);
  assert_tells (
      t, -1,
      "asyncio.run() cleans up: it has shutdown_asyncgens put in the ready queue.");
  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  stop_loop (t, jug_test_trace_callback (t, cleaner));
  assert_tells (t, -1, "The loop stops, because shutdown_asyncgens has done its work.");
}

static void
test_says_where_no_order_is_promised (void)
{
  static const char *const sentences[] = {
    "TaskGroup is about to cancel 3 tasks, in no order that asyncio promises: here in "
    "the "
    "order in which they were made.",
    "asyncio.run() is about to cancel 3 tasks, in no order that asyncio promises: here "
    "in "
    "the order in which they were made.",
    "as_completed() makes tasks of 3 coroutines, in no order that asyncio promises: here "
    "in the order in which it was given them.",
    "wait() returns a set with 3 tasks, in no order that asyncio promises: here in the "
    "order in which they were made.",
    "all_tasks() returns a set with 3 tasks, in no order that asyncio promises: here in "
    "the order in which they were made.",
    "3 of those that as_completed() is to yield are done already; they come first, in "
    "no order that asyncio promises: here in the order in which they were made.",
  };
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  G_STATIC_ASSERT (G_N_ELEMENTS (sentences) == JUG_UNORDERED_COMPLETED + 1);
  for (guint what = 0; what < G_N_ELEMENTS (sentences); what++)
    {
      jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_UNORDERED,
                                               .detail = (guint8) what,
                                               .value = 3,
                                               .cause = JUG_NO_EVENT });
      assert_tells (t, -1, sentences[what]);
    }
}

static void
test_a_turn_begins (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  jug_test_trace_iteration (t);
  assert_tells (t, -1, "Turn 1 of the loop begins: nothing is ready.");
  jug_test_trace_run (t);
  assert_tells (t, -1, "Nothing is ready, so this turn is over.");
  jug_test_trace_create (t, "a");
  jug_test_trace_iteration (t);
  assert_tells (t, -1, "Turn 2 of the loop begins: only a-1 is ready.");
  jug_test_trace_run (t);
  assert_tells (
      t, -1,
      "The loop runs what is ready now: a-1. Whatever is added meanwhile waits for the "
      "next turn.");
  jug_test_trace_create (t, "a");
  jug_test_trace_iteration (t);
  assert_tells (t, -1, "Turn 3 of the loop begins: 2 callbacks are ready.");
  jug_test_trace_run (t);
  assert_tells (
      t, -1,
      "The loop runs the 2 callbacks that are ready now. Whatever is added meanwhile "
      "waits for the next turn.");
}

static void
test_a_turn_with_one_callback_begins (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  jug_test_trace_queue (t, 0, "x", JUG_NO_EVENT);
  jug_test_trace_iteration (t);
  assert_tells (t, -1, "Turn 1 of the loop begins: 1 callback is ready.");
  jug_test_trace_run (t);
  assert_tells (
      t, -1,
      "The loop runs the one callback that is ready now. Whatever is added meanwhile "
      "waits for the next turn.");
}

static void
test_the_loop_waits (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  jug_test_trace_poll (t, 2 * SECOND);
  assert_tells (t, -1,
                "The loop has nothing to run, so it waits until the next timer at 2 s.");
  jug_test_trace_poll (t, -1);
  assert_tells (t, -1, "The loop has nothing to run, so it waits for the outside world.");
  jug_test_trace_add (t, JUG_EVENT_IO_START, 0, 1, 0);
  jug_test_trace_poll (t, -1);
  assert_tells (
      t, -1,
      "The loop has nothing to run, so it waits for the outside world: 1 answer is to "
      "come.");
  jug_test_trace_poll (t, 5 * SECOND);
  assert_tells (
      t, -1,
      "The loop has nothing to run, so it waits for the outside world, and for the next "
      "timer at 5 s.");
}

static void
test_the_loop_waits_for_what_was_asked (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  for (guint32 i = 1; i <= 2; i++)
    {
      jug_test_trace_add_event (
          t, (JugEvent){ .kind = JUG_EVENT_IO_START,
                         .object = i,
                         .text = jug_trace_intern (jug_test_trace_get_trace (t), "GET /"),
                         .cause = JUG_NO_EVENT });
      jug_test_trace_poll (t, -1);
      assert_tells (
          t, -1,
          i == 1
              ? "The loop has nothing to run, so it waits for the outside world: GET /."
              : "The loop has nothing to run, so it waits for the outside world: 2 "
                "answers are "
                "to come.");
    }
}

static void
test_the_end_of_the_program (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  jug_narration_check_add_value (t, JUG_EVENT_SHUTDOWN, 0, 0);
  assert_tells (t, -1, "The program is coming to its end, and no task is left.");
  jug_narration_check_add_value (t, JUG_EVENT_SHUTDOWN, 0, 1);
  assert_tells (
      t, -1,
      "The program is coming to its end, so asyncio.run() cancels the 1 task that is "
      "left.");
  jug_narration_check_add_value (t, JUG_EVENT_SHUTDOWN, 0, 2);
  assert_tells (
      t, -1,
      "The program is coming to its end, so asyncio.run() cancels the 2 tasks that are "
      "left.");
  jug_narration_check_add_text (t, JUG_EVENT_EXIT, 0, 0, "ValueError");
  assert_tells (t, -1, "The program ends with ValueError.");
  jug_narration_check_add_text (t, JUG_EVENT_EXCEPTION, 0, 0, "no door");
  assert_tells (t, -1, "The exception says: no door");
  jug_narration_check_add_text (t, JUG_EVENT_EXIT, 0, 0, "OSError");
  assert_tells (t, -1, "The program ends with OSError: no door.");
  jug_narration_check_add_text (t, JUG_EVENT_EXIT, 0, 0, "deadlock");
  assert_tells (
      t, -1,
      "Deadlock: every task waits, no timer is armed, and nothing outside can wake one, "
      "so the program can never go on.");
  jug_narration_check_add_text (t, JUG_EVENT_LIMIT, 0, 0, "The trace is full.");
  assert_tells (t, -1, "The recording ends here: The trace is full.");
}

#define PATH "/juggler/study/narration-loop/"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (PATH "the-loop-starts", test_the_loop_starts);
  g_test_add_func (PATH "the-loop-starts-once-more", test_the_loop_starts_once_more);
  g_test_add_func (PATH "says-where-no-order-is-promised",
                   test_says_where_no_order_is_promised);
  g_test_add_func (PATH "the-loop-stops", test_the_loop_stops);
  g_test_add_func (PATH "the-loop-stops-after-cleaning-up",
                   test_the_loop_stops_after_cleaning_up);
  g_test_add_func (PATH "a-turn-begins", test_a_turn_begins);
  g_test_add_func (PATH "a-turn-with-one-callback-begins",
                   test_a_turn_with_one_callback_begins);
  g_test_add_func (PATH "the-loop-waits", test_the_loop_waits);
  g_test_add_func (PATH "the-loop-waits-for-what-was-asked",
                   test_the_loop_waits_for_what_was_asked);
  g_test_add_func (PATH "the-end-of-the-program", test_the_end_of_the_program);
  return g_test_run ();
}
