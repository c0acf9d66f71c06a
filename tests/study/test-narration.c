/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences: what happened to tasks and the loop, word by word. */
#include "jug-narration-check.h"

static void
assert_kind_tells (JugTrace *trace, JugEventKind kind, guint n, const char *expected)
{
  g_autofree char *actual = jug_narration_check_tell_kind (trace, kind, n);

  g_assert_cmpstr (actual, ==, expected);
}

static guint32
start_task (JugTestTrace *t, const char *name)
{
  guint32 task = jug_test_trace_create (t, name);

  jug_test_trace_step (t, task, NULL);
  return task;
}

static guint32
add_text (
    JugTestTrace *t, JugEventKind kind, guint32 task, guint detail, const char *text)
{
  return jug_test_trace_add_event (
      t, (JugEvent){ .kind = kind,
                     .task = task,
                     .detail = detail,
                     .text = jug_trace_intern (jug_test_trace_get_trace (t), text),
                     .cause = JUG_NO_EVENT });
}

static guint32
add_value (JugTestTrace *t, JugEventKind kind, guint32 task, guint32 value)
{
  return jug_test_trace_add_event (
      t, (JugEvent){ .kind = kind, .task = task, .value = value, .cause = JUG_NO_EVENT });
}

/* The example that everybody thinks of first, from its beginning to its end. */
static void
test_a_gather_is_told_from_beginning_to_end (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);

  assert_kind_tells (trace, JUG_EVENT_TASK_CREATE, 2,
                     "main-1 creates hello-1, puts it in the ready queue, and goes on.");
  assert_kind_tells (
      trace, JUG_EVENT_TASK_CREATE, 3,
      "main-1 creates hello-2, puts it in the ready queue behind 1 other, and goes on.");
  assert_kind_tells (
      trace, JUG_EVENT_TASK_CREATE, 4,
      "main-1 creates hello-3, puts it in the ready queue behind 2 others, and goes on.");
  assert_kind_tells (trace, JUG_EVENT_WAIT, 1, "main-1 waits for gather: 0 of 3 done.");
  assert_kind_tells (
      trace, JUG_EVENT_STEP, 2,
      "hello-1 begins: main-1 put it in the ready queue, and nobody was ahead of it.");
  assert_kind_tells (trace, JUG_EVENT_STEP, 3,
                     "hello-2 begins: main-1 put it in the ready queue, and only hello-1 "
                     "was ahead of it.");
  assert_kind_tells (trace, JUG_EVENT_STEP, 4,
                     "hello-3 begins: main-1 put it in the ready queue, and 2 callbacks "
                     "were ahead of it.");
  assert_kind_tells (
      trace, JUG_EVENT_WAIT, 3,
      "hello-2 sleeps for 2 s: it waits for its timer, which is due at 2 s.");
  assert_kind_tells (
      trace, JUG_EVENT_POLL, 1,
      "The loop has nothing to run, so it waits until the next timer, that of "
      "hello-1, at 1 s.");
  assert_kind_tells (
      trace, JUG_EVENT_TIMER_FIRE, 1,
      "The timer of hello-1 is due: its callback goes to the ready queue.");
  assert_kind_tells (trace, JUG_EVENT_CALLBACK_RUN, 1,
                     "The loop runs a callback, for the timer of hello-1 is due.");
  assert_kind_tells (
      trace, JUG_EVENT_FUTURE_DONE, 1,
      "hello-1 is ready: its 1 s timer fired, so it goes to the ready queue.");
  assert_kind_tells (
      trace, JUG_EVENT_STEP, 5,
      "hello-1 runs: its 1 s timer fired, so the loop put it in the ready queue, "
      "and nobody was ahead of it.");
  assert_kind_tells (
      trace, JUG_EVENT_DONE, 1,
      "hello-1 is done and returns 1. Of the 3 that main-1 waits for, 1 has ended.");
  assert_kind_tells (
      trace, JUG_EVENT_DONE, 2,
      "hello-2 is done and returns 2. Of the 3 that main-1 waits for, 2 have ended.");
  assert_kind_tells (trace, JUG_EVENT_DONE, 3,
                     "hello-3 is done and returns 3. With that, all 3 that main-1 waits "
                     "for have ended.");
  assert_kind_tells (trace, JUG_EVENT_CALLBACK_RUN, 2,
                     "gather is told that hello-1 is done. By now it is 1 of 3, so "
                     "main-1 goes on waiting.");
  assert_kind_tells (trace, JUG_EVENT_CALLBACK_RUN, 6,
                     "gather is told that hello-3 is done. By now all 3 have ended.");
  assert_kind_tells (
      trace, JUG_EVENT_FUTURE_DONE, 4,
      "main-1 is ready: all 3 that it gathered are done, so it goes to the ready queue.");
  assert_kind_tells (
      trace, JUG_EVENT_STEP, 8,
      "main-1 runs: all 3 that it gathered are done, so the loop put it in the "
      "ready queue, and nobody was ahead of it.");
  assert_kind_tells (trace, JUG_EVENT_DONE, 4, "main-1 is done.");
  assert_kind_tells (trace, JUG_EVENT_LOOP_STOP, 1,
                     "The loop stops, because main-1 has ended.");
}

