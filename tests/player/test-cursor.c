/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is true after an event: expectations derived by hand from asyncio's rules. */
#include "jug-cursor.h"

#include "jug-cursor-dump.h"
#include "jug-test-trace.h"

#define SECOND G_GINT64_CONSTANT (1000000000)

/* The @n-th event of a kind, from 1. */
static guint32
find_event (JugTrace *trace, JugEventKind kind, guint n)
{
  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    if (jug_trace_get_event (trace, i)->kind == kind && --n == 0)
      return i;
  g_assert_not_reached ();
}

static void
seek_to (JugCursor *cursor, JugEventKind kind, guint n)
{
  jug_cursor_seek (cursor, find_event (jug_cursor_get_trace (cursor), kind, n));
}

static void
assert_ready (JugCursor *cursor, const char *expected)
{
  g_autofree char *actual = jug_cursor_dump_ready (cursor);

  g_assert_cmpstr (actual, ==, expected);
}

static void
assert_timers (JugCursor *cursor, const char *expected)
{
  g_autofree char *actual = jug_cursor_dump_timers (cursor);

  g_assert_cmpstr (actual, ==, expected);
}

static void
assert_task (JugCursor *cursor, guint32 task, const char *expected)
{
  g_autofree char *actual = jug_cursor_dump_task (cursor, task);

  g_assert_cmpstr (actual, ==, expected);
}

static JugCursor *
gather_cursor (guint n_children)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (n_children);

  return jug_cursor_new (trace);
}

static void
test_starts_before_the_first_event (void)
{
  g_autoptr (JugCursor) cursor = gather_cursor (3);

  g_assert_cmpuint (jug_cursor_get_index (cursor), ==, JUG_NO_EVENT);
  g_assert_cmpint (jug_cursor_get_time (cursor), ==, 0);
  g_assert_cmpuint (jug_cursor_get_iteration (cursor), ==, 0);
  g_assert_cmpint (jug_cursor_get_phase (cursor), ==, JUG_PHASE_NOT_STARTED);
  g_assert_cmpuint (jug_cursor_get_n_tasks (cursor), ==, 0);
  g_assert_cmpuint (jug_cursor_get_n_output (cursor), ==, 0);
  g_assert_cmpuint (jug_cursor_get_exit_event (cursor), ==, JUG_NO_EVENT);
  assert_ready (cursor, "");
  assert_timers (cursor, "");
  assert_task (cursor, 1, "absent");
}

static void
test_new_tasks_are_ready_in_the_order_of_creation (void)
{
  g_autoptr (JugCursor) cursor = gather_cursor (3);

  seek_to (cursor, JUG_EVENT_WAIT, 1);
  assert_ready (cursor, "hello-1 hello-2 hello-3");
  g_assert_cmpuint (jug_cursor_get_n_ready_now (cursor), ==, 0);
  assert_task (cursor, 1, "waiting kind 2 purpose 2 object 5 text 3");
  for (guint32 task = 2; task <= 4; task++)
    assert_task (cursor, task, "created");
  g_assert_cmpuint (jug_cursor_get_n_tasks (cursor), ==, 4);
  g_assert_cmpuint (jug_cursor_get_running_task (cursor), ==, JUG_TASK_LOOP);
  g_assert_cmpuint (jug_cursor_get_running_callback (cursor), ==, 0);
}

static void
test_an_iteration_runs_only_what_was_ready (void)
{
  g_autoptr (JugCursor) cursor = gather_cursor (3);

  seek_to (cursor, JUG_EVENT_RUN, 1); /* main alone */
  g_assert_cmpuint (jug_cursor_get_n_ready_now (cursor), ==, 1);
  seek_to (cursor, JUG_EVENT_STEP, 1);
  g_assert_cmpuint (jug_cursor_get_n_ready_now (cursor), ==, 0);
  seek_to (cursor, JUG_EVENT_TASK_CREATE, 4);
  g_assert_cmpuint (jug_cursor_get_n_ready (cursor), ==, 2);
  g_assert_cmpuint (jug_cursor_get_n_ready_now (cursor), ==, 0);
  seek_to (cursor, JUG_EVENT_RUN, 2);
  g_assert_cmpuint (jug_cursor_get_n_ready_now (cursor), ==, 3);
  seek_to (cursor, JUG_EVENT_STEP, 3);
  g_assert_cmpuint (jug_cursor_get_n_ready_now (cursor), ==, 1);
  assert_ready (cursor, "hello-3");
  g_assert_cmpuint (jug_cursor_get_running_task (cursor), ==, 3);
  g_assert_cmpuint (jug_cursor_get_running_callback (cursor), ==, 3);
}

