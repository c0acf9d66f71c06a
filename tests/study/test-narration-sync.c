/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences about things that tasks share. */
#include "jug-narration-check.h"

static void
test_those_in_line_before_a_lock (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 lock = jug_test_trace_sync_create (t, JUG_SYNC_LOCK, "door", 1);
  static const char *const sentences[] = {
    "a-2 waits for the lock door, which a-1 holds.",
    "a-3 waits for the lock door, which a-1 holds, behind 1 other.",
    "a-4 waits for the lock door, which a-1 holds, behind 2 others.",
  };

  jug_test_trace_step (t, jug_test_trace_create (t, "a"), NULL);
  jug_test_trace_sync (t, lock, JUG_SYNC_ACQUIRE, 1);
  jug_test_trace_sleep (t, SECOND);
  for (guint i = 0; i < 3; i++)
    {
      jug_test_trace_step (t, jug_test_trace_create (t, "a"), NULL);
      jug_test_trace_wait (t, JUG_WAIT_FUTURE,
                           jug_test_trace_future (t, JUG_PURPOSE_LOCK, NULL, lock));
      assert_tells (t, -1, sentences[i]);
    }
}

/* Those who wait to be notified do not stand in line for the lock of a condition. */
static void
test_a_condition_has_a_line_for_its_lock (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 condition = jug_test_trace_sync_create (t, JUG_SYNC_CONDITION, "news", 1),
          future;

  jug_test_trace_step (t, jug_test_trace_create (t, "reader"), NULL);
  jug_test_trace_wait (t, JUG_WAIT_FUTURE,
                       jug_test_trace_future (t, JUG_PURPOSE_CONDITION, NULL, condition));
  jug_test_trace_step (t, jug_test_trace_create (t, "a"), NULL);
  jug_test_trace_sync (t, condition, JUG_SYNC_ACQUIRE, 1);
  jug_test_trace_sleep (t, SECOND);
  jug_test_trace_step (t, jug_test_trace_create (t, "b"), NULL);
  future = jug_test_trace_future (t, JUG_PURPOSE_LOCK, NULL, condition);
  jug_test_trace_wait (t, JUG_WAIT_FUTURE, future);
  assert_tells (t, -1, "b-1 waits for the lock of the condition news, which a-1 holds.");
  jug_test_trace_step (t, 2, NULL);
  jug_test_trace_sync (t, condition, JUG_SYNC_RELEASE, 0);
  assert_tells (t, -1,
                "a-1 releases the lock of the condition news: b-1 is the first in line.");
  jug_test_trace_future_done (t, future, JUG_OUTCOME_RESULT, NULL, JUG_NO_EVENT);
  assert_tells (
      t, -1,
      "b-1 is ready: a-1 released the lock of the condition news, so it goes to the "
      "ready queue.");
  jug_test_trace_sync (t, condition, JUG_SYNC_ACQUIRE, 1);
  jug_test_trace_sync (t, condition, JUG_SYNC_RELEASE, 0);
  assert_tells (t, -1,
                "a-1 releases the lock of the condition news: nobody waits for it.");
}

/* What tasks do to things that they share, without and with somebody in line. */
typedef struct
{
  JugSyncKind kind;
  guint32 capacity;
  JugSyncOp op;
  guint32 level;
  guint n_waiters;
  const char *expected;
} Operation;