static void
test_the_place_before_the_first_event (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (1);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  g_autofree char *text = jug_narration_for_event (cursor, JUG_NO_EVENT);

  g_assert_cmpstr (text, ==, "Nothing has happened yet.");
}

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
  start_task (t, "main");
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, jug_test_trace_future (t, 0, NULL, 0));
  jug_test_trace_add (t, JUG_EVENT_LOOP_STOP, 0, 0, 0);
  assert_tells (
      t, -1,
      "The loop stops: every task waits, and nothing is left that could wake one.");
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

  add_value (t, JUG_EVENT_SHUTDOWN, 0, 0);
  assert_tells (t, -1, "The program is coming to its end, and no task is left.");
  add_value (t, JUG_EVENT_SHUTDOWN, 0, 1);
  assert_tells (
      t, -1,
      "The program is coming to its end, so asyncio.run() cancels the 1 task that is "
      "left.");
  add_value (t, JUG_EVENT_SHUTDOWN, 0, 2);
  assert_tells (
      t, -1,
      "The program is coming to its end, so asyncio.run() cancels the 2 tasks that are "
      "left.");
  add_text (t, JUG_EVENT_EXIT, 0, 0, "ValueError");
  assert_tells (t, -1, "The program ends with ValueError.");
  add_text (t, JUG_EVENT_EXIT, 0, 0, "deadlock");
  assert_tells (
      t, -1,
      "Deadlock: every task waits, no timer is armed, and nothing outside can wake one, "
      "so the program can never go on.");
  add_text (t, JUG_EVENT_LIMIT, 0, 0, "The trace is full.");
  assert_tells (t, -1, "The recording ends here: The trace is full.");
}

static void
test_timers (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 armed, timer;

  armed = jug_test_trace_add_event (
      t,
      (JugEvent){ .kind = JUG_EVENT_TIMER_ARM, .object = 1, .deadline_ns = SECOND / 2 });
  assert_tells (t, -1, "A timer is set, which is due at 0.5 s.");
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
  start_task (t, "nap");
  timer = jug_test_trace_sleep (t, SECOND);
  assert_tells (t, -2, "A timer is set for nap-1, which is due at 2 s.");
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
  assert_tells (t, -1, "A timer is set, which is due at once.");
}

static void
test_late_timers_say_who_blocked_the_loop (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 armed[2];

  start_task (t, "nap");
  for (guint i = 0; i < 2; i++)
    armed[i] = jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_TIMER_ARM,
                                                        .task = i,
                                                        .object = i + 5,
                                                        .deadline_ns = SECOND });
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, jug_test_trace_future (t, 0, NULL, 0));
  start_task (t, "hog");
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

  start_task (t, "main");
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
  add_text (t, JUG_EVENT_PRINT, 0, 0, "");
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

      start_task (t, "a");
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

  start_task (t, "main");
  assert_tells (t, -1,
                "main-1 begins: asyncio.run() put it in the ready queue, and nobody was "
                "ahead of it.");
}