static void
test_phases_follow_the_iteration (void)
{
  g_autoptr (JugCursor) cursor = gather_cursor (1);

  seek_to (cursor, JUG_EVENT_LOOP_START, 1);
  g_assert_cmpint (jug_cursor_get_phase (cursor), ==, JUG_PHASE_BEGIN);
  seek_to (cursor, JUG_EVENT_STEP, 1);
  g_assert_cmpint (jug_cursor_get_phase (cursor), ==, JUG_PHASE_RUN);
  seek_to (cursor, JUG_EVENT_ITERATION, 3);
  g_assert_cmpint (jug_cursor_get_phase (cursor), ==, JUG_PHASE_BEGIN);
  seek_to (cursor, JUG_EVENT_POLL, 1);
  g_assert_cmpint (jug_cursor_get_phase (cursor), ==, JUG_PHASE_IDLE);
  g_assert_cmpint (jug_cursor_get_idle_deadline (cursor), ==, SECOND);
  g_assert_cmpint (jug_cursor_get_time (cursor), ==, 0);
  seek_to (cursor, JUG_EVENT_TIMER_FIRE, 1);
  g_assert_cmpint (jug_cursor_get_phase (cursor), ==, JUG_PHASE_TIMERS);
  g_assert_cmpint (jug_cursor_get_idle_deadline (cursor), ==, 0);
  g_assert_cmpint (jug_cursor_get_time (cursor), ==, SECOND);
  seek_to (cursor, JUG_EVENT_LOOP_STOP, 1);
  g_assert_cmpint (jug_cursor_get_phase (cursor), ==, JUG_PHASE_STOPPED);
}

static void
test_timers_stand_by_deadline (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autoptr (JugCursor) cursor = NULL;
  static const guint deadlines[] = { 5, 2, 5, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (deadlines); i++)
    {
      guint32 task = jug_test_trace_create (t, "nap");

      jug_test_trace_step (t, task, NULL);
      jug_test_trace_sleep (t, deadlines[i] * SECOND);
    }
  cursor = jug_cursor_new (trace);
  jug_cursor_seek (cursor, jug_trace_get_n_events (trace) - 1);
  assert_timers (cursor, "nap-4@1000 nap-2@2000 nap-1@5000 nap-3@5000");
  g_assert_cmpuint (jug_cursor_get_n_timers (cursor), ==, 4);
}

static void
test_fired_and_cancelled_timers_are_gone (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  guint32 timers[3];

  for (guint i = 0; i < 3; i++)
    {
      jug_test_trace_step (t, jug_test_trace_create (t, "nap"), NULL);
      timers[i] = jug_test_trace_sleep (t, (i + 1) * SECOND);
    }
  jug_test_trace_add (t, JUG_EVENT_TIMER_CANCEL, 0, timers[1], 0);
  jug_cursor_seek (cursor, jug_trace_get_n_events (trace) - 1);
  assert_timers (cursor, "nap-1@1000 nap-3@3000");
  jug_test_trace_set_time (t, SECOND);
  jug_test_trace_fire (t, timers[0], FALSE);
  jug_cursor_seek (cursor, jug_trace_get_n_events (trace) - 1);
  assert_timers (cursor, "nap-3@3000");
}

