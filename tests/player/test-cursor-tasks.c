/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tasks after an event: what they do, and for which others they wait. */
#include "jug-cursor-check.h"

static void
test_a_wait_becomes_ready_when_its_step_is_queued (void)
{
  g_autoptr (JugCursor) cursor = jug_cursor_check_gather (1);
  const JugCursorTask *hello;

  jug_cursor_check_seek (cursor, JUG_EVENT_TIMER_FIRE, 1);
  assert_task (cursor, 2, "waiting kind 2 purpose 1 object 4 text 1");
  jug_cursor_check_seek (cursor, JUG_EVENT_FUTURE_DONE, 1);
  assert_task (cursor, 2, "waiting kind 2 purpose 1 object 4 text 1");
  jug_cursor_check_seek (cursor, JUG_EVENT_CALLBACK_END, 1);
  assert_task (cursor, 2, "ready kind 2 purpose 1 object 4 text 1");
  hello = jug_cursor_get_task (cursor, 2);
  g_assert_cmpuint (hello->ready_event, ==, jug_cursor_get_index (cursor) - 1);
  g_assert_cmpuint (hello->status_event, ==, hello->ready_event);
  g_assert_cmpuint (
      hello->wait_event, ==,
      jug_cursor_check_find (jug_cursor_get_trace (cursor), JUG_EVENT_WAIT, 2));
  jug_cursor_check_seek (cursor, JUG_EVENT_STEP, 3);
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
  g_autoptr (JugCursor) cursor = jug_cursor_check_gather (3);
  JugCursorFuture gather;

  jug_cursor_check_seek (cursor, JUG_EVENT_WAIT, 1);
  assert_awaited (cursor, 1, "2 3 4");
  g_assert_true (jug_cursor_get_future (cursor, 5, &gather));
  g_assert_cmpint (gather.purpose, ==, JUG_PURPOSE_GATHER);
  g_assert_cmpuint (gather.waiter, ==, 1);
  g_assert_cmpuint (gather.n_children, ==, 3);
  g_assert_cmpuint (gather.n_children_done, ==, 0);
  jug_cursor_check_seek (cursor, JUG_EVENT_DONE, 2);
  g_assert_true (jug_cursor_get_future (cursor, 5, &gather));
  g_assert_cmpuint (gather.n_children_done, ==, 2);
  g_assert_false (gather.is_done);
  jug_cursor_check_seek (cursor, JUG_EVENT_DONE, 4);
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

#define PATH "/juggler/player/cursor-tasks/"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (PATH "a-wait-becomes-ready-when-its-step-is-queued",
                   test_a_wait_becomes_ready_when_its_step_is_queued);
  g_test_add_func (PATH "a-yield-goes-to-the-back-of-the-queue",
                   test_a_yield_goes_to_the_back_of_the_queue);
  g_test_add_func (PATH "ends-tell-how", test_ends_tell_how);
  g_test_add_func (PATH "cancel-requests-are-counted-until-delivered",
                   test_cancel_requests_are_counted_until_delivered);
  g_test_add_func (PATH "an-eager-task-runs-inside-its-creator",
                   test_an_eager_task_runs_inside_its_creator);
  g_test_add_func (PATH "gather-counts-its-children", test_gather_counts_its_children);
  g_test_add_func (PATH "children-come-with-their-events",
                   test_children_come_with_their_events);
  g_test_add_func (PATH "futures-share-children", test_futures_share_children);
  g_test_add_func (PATH "awaiting-a-task-is-an-edge", test_awaiting_a_task_is_an_edge);
  return g_test_run ();
}