static void
test_tasks_give_way (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 a = start_task (t, "a");

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
      t, -1,
      "a-1 goes on: it let the others go first, and 2 callbacks were ahead of it.");
}

static void
test_ends_of_tasks (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();

  start_task (t, "a");
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "'soup'");
  assert_tells (t, -1, "a-1 is done and returns 'soup'.");
  start_task (t, "a");
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "None");
  assert_tells (t, -1, "a-2 is done.");
  start_task (t, "a");
  jug_test_trace_done (t, JUG_OUTCOME_EXCEPTION, "ValueError");
  assert_tells (t, -1, "a-3 fails with ValueError.");
  start_task (t, "a");
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
      start_task (t, "main");
      jug_test_trace_wait (t, JUG_WAIT_TASK, i < 2 ? a : b);
    }
  assert_tells (t, -1, "main-3 waits until b-1 is done.");
  jug_test_trace_step (t, a, NULL);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, NULL);
  assert_tells (t, -1, "a-1 is done. 2 tasks wait for it and go to the ready queue.");
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

  start_task (t, "main");
  jug_test_trace_wait (t, JUG_WAIT_TASK, a);
  jug_test_trace_step (t, a, NULL);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "1");
  assert_tells (
      t, -1,
      "a-1 is done and returns 1. main-1 waits for it and goes to the ready queue.");
}

static void
test_a_task_that_never_began_ends (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 a;

  start_task (t, "main");
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

  nap = start_task (t, "nap");
  jug_test_trace_sleep (t, SECOND);
  done = start_task (t, "done");
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, NULL);
  yields = start_task (t, "yields");
  jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
  waits = start_task (t, "waits");
  jug_test_trace_wait (t, JUG_WAIT_TASK, nap);
  start_task (t, "main");

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
test_own_names_lines_and_output (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 callback;

  jug_trace_set_property (jug_test_trace_get_trace (t), JUG_TRACE_SOURCE,
                          "import asyncio\n\n    await x  \n");
  jug_test_trace_line (t, 1);
  assert_tells (t, -1, "The program comes to line 1: import asyncio");
  jug_test_trace_print (t, "hello");
  assert_tells (t, -1, "The program prints “hello”.");
  callback = jug_test_trace_queue (t, 0, NULL, JUG_NO_EVENT);
  jug_test_trace_callback (t, callback);
  jug_test_trace_print (t, "from a callback");
  assert_tells (t, -1, "A callback prints “from a callback”.");
  jug_test_trace_callback_end (t, callback);
  start_task (t, "a");
  jug_test_trace_line (t, 2);
  assert_tells (t, -1, "a-1 comes to line 2.");
  jug_test_trace_line (t, 3);
  assert_tells (t, -1, "a-1 comes to line 3: await x");
  jug_test_trace_line (t, 9);
  assert_tells (t, -1, "a-1 comes to line 9.");
  jug_test_trace_print (t, "");
  assert_tells (t, -1, "a-1 prints an empty line.");
  add_text (t, JUG_EVENT_TASK_NAME, 1, 0, "soup");
  assert_tells (t, -1, "A task is given its name, soup.");
  jug_test_trace_print (t, "ready");
  assert_tells (t, -1, "soup prints “ready”.");
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

  start_task (t, "a");
  add_value (t, JUG_EVENT_UNCANCEL, 1, 0);
  assert_tells (
      t, -1,
      "A request to cancel a-1 is taken back: it is not being cancelled any more.");
  add_value (t, JUG_EVENT_UNCANCEL, 1, 1);
  assert_tells (t, -1, "A request to cancel a-1 is taken back: 1 is left.");
  add_value (t, JUG_EVENT_UNCANCEL, 1, 2);
  assert_tells (t, -1, "A request to cancel a-1 is taken back: 2 are left.");
}