/* The timer's callback stands in the queue, once, also where the source says so twice. */
static void
test_a_timer_that_fires_is_ready_once (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  JugCursorReady ready;
  guint32 timer, fired;

  jug_test_trace_step (t, jug_test_trace_create (t, "nap"), NULL);
  timer = jug_test_trace_sleep (t, SECOND);
  jug_test_trace_set_time (t, SECOND);
  jug_test_trace_fire (t, timer, FALSE);
  fired = jug_trace_get_n_events (trace) - 1;
  jug_cursor_seek (cursor, fired);
  g_assert_cmpuint (jug_cursor_get_n_ready (cursor), ==, 1);
  g_assert_true (jug_cursor_get_ready (cursor, 0, &ready));
  g_assert_cmpuint (ready.callback, ==, timer);
  g_assert_cmpuint (ready.task, ==, JUG_TASK_LOOP);
  g_assert_cmpuint (ready.queue_event, ==, fired);

  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_CALLBACK_QUEUE, .object = timer, .cause = fired });
  jug_cursor_seek (cursor, fired + 1);
  g_assert_cmpuint (jug_cursor_get_n_ready (cursor), ==, 1);
  jug_test_trace_wake (t, timer);
  jug_cursor_seek (cursor, jug_trace_get_n_events (trace) - 1);
  assert_ready (cursor, "nap-1");
}

static void
test_a_wait_becomes_ready_when_its_step_is_queued (void)
{
  g_autoptr (JugCursor) cursor = gather_cursor (1);
  const JugCursorTask *hello;

  seek_to (cursor, JUG_EVENT_TIMER_FIRE, 1);
  assert_task (cursor, 2, "waiting kind 2 purpose 1 object 4 text 1");
  seek_to (cursor, JUG_EVENT_FUTURE_DONE, 1);
  assert_task (cursor, 2, "waiting kind 2 purpose 1 object 4 text 1");
  seek_to (cursor, JUG_EVENT_CALLBACK_END, 1);
  assert_task (cursor, 2, "ready kind 2 purpose 1 object 4 text 1");
  hello = jug_cursor_get_task (cursor, 2);
  g_assert_cmpuint (hello->ready_event, ==, jug_cursor_get_index (cursor) - 1);
  g_assert_cmpuint (hello->status_event, ==, hello->ready_event);
  g_assert_cmpuint (hello->wait_event, ==,
                    find_event (jug_cursor_get_trace (cursor), JUG_EVENT_WAIT, 2));
  seek_to (cursor, JUG_EVENT_STEP, 3);
  assert_task (cursor, 2, "running");
  g_assert_cmpuint (jug_cursor_get_task (cursor, 2)->wait_event, ==, JUG_NO_EVENT);
  g_assert_cmpuint (jug_cursor_get_task (cursor, 2)->n_steps, ==, 2);
}

static void
test_a_yield_goes_to_the_back_of_the_queue (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  guint32 first = jug_test_trace_create (t, "a");

  jug_test_trace_create (t, "b");
  jug_test_trace_step (t, first, NULL);
  jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
  jug_cursor_seek (cursor, jug_trace_get_n_events (trace) - 1);
  assert_ready (cursor, "b-1 a-1");
  assert_task (cursor, first, "ready kind 0 purpose 0 object 0 text -");
}

static void
test_ends_tell_how (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  static const char *const texts[] = { "42", "ValueError", NULL };

  for (guint i = 0; i < 3; i++)
    {
      jug_test_trace_step (t, jug_test_trace_create (t, "a"), NULL);
      jug_test_trace_done (t, i, texts[i]);
    }
  jug_cursor_seek (cursor, jug_trace_get_n_events (trace) - 1);
  assert_task (cursor, 1, "done 42");
  assert_task (cursor, 2, "failed ValueError");
  assert_task (cursor, 3, "cancelled");
}

