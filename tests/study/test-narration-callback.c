/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences about timers, and about callbacks that are no steps. */
#include "jug-narration-check.h"

static void
test_timers (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 armed, timer;

  armed = jug_test_trace_add_event (
      t,
      (JugEvent){ .kind = JUG_EVENT_TIMER_ARM, .object = 1, .deadline_ns = SECOND / 2 });
  assert_tells (t, -1, "A timer that is due at 0.5 s is set.");
  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_TIMER_FIRE, .object = 1, .cause = armed });
  assert_tells (t, -1, "A timer is due: its callback goes to the ready queue.");
  jug_test_trace_set_time (t, SECOND);
  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_TIMER_FIRE, .object = 1, .cause = armed });
  assert_tells (
      t, -1,
      "A timer is due, 0.5 s late because the loop was busy: its callback goes to the "
      "ready queue.");

  jug_test_trace_add_event (
      t,
      (JugEvent){ .kind = JUG_EVENT_TIMER_ARM, .object = 2, .deadline_ns = 7 * SECOND });
  jug_test_trace_add (t, JUG_EVENT_TIMER_CANCEL, 0, 2, 0);
  assert_tells (t, -1,
                "The timer that is due at 7 s is cancelled: nobody needs it any more.");
  jug_test_trace_add (t, JUG_EVENT_TIMER_CANCEL, 0, 3, 0);
  assert_tells (t, -1, "A timer is cancelled.");

  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_BLOCK, .task = 0, .deadline_ns = SECOND });
  jug_narration_check_start_task (t, "nap");
  timer = jug_test_trace_sleep (t, SECOND);
  assert_tells (t, -2, "A timer that is due at 2 s is set for nap-1.");
  jug_test_trace_set_time (t, 3 * SECOND);
  jug_test_trace_fire (t, timer, FALSE);
  assert_tells (
      t, -1,
      "The timer of nap-1 is due, 1 s late because the loop was busy: its callback "
      "goes to the ready queue.");
  jug_test_trace_step (t, 1, NULL);
  timer = jug_test_trace_sleep (t, SECOND);
  jug_test_trace_add (t, JUG_EVENT_TIMER_CANCEL, 0, timer, 0);
  assert_tells (
      t, -1,
      "The timer of nap-1 that is due at 4 s is cancelled: nobody needs it any more.");
}

static void
test_a_timer_without_delay (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_TIMER_ARM, .object = 1, .deadline_ns = -SECOND });
  assert_tells (t, -1, "A timer that is due at once is set.");
}

static void
test_late_timers_say_who_blocked_the_loop (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 armed[2];

  jug_narration_check_start_task (t, "nap");
  for (guint i = 0; i < 2; i++)
    armed[i] = jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_TIMER_ARM,
                                                        .task = i,
                                                        .object = i + 5,
                                                        .deadline_ns = SECOND });
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, jug_test_trace_future (t, 0, NULL, 0));
  jug_narration_check_start_task (t, "hog");
  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_BLOCK, .task = 2, .deadline_ns = 3 * SECOND });
  jug_test_trace_set_time (t, 3 * SECOND);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, NULL);
  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_TIMER_FIRE, .object = 5, .cause = armed[0] });
  assert_tells (
      t, -1,
      "A timer is due, 2 s late because hog-1 blocked the loop: its callback goes to the "
      "ready queue.");
  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_TIMER_FIRE, .object = 6, .cause = armed[1] });
  assert_tells (
      t, -1,
      "The timer of nap-1 is due, 2 s late because hog-1 blocked the loop: its callback "
      "goes to the ready queue.");
}

static void
test_callbacks_that_are_no_steps (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 first, second;

  jug_narration_check_start_task (t, "main");
  first = jug_test_trace_queue (
      t, 0, "greet", jug_trace_get_n_events (jug_test_trace_get_trace (t)) - 1);
  assert_tells (t, -1, "main-1 has the callback “greet” put in the ready queue.");
  second = jug_test_trace_queue (t, 0, NULL, JUG_NO_EVENT);
  assert_tells (
      t, -1, "main-1 has a callback put in the ready queue. 1 callback is ahead of it.");
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, jug_test_trace_future (t, 0, NULL, 0));
  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  jug_test_trace_callback (t, first);
  assert_tells (t, -1, "The loop runs the callback “greet”, as main-1 has asked.");
  jug_test_trace_callback_end (t, first);
  assert_tells (t, -1, "That was the callback “greet”. The loop takes the next one.");
  jug_test_trace_callback (t, second);
  assert_tells (t, -1, "The loop runs a callback, as main-1 has asked.");
  jug_test_trace_callback_end (t, second);
  assert_tells (t, -1, "That was a callback, the last one of this turn.");
}