static void
test_reports (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  static const char *const sentences[] = {
    "Nobody ever asked for an exception, so Python reports it: x",
    "A task is gone before it has ended, so Python reports it: x",
    "A coroutine was never awaited, so none of it ran, and Python warns: x",
    "A callback failed; the loop reports it and goes on: x",
    "The loop was held up for long, so asyncio reports it: x",
    "A task failed while the end of the program cancelled it: x",
  };
  static const char *const about_task[] = {
    "Nobody ever asked for the exception of a-1, so Python reports it: x",
    "a-1 is gone before it has ended, so Python reports it: x",
    "a-1 never awaited a coroutine that it made, so Python warns: x",
    "A callback of a-1 failed; the loop reports it and goes on: x",
    "a-1 held the loop up for long, so asyncio reports it: x",
    "a-1 failed while the end of the program cancelled it: x",
  };

  for (guint report = 0; report < G_N_ELEMENTS (sentences); report++)
    {
      add_text (t, JUG_EVENT_REPORT, 0, report, "x");
      assert_tells (t, -1, sentences[report]);
    }
  start_task (t, "a");
  for (guint report = 0; report < G_N_ELEMENTS (about_task); report++)
    {
      add_text (t, JUG_EVENT_REPORT, 1, report, "x");
      assert_tells (t, -1, about_task[report]);
    }
  jug_test_trace_add (t, JUG_EVENT_INTERVENTION, 0, 1, 0);
  assert_tells (t, -1, "Here you stepped in.");
}

#define PATH "/juggler/study/narration/"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (PATH "a-gather-is-told-from-beginning-to-end",
                   test_a_gather_is_told_from_beginning_to_end);
  g_test_add_func (PATH "the-place-before-the-first-event",
                   test_the_place_before_the_first_event);
  g_test_add_func (PATH "the-loop-starts", test_the_loop_starts);
  g_test_add_func (PATH "the-loop-starts-once-more", test_the_loop_starts_once_more);
  g_test_add_func (PATH "the-loop-stops", test_the_loop_stops);
  g_test_add_func (PATH "a-turn-begins", test_a_turn_begins);
  g_test_add_func (PATH "a-turn-with-one-callback-begins",
                   test_a_turn_with_one_callback_begins);
  g_test_add_func (PATH "the-loop-waits", test_the_loop_waits);
  g_test_add_func (PATH "the-loop-waits-for-what-was-asked",
                   test_the_loop_waits_for_what_was_asked);
  g_test_add_func (PATH "the-end-of-the-program", test_the_end_of_the_program);
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
  g_test_add_func (PATH "tasks-are-created", test_tasks_are_created);
  g_test_add_func (PATH "main-begins", test_main_begins);
  g_test_add_func (PATH "tasks-give-way", test_tasks_give_way);
  g_test_add_func (PATH "ends-of-tasks", test_ends_of_tasks);
  g_test_add_func (PATH "ends-that-others-wait-for", test_ends_that_others_wait_for);
  g_test_add_func (PATH "an-end-that-one-waits-for", test_an_end_that_one_waits_for);
  g_test_add_func (PATH "a-task-that-never-began-ends",
                   test_a_task_that_never_began_ends);
  g_test_add_func (PATH "cancels", test_cancels);
  g_test_add_func (PATH "own-names-lines-and-output", test_own_names_lines_and_output);
  g_test_add_func (PATH "blocking-is-told-to-whom-it-delays",
                   test_blocking_is_told_to_whom_it_delays);
  g_test_add_func (PATH "a-long-time-in-the-queue-is-told",
                   test_a_long_time_in_the_queue_is_told);
  g_test_add_func (PATH "uncancel", test_uncancel);
  g_test_add_func (PATH "reports", test_reports);
  return g_test_run ();
}