static void
test_cancel_requests_are_counted_until_delivered (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  guint32 task = jug_test_trace_create (t, "a");
  guint32 cancel;

  jug_test_trace_cancel (t, task);
  cancel = jug_test_trace_cancel (t, task);
  jug_cursor_seek (cursor, cancel);
  g_assert_cmpuint (jug_cursor_get_task (cursor, task)->cancel_requests, ==, 2);
  g_assert_cmpuint (jug_cursor_get_task (cursor, task)->cancel_event, ==, cancel);
  jug_test_trace_step (t, task, "CancelledError");
  jug_cursor_seek (cursor, cancel + 1);
  g_assert_cmpuint (jug_cursor_get_task (cursor, task)->cancel_requests, ==, 2);
  g_assert_cmpuint (jug_cursor_get_task (cursor, task)->cancel_event, ==, JUG_NO_EVENT);
  jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_UNCANCEL,
                                           .task = task,
                                           .value = 1,
                                           .cause = JUG_NO_EVENT });
  jug_cursor_seek (cursor, cancel + 2);
  g_assert_cmpuint (jug_cursor_get_task (cursor, task)->cancel_requests, ==, 1);
  jug_test_trace_done (t, JUG_OUTCOME_CANCELLED, "CancelledError");
  cancel = jug_test_trace_cancel (t, task); /* of no effect any more */
  jug_cursor_seek (cursor, cancel);
  g_assert_cmpuint (jug_cursor_get_task (cursor, task)->cancel_requests, ==, 1);
  g_assert_cmpuint (jug_cursor_get_task (cursor, task)->cancel_event, ==, JUG_NO_EVENT);
}

static void
test_cancelled_callbacks_are_passed_over (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  guint32 a = jug_test_trace_queue (t, 0, "a", JUG_NO_EVENT);
  guint32 b = jug_test_trace_queue (t, 0, "b", JUG_NO_EVENT);
  guint32 c = jug_test_trace_queue (t, 0, "c", JUG_NO_EVENT);
  guint32 cancel = jug_test_trace_add (t, JUG_EVENT_CALLBACK_CANCEL, 0, a, 0);
  guint32 before;

  jug_cursor_seek (cursor, cancel);
  assert_ready (cursor, "a(cancelled) b c");
  jug_cursor_seek (cursor, cancel - 1);
  assert_ready (cursor, "a b c");
  jug_test_trace_add (t, JUG_EVENT_CALLBACK_CANCEL, 0, c, 0);
  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  before = jug_test_trace_callback (t, b);
  jug_cursor_seek (cursor, before);
  assert_ready (cursor, "c(cancelled)");
  g_assert_cmpuint (jug_cursor_get_running_callback (cursor), ==, b);
  jug_test_trace_callback_end (t, b);
  jug_test_trace_queue (t, 0, "d", JUG_NO_EVENT);
  jug_cursor_seek (cursor, jug_test_trace_iteration (t));
  assert_ready (cursor, "d");
}

static void
test_an_eager_task_runs_inside_its_creator (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  guint32 outer = jug_test_trace_create (t, "main"), create;

  jug_test_trace_step (t, outer, NULL);
  create =
      jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_TASK_CREATE,
                                               .task = 2,
                                               .object = outer,
                                               .detail = 1,
                                               .text = jug_trace_intern (trace, "eager"),
                                               .cause = JUG_NO_EVENT });
  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_STEP, .task = 2, .cause = create });
  jug_cursor_seek (cursor, create + 1);
  g_assert_cmpuint (jug_cursor_get_running_task (cursor), ==, 2);
  g_assert_cmpuint (jug_cursor_get_running_callback (cursor), ==, 1);
  g_assert_cmpuint (jug_cursor_get_task (cursor, 2)->outer, ==, outer);
  assert_task (cursor, outer, "running");
  jug_test_trace_add (t, JUG_EVENT_WAIT, 2, 0, JUG_WAIT_YIELD);
  jug_cursor_seek (cursor, create + 2);
  g_assert_cmpuint (jug_cursor_get_running_task (cursor), ==, outer);
  g_assert_cmpuint (jug_cursor_get_running_callback (cursor), ==, 1);
  g_assert_cmpuint (jug_cursor_get_task (cursor, 2)->outer, ==, JUG_TASK_LOOP);
}

/* The tasks that a task waits for, by their numbers. */
static void
assert_awaited (JugCursor *cursor, guint32 task, const char *expected)
{
  g_autoptr (GArray) tasks = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GString) got = g_string_new (NULL);

  jug_cursor_list_awaited (cursor, task, tasks);
  for (guint i = 0; i < tasks->len; i++)
    g_string_append_printf (got, "%s%u", i == 0 ? "" : " ",
                            g_array_index (tasks, guint32, i));
  g_assert_cmpstr (got->str, ==, expected);
}