static void
test_a_cancelled_callback_is_passed_over (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 callback = jug_test_trace_queue (t, 0, "greet", JUG_NO_EVENT);

  assert_tells (t, -1, "The ready queue gets one more: the callback “greet”.");
  jug_test_trace_add (t, JUG_EVENT_CALLBACK_CANCEL, 0, 7, 0);
  assert_tells (
      t, -1,
      "A callback is cancelled: it keeps its place in the ready queue, but will be "
      "passed over.");
  jug_test_trace_add (t, JUG_EVENT_CALLBACK_CANCEL, 0, callback, 0);
  assert_tells (t, -1,
                "The callback “greet” is cancelled: it keeps its place in the ready "
                "queue, but will be passed over.");
}

static void
test_a_cancelled_step_is_passed_over (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  jug_test_trace_create (t, "a");
  jug_test_trace_add (t, JUG_EVENT_CALLBACK_CANCEL, 0, 1, 0);
  assert_tells (
      t, -1,
      "The step of a-1 is cancelled: it keeps its place in the ready queue, but will be "
      "passed over.");
}

static void
test_callbacks_of_timers_and_futures (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 armed, fired, future, done;

  armed = jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_TIMER_ARM, .object = 8, .deadline_ns = 0 });
  fired = jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_TIMER_FIRE, .object = 8, .cause = armed });
  jug_narration_check_add_text (t, JUG_EVENT_PRINT, 0, 0, "");
  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_CALLBACK_QUEUE,
                     .object = 8,
                     .text = jug_trace_intern (jug_test_trace_get_trace (t), "tick"),
                     .cause = fired });
  assert_tells (t, -1, "Its timer is due, so the callback “tick” is in the ready queue.");
  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_CALLBACK_RUN,
                     .object = 8,
                     .text = jug_trace_intern (jug_test_trace_get_trace (t), "tick"),
                     .cause = fired + 2 });
  assert_tells (t, -1, "The loop runs the callback “tick”, for its timer is due.");
  future = jug_test_trace_future (t, 0, NULL, 0);
  done = jug_test_trace_future_done (t, future, JUG_OUTCOME_RESULT, NULL, JUG_NO_EVENT);
  future = jug_test_trace_queue (t, 0, "cheer", done);
  assert_tells (t, -1,
                "A future is done, so the callback “cheer” goes to the ready queue: it "
                "was to be told.");
  jug_test_trace_callback (t, future);
  assert_tells (t, -1, "The loop runs the callback “cheer”, for a future is done.");
}

static void
test_callbacks_hear_of_the_ends_of_tasks (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  static const char *const told[] = {
    "watch is told that a-1 is done.",
    "watch is told that a-2 failed with ValueError.",
    "watch is told that a-3 was cancelled.",
  };

  for (guint outcome = 0; outcome < 3; outcome++)
    {
      guint32 done, callback;

      jug_narration_check_start_task (t, "a");
      done = jug_test_trace_done (t, outcome, outcome == 1 ? "ValueError" : NULL);
      callback = jug_test_trace_queue (t, 0, "watch", done);
      if (outcome == 0)
        assert_tells (
            t, -1,
            "Because a-1 has ended, the callback “watch” goes to the ready queue: it was "
            "to be told.");
      jug_test_trace_callback (t, callback);
      assert_tells (t, -1, told[outcome]);
    }
}

#define PATH "/juggler/study/narration-callback/"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (PATH "timers", test_timers);
  g_test_add_func (PATH "a-timer-without-delay", test_a_timer_without_delay);
  g_test_add_func (PATH "late-timers-say-who-blocked-the-loop",
                   test_late_timers_say_who_blocked_the_loop);
  g_test_add_func (PATH "callbacks-that-are-no-steps", test_callbacks_that_are_no_steps);
  g_test_add_func (PATH "a-cancelled-callback-is-passed-over",
                   test_a_cancelled_callback_is_passed_over);
  g_test_add_func (PATH "a-cancelled-step-is-passed-over",
                   test_a_cancelled_step_is_passed_over);
  g_test_add_func (PATH "callbacks-of-timers-and-futures",
                   test_callbacks_of_timers_and_futures);
  g_test_add_func (PATH "callbacks-hear-of-the-ends-of-tasks",
                   test_callbacks_hear_of_the_ends_of_tasks);
  return g_test_run ();
}