static const Operation operations[] = {
  { JUG_SYNC_LOCK, 1, JUG_SYNC_ACQUIRE, 1, 0, "a-1 acquires the lock." },
  { JUG_SYNC_LOCK, 1, JUG_SYNC_RELEASE, 0, 0,
    "a-1 releases the lock: nobody waits for it." },
  { JUG_SYNC_LOCK, 1, JUG_SYNC_RELEASE, 0, 2,
    "a-1 releases the lock: w-1 is the first in line." },
  { JUG_SYNC_CONDITION, 1, JUG_SYNC_ACQUIRE, 1, 0,
    "a-1 acquires the lock of the condition." },
  { JUG_SYNC_CONDITION, 1, JUG_SYNC_RELEASE, 0, 0,
    "a-1 releases the lock of the condition: nobody waits for it." },
  { JUG_SYNC_CONDITION, 1, JUG_SYNC_NOTIFY, 0, 1,
    "a-1 notifies the condition: whoever is woken goes on once its lock is free." },
  { JUG_SYNC_EVENT, 0, JUG_SYNC_SET, 1, 0, "a-1 sets the event: nobody waits for it." },
  { JUG_SYNC_EVENT, 0, JUG_SYNC_SET, 1, 1, "a-1 sets the event: that wakes 1 task." },
  { JUG_SYNC_EVENT, 0, JUG_SYNC_SET, 1, 2, "a-1 sets the event: that wakes 2 tasks." },
  { JUG_SYNC_EVENT, 0, JUG_SYNC_CLEAR, 0, 0,
    "a-1 clears the event: whoever waits for it from now on is suspended." },
  { JUG_SYNC_SEMAPHORE, 3, JUG_SYNC_ACQUIRE, 1, 0,
    "a-1 takes a permit of the semaphore: 1 is left." },
  { JUG_SYNC_SEMAPHORE, 3, JUG_SYNC_ACQUIRE, 2, 0,
    "a-1 takes a permit of the semaphore: 2 are left." },
  { JUG_SYNC_SEMAPHORE, 3, JUG_SYNC_RELEASE, 1, 0,
    "a-1 gives a permit of the semaphore back: 1 is free." },
  { JUG_SYNC_SEMAPHORE, 3, JUG_SYNC_RELEASE, 3, 0,
    "a-1 gives a permit of the semaphore back: 3 are free." },
  { JUG_SYNC_SEMAPHORE, 3, JUG_SYNC_RELEASE, 0, 1,
    "a-1 gives a permit of the semaphore back: it is for w-1, the first in line." },
  { JUG_SYNC_BARRIER, 3, JUG_SYNC_ACQUIRE, 1, 0,
    "a-1 comes to the barrier: 1 of 3 is there." },
  { JUG_SYNC_BARRIER, 3, JUG_SYNC_ACQUIRE, 2, 0,
    "a-1 comes to the barrier: 2 of 3 are there." },
  { JUG_SYNC_BARRIER, 3, JUG_SYNC_RELEASE, 2, 0, "a-1 leaves the barrier." },
  { JUG_SYNC_BARRIER, 3, JUG_SYNC_ABORT, 2, 0,
    "a-1 breaks the barrier: whoever waits there gets BrokenBarrierError." },
  { JUG_SYNC_BARRIER, 3, JUG_SYNC_RESET, 0, 0,
    "a-1 resets the barrier: whoever waits there gets BrokenBarrierError." },
  { JUG_SYNC_QUEUE, 0, JUG_SYNC_PUT, 4, 0,
    "a-1 puts an item into the queue: it now holds 4." },
  { JUG_SYNC_QUEUE, 5, JUG_SYNC_PUT, 4, 0,
    "a-1 puts an item into the queue: it now holds 4 of 5." },
  { JUG_SYNC_QUEUE, 0, JUG_SYNC_GET, 0, 0,
    "a-1 takes an item out of the queue: it now holds 0." },
  { JUG_SYNC_QUEUE, 5, JUG_SYNC_GET, 3, 0,
    "a-1 takes an item out of the queue: it now holds 3 of 5." },
  { JUG_SYNC_QUEUE, 0, JUG_SYNC_TASK_DONE, 0, 0,
    "a-1 has dealt with an item of the queue." },
  { JUG_SYNC_QUEUE, 0, JUG_SYNC_SHUTDOWN, 0, 0,
    "a-1 shuts the queue down: nothing can be put into it any more." },
};

static void
test_what_is_done_to_shared_things (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    {
      const Operation *op = &operations[i];
      g_autoptr (JugTestTrace) t = jug_test_trace_new ();
      guint32 sync = jug_test_trace_sync_create (t, op->kind, NULL, op->capacity);

      for (guint j = 0; j < op->n_waiters; j++)
        {
          jug_test_trace_step (t, jug_test_trace_create (t, "w"), NULL);
          jug_test_trace_wait (t, JUG_WAIT_FUTURE,
                               jug_test_trace_future (t, JUG_PURPOSE_LOCK, NULL, sync));
        }
      jug_test_trace_step (t, jug_test_trace_create (t, "a"), NULL);
      jug_test_trace_sync (t, sync, op->op, op->level);
      assert_tells (t, -1, op->expected);
    }
}

static void
test_shared_things_are_made (void)
{
  static const struct
  {
    JugSyncKind kind;
    const char *name;
    guint32 capacity;
    const char *expected;
  } rows[] = {
    { JUG_SYNC_LOCK, "door", 1, "The program makes the lock door." },
    { JUG_SYNC_LOCK, NULL, 1, "The program makes a lock." },
    { JUG_SYNC_EVENT, NULL, 0, "The program makes an event." },
    { JUG_SYNC_QUEUE, NULL, 0, "The program makes a queue." },
    { JUG_SYNC_EVENT, "start", 0, "The program makes the event start." },
    { JUG_SYNC_CONDITION, NULL, 1, "The program makes a condition." },
    { JUG_SYNC_SEMAPHORE, NULL, 1, "The program makes a semaphore, with 1 permit." },
    { JUG_SYNC_SEMAPHORE, "seats", 3,
      "The program makes the semaphore seats, with 3 permits." },
    { JUG_SYNC_BARRIER, NULL, 1,
      "The program makes a barrier, which opens when 1 task has come." },
    { JUG_SYNC_BARRIER, "gate", 3,
      "The program makes the barrier gate, which opens when 3 tasks have come." },
    { JUG_SYNC_QUEUE, "jobs", 0, "The program makes the queue jobs." },
    { JUG_SYNC_QUEUE, "jobs", 1,
      "The program makes the queue jobs, with room for 1 item." },
    { JUG_SYNC_QUEUE, NULL, 5, "The program makes a queue, with room for 5 items." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JugTestTrace) t = jug_test_trace_new ();

      jug_test_trace_sync_create (t, rows[i].kind, rows[i].name, rows[i].capacity);
      assert_tells (t, -1, rows[i].expected);
    }
}

#define PATH "/juggler/study/narration-sync/"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (PATH "those-in-line-before-a-lock", test_those_in_line_before_a_lock);
  g_test_add_func (PATH "a-condition-has-a-line-for-its-lock",
                   test_a_condition_has_a_line_for_its_lock);
  g_test_add_func (PATH "what-is-done-to-shared-things",
                   test_what_is_done_to_shared_things);
  g_test_add_func (PATH "shared-things-are-made", test_shared_things_are_made);
  return g_test_run ();
}