static void
test_gather_counts_its_children (void)
{
  g_autoptr (JugCursor) cursor = gather_cursor (3);
  JugCursorFuture gather;

  seek_to (cursor, JUG_EVENT_WAIT, 1);
  assert_awaited (cursor, 1, "2 3 4");
  g_assert_true (jug_cursor_get_future (cursor, 5, &gather));
  g_assert_cmpint (gather.purpose, ==, JUG_PURPOSE_GATHER);
  g_assert_cmpuint (gather.waiter, ==, 1);
  g_assert_cmpuint (gather.n_children, ==, 3);
  g_assert_cmpuint (gather.n_children_done, ==, 0);
  seek_to (cursor, JUG_EVENT_DONE, 2);
  g_assert_true (jug_cursor_get_future (cursor, 5, &gather));
  g_assert_cmpuint (gather.n_children_done, ==, 2);
  g_assert_false (gather.is_done);
  seek_to (cursor, JUG_EVENT_DONE, 4);
  g_assert_true (jug_cursor_get_future (cursor, 5, &gather));
  g_assert_true (gather.is_done);
  g_assert_cmpuint (gather.waiter, ==, JUG_TASK_LOOP);
  assert_awaited (cursor, 1, "");
}

/* Tasks made earlier, a task group that grows while it waits. */
static void
test_children_come_with_their_events (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  JugCursorFuture now;
  guint32 a, b, group, before;

  jug_test_trace_step (t, jug_test_trace_create (t, "main"), NULL);
  a = jug_test_trace_create (t, "a");
  b = jug_test_trace_create (t, "b");
  group = jug_test_trace_future (t, JUG_PURPOSE_TASK_GROUP, NULL, 0);
  jug_test_trace_child (t, group, b);
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, group);
  before = jug_trace_get_n_events (trace) - 1;
  jug_test_trace_child (t, group, a);

  jug_cursor_seek (cursor, before);
  assert_awaited (cursor, 1, "3");
  g_assert_true (jug_cursor_is_child (cursor, 1, b));
  g_assert_false (jug_cursor_is_child (cursor, 1, a));
  g_assert_true (jug_cursor_get_future (cursor, group, &now));
  g_assert_cmpuint (now.n_children, ==, 1);
  jug_cursor_seek (cursor, before + 1);
  assert_awaited (cursor, 1, "3 2");
  g_assert_true (jug_cursor_is_child (cursor, 1, a));
  g_assert_true (jug_cursor_get_future (cursor, group, &now));
  g_assert_cmpuint (now.n_children, ==, 2);
}

/* as_completed makes a future for each that ends, and names its tasks with the first. */
static void
test_futures_share_children (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  JugCursorFuture now;
  guint32 a, first, plain, second;

  jug_test_trace_step (t, jug_test_trace_create (t, "main"), NULL);
  a = jug_test_trace_create (t, "a");
  plain = jug_test_trace_future (t, JUG_PURPOSE_PLAIN, NULL, 0);
  first = jug_test_trace_future (t, JUG_PURPOSE_AS_COMPLETED, NULL, 0);
  jug_test_trace_child (t, first, a);
  jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_FUTURE_CHILD,
                                           .object = first,
                                           .value = plain,
                                           .cause = JUG_NO_EVENT });
  jug_test_trace_future_done (t, plain, JUG_OUTCOME_RESULT, "1", JUG_NO_EVENT);
  jug_test_trace_future_done (t, first, JUG_OUTCOME_RESULT, "None", JUG_NO_EVENT);
  second = jug_test_trace_future (t, JUG_PURPOSE_AS_COMPLETED, NULL, first);
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, second);

  jug_cursor_seek (cursor, jug_trace_get_n_events (trace) - 1);
  assert_awaited (cursor, 1, "2");
  g_assert_true (jug_cursor_get_future (cursor, second, &now));
  g_assert_cmpuint (now.n_children, ==, 2);
  g_assert_cmpuint (now.n_children_done, ==, 1);
  g_assert_cmpuint (now.sync, ==, 0);
}

