/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tasks share, and what the outside world owes them, after an event. */
#include "jug-cursor-check.h"

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

#define PATH "/juggler/player/cursor-syncs/"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (PATH "tasks-line-up-before-a-lock", test_tasks_line_up_before_a_lock);
  g_test_add_func (PATH "only-locks-have-a-holder", test_only_locks_have_a_holder);
  g_test_add_func (PATH "a-semaphore-starts-with-its-permits",
                   test_a_semaphore_starts_with_its_permits);
  g_test_add_func (PATH "operations-are-outstanding-until-answered",
                   test_operations_are_outstanding_until_answered);
  return g_test_run ();
}