static void
test_awaiting_a_task_is_an_edge (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  guint32 task;

  jug_test_trace_step (t, jug_test_trace_create (t, "main"), NULL);
  task = jug_test_trace_create (t, "a");
  jug_test_trace_wait (t, JUG_WAIT_TASK, task);
  jug_cursor_seek (cursor, jug_trace_get_n_events (trace) - 1);
  g_assert_cmpuint (task, ==, 2);
  assert_awaited (cursor, 1, "2");
  assert_awaited (cursor, 2, "");
  g_assert_false (jug_cursor_is_child (cursor, 1, 2));
}

static void
test_tasks_line_up_before_a_lock (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  guint32 lock = jug_test_trace_sync_create (t, JUG_SYNC_LOCK, "door", 1);
  guint32 futures[3];
  JugCursorSync now;

  for (guint32 task = 1; task <= 3; task++)
    {
      jug_test_trace_step (t, jug_test_trace_create (t, "a"), NULL);
      if (task == 1)
        jug_test_trace_sync (t, lock, JUG_SYNC_ACQUIRE, 1);
      futures[task - 1] =
          jug_test_trace_future (t, JUG_PURPOSE_LOCK, NULL, task == 1 ? 0 : lock);
      jug_test_trace_wait (t, JUG_WAIT_FUTURE, futures[task - 1]);
    }
  jug_cursor_seek (cursor, jug_trace_get_n_events (trace) - 1);
  g_assert_cmpuint (jug_cursor_get_n_syncs (cursor), ==, 1);
  g_assert_true (jug_cursor_find_sync (cursor, lock, &now));
  g_assert_cmpint (now.kind, ==, JUG_SYNC_LOCK);
  g_assert_cmpuint (now.level, ==, 1);
  g_assert_cmpuint (now.capacity, ==, 1);
  g_assert_cmpuint (now.holder, ==, 1);
  g_assert_cmpuint (now.n_waiters, ==, 2);
  g_assert_cmpuint (jug_cursor_get_sync_waiter (cursor, lock, 0), ==, 2);
  g_assert_cmpuint (jug_cursor_get_sync_waiter (cursor, lock, 1), ==, 3);
  g_assert_cmpuint (jug_cursor_get_sync_waiter (cursor, lock, 2), ==, JUG_TASK_LOOP);

  jug_test_trace_step (t, 1, NULL);
  jug_test_trace_sync (t, lock, JUG_SYNC_RELEASE, 0);
  jug_test_trace_future_done (t, futures[1], JUG_OUTCOME_RESULT, "True", JUG_NO_EVENT);
  jug_cursor_seek (cursor, jug_trace_get_n_events (trace) - 1);
  g_assert_true (jug_cursor_get_sync (cursor, 0, &now));
  g_assert_cmpuint (now.level, ==, 0);
  g_assert_cmpuint (now.holder, ==, JUG_TASK_LOOP);
  g_assert_cmpuint (now.n_waiters, ==, 1);
  g_assert_cmpuint (jug_cursor_get_sync_waiter (cursor, lock, 0), ==, 3);
}

static void
test_only_locks_have_a_holder (void)
{
  for (guint kind = 0; kind <= JUG_SYNC_QUEUE; kind++)
    {
      g_autoptr (JugTestTrace) t = jug_test_trace_new ();
      g_autoptr (JugCursor) cursor = jug_cursor_new (jug_test_trace_get_trace (t));
      guint32 sync = jug_test_trace_sync_create (t, kind, NULL, 3);
      gboolean has_lock = kind == JUG_SYNC_LOCK || kind == JUG_SYNC_CONDITION;
      JugCursorSync now;

      jug_test_trace_step (t, jug_test_trace_create (t, "a"), NULL);
      jug_test_trace_sync (t, sync, JUG_SYNC_ACQUIRE, 1);
      jug_cursor_seek (cursor, JUG_NO_EVENT - 1);
      g_assert_true (jug_cursor_find_sync (cursor, sync, &now));
      g_assert_cmpuint (now.holder, ==, has_lock ? 1 : JUG_TASK_LOOP);
    }
}

static void
test_a_semaphore_starts_with_its_permits (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  g_autoptr (JugCursor) cursor = jug_cursor_new (jug_test_trace_get_trace (t));
  guint32 semaphore = jug_test_trace_sync_create (t, JUG_SYNC_SEMAPHORE, NULL, 3);
  guint32 queue = jug_test_trace_sync_create (t, JUG_SYNC_QUEUE, NULL, 3);
  JugCursorSync now;

  jug_cursor_seek (cursor, 1);
  g_assert_true (jug_cursor_find_sync (cursor, semaphore, &now));
  g_assert_cmpuint (now.level, ==, 3);
  g_assert_true (jug_cursor_find_sync (cursor, queue, &now));
  g_assert_cmpuint (now.level, ==, 0);
  g_assert_false (jug_cursor_find_sync (cursor, 77, &now));
}

static void
test_operations_are_outstanding_until_answered (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  JugCursorOperation now;
  guint32 start[2];

  for (guint32 i = 0; i < 2; i++)
    start[i] =
        jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_IO_START,
                                                 .object = i + 1,
                                                 .text = jug_trace_intern (trace, "GET"),
                                                 .cause = JUG_NO_EVENT });
  jug_test_trace_add_event (t, (JugEvent){ .kind = JUG_EVENT_IO_DATA,
                                           .object = 2,
                                           .value = 4096,
                                           .cause = JUG_NO_EVENT });
  jug_cursor_seek (cursor, 2);
  g_assert_cmpuint (jug_cursor_get_n_operations (cursor), ==, 2);
  g_assert_true (jug_cursor_get_operation (cursor, 1, &now));
  g_assert_cmpuint (now.object, ==, 2);
  g_assert_cmpuint (now.bytes, ==, 4096);
  g_assert_cmpuint (now.start_event, ==, start[1]);
  g_assert_cmpstr (jug_trace_get_string (trace, now.text), ==, "GET");
  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_IO_DONE, .object = 1, .cause = start[0] });
  jug_cursor_seek (cursor, 3);
  g_assert_cmpuint (jug_cursor_get_n_operations (cursor), ==, 1);
  g_assert_true (jug_cursor_get_operation (cursor, 0, &now));
  g_assert_cmpuint (now.object, ==, 2);
}

static void
test_lines_names_and_output_are_followed (void)
{
  g_autoptr (JugCursor) cursor = gather_cursor (2);
  JugTrace *trace = jug_cursor_get_trace (cursor);
  JugCursorOutput output;

  seek_to (cursor, JUG_EVENT_PRINT, 2);
  g_assert_cmpuint (jug_cursor_get_task (cursor, 1)->line, ==, 10);
  g_assert_cmpuint (jug_cursor_get_task (cursor, 2)->line, ==, 5);
  g_assert_cmpuint (jug_cursor_get_task (cursor, 3)->line, ==, 4);
  g_assert_cmpuint (jug_cursor_get_task (cursor, 3)->native_line, ==, 40);
  g_assert_cmpuint (jug_cursor_get_n_output (cursor), ==, 2);
  g_assert_true (jug_cursor_get_output (cursor, 1, &output));
  g_assert_cmpuint (output.task, ==, 3);
  g_assert_cmpuint (output.event, ==, jug_cursor_get_index (cursor));
  g_assert_cmpstr (jug_trace_get_string (trace, output.text), ==, "hello 2");
  g_assert_false (jug_cursor_get_output (cursor, 2, &output));
}

static void
test_follows_a_growing_trace (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);

  jug_cursor_seek (cursor, 5);
  g_assert_cmpuint (jug_cursor_get_index (cursor), ==, JUG_NO_EVENT);
  jug_test_trace_create (t, "a");
  jug_cursor_seek (cursor, 100);
  g_assert_cmpuint (jug_cursor_get_index (cursor), ==, 1);
  assert_ready (cursor, "a-1");
  jug_test_trace_create (t, "b");
  jug_cursor_seek (cursor, 100);
  g_assert_cmpuint (jug_cursor_get_index (cursor), ==, 3);
  assert_ready (cursor, "a-1 b-1");
  jug_cursor_seek (cursor, JUG_NO_EVENT);
  assert_ready (cursor, "");
}

static void
test_a_copy_moves_on_its_own (void)
{
  g_autoptr (JugCursor) cursor = gather_cursor (3);
  g_autoptr (JugCursor) copy = NULL;

  seek_to (cursor, JUG_EVENT_WAIT, 1);
  copy = jug_cursor_copy (cursor);
  assert_ready (copy, "hello-1 hello-2 hello-3");
  seek_to (copy, JUG_EVENT_WAIT, 3);
  assert_ready (copy, "hello-3");
  assert_ready (cursor, "hello-1 hello-2 hello-3");
  assert_task (cursor, 2, "created");
}

static void
test_prepare_reads_in_slices (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_large (10, 1000);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);

  g_assert_true (jug_cursor_prepare (cursor, 400));
  g_assert_true (jug_cursor_prepare (cursor, 400));
  g_assert_cmpuint (jug_cursor_get_index (cursor), ==, JUG_NO_EVENT);
  g_assert_false (jug_cursor_prepare (cursor, 400));
  g_assert_false (jug_cursor_prepare (cursor, 400));
  jug_cursor_seek (cursor, 999);
  g_assert_cmpuint (jug_cursor_get_index (cursor), ==, 999);
}

#define PATH "/juggler/player/cursor/"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (PATH "starts-before-the-first-event",
                   test_starts_before_the_first_event);
  g_test_add_func (PATH "new-tasks-are-ready-in-the-order-of-creation",
                   test_new_tasks_are_ready_in_the_order_of_creation);
  g_test_add_func (PATH "an-iteration-runs-only-what-was-ready",
                   test_an_iteration_runs_only_what_was_ready);
  g_test_add_func (PATH "phases-follow-the-iteration", test_phases_follow_the_iteration);
  g_test_add_func (PATH "timers-stand-by-deadline", test_timers_stand_by_deadline);
  g_test_add_func (PATH "fired-and-cancelled-timers-are-gone",
                   test_fired_and_cancelled_timers_are_gone);
  g_test_add_func (PATH "a-timer-that-fires-is-ready-once",
                   test_a_timer_that_fires_is_ready_once);
  g_test_add_func (PATH "a-wait-becomes-ready-when-its-step-is-queued",
                   test_a_wait_becomes_ready_when_its_step_is_queued);
  g_test_add_func (PATH "a-yield-goes-to-the-back-of-the-queue",
                   test_a_yield_goes_to_the_back_of_the_queue);
  g_test_add_func (PATH "ends-tell-how", test_ends_tell_how);
  g_test_add_func (PATH "cancel-requests-are-counted-until-delivered",
                   test_cancel_requests_are_counted_until_delivered);
  g_test_add_func (PATH "cancelled-callbacks-are-passed-over",
                   test_cancelled_callbacks_are_passed_over);
  g_test_add_func (PATH "an-eager-task-runs-inside-its-creator",
                   test_an_eager_task_runs_inside_its_creator);
  g_test_add_func (PATH "gather-counts-its-children", test_gather_counts_its_children);
  g_test_add_func ("/juggler/player/cursor/children-come-with-their-events",
                   test_children_come_with_their_events);
  g_test_add_func ("/juggler/player/cursor/futures-share-children",
                   test_futures_share_children);
  g_test_add_func (PATH "awaiting-a-task-is-an-edge", test_awaiting_a_task_is_an_edge);
  g_test_add_func (PATH "tasks-line-up-before-a-lock", test_tasks_line_up_before_a_lock);
  g_test_add_func (PATH "only-locks-have-a-holder", test_only_locks_have_a_holder);
  g_test_add_func (PATH "a-semaphore-starts-with-its-permits",
                   test_a_semaphore_starts_with_its_permits);
  g_test_add_func (PATH "operations-are-outstanding-until-answered",
                   test_operations_are_outstanding_until_answered);
  g_test_add_func (PATH "lines-names-and-output-are-followed",
                   test_lines_names_and_output_are_followed);
  g_test_add_func (PATH "follows-a-growing-trace", test_follows_a_growing_trace);
  g_test_add_func (PATH "a-copy-moves-on-its-own", test_a_copy_moves_on_its_own);
  g_test_add_func (PATH "prepare-reads-in-slices", test_prepare_reads_in_slices);
  return g_test_run ();
}
