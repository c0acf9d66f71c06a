/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the exceptions that locks, queues… raise, and of what a predicate may be and
 * do. */
#include "jug-barrier.h"
#include "jug-condition.h"
#include "jug-queue.h"
#include "jug-run.h"
#include "jug-semaphore.h"

typedef struct
{
  GMainContext *context;
  JugLoop *loop;
  JugLoop *previous;
  GError *error; /* what the last call failed with */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->context = g_main_context_new ();
  self->loop = jug_loop_new (self->context, jug_clock_new_virtual (), NULL);
  self->previous = jug_loop_set_current (self->loop);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_no_error (self->error);
  jug_loop_free (self->loop);
  jug_loop_set_current (self->previous);
  g_main_context_unref (self->context);
}

static void
assert_raised (Fixture *self, const char *name, const char *message)
{
  g_assert_nonnull (self->error);
  g_assert_cmpstr (jug_exception_get_name (self->error), ==, name);
  g_assert_cmpstr (self->error->message, ==, message);
  g_clear_error (&self->error);
}

static void
await_failing (Fixture *self, JugCoroutine *coroutine)
{
  g_assert_false (jug_run (self->loop, coroutine, NULL, &self->error));
}

static void
test_lock_release (Fixture *self, gconstpointer data)
{
  g_autoptr (JugLock) lock = jug_lock_new (self->loop, NULL);

  g_assert_false (jug_lock_release (lock, &self->error));
  assert_raised (self, "RuntimeError", "Lock is not acquired.");
}

static void
test_condition_without_its_lock (Fixture *self, gconstpointer data)
{
  g_autoptr (JugCondition) condition = jug_condition_new (self->loop, NULL, NULL);

  await_failing (self, jug_condition_wait (condition));
  assert_raised (self, "RuntimeError", "cannot wait on un-acquired lock");
  g_assert_false (jug_condition_notify (condition, 1, &self->error));
  assert_raised (self, "RuntimeError", "cannot notify on un-acquired lock");
  g_assert_false (jug_condition_notify_all (condition, &self->error));
  assert_raised (self, "RuntimeError", "cannot notify on un-acquired lock");
}

static void
test_semaphore_value (Fixture *self, gconstpointer data)
{
  g_assert_null (jug_semaphore_new (self->loop, -1, NULL, &self->error));
  assert_raised (self, "ValueError", "Semaphore initial value must be >= 0");
  g_assert_null (jug_semaphore_new_bounded (self->loop, -1, NULL, &self->error));
  assert_raised (self, "ValueError", "Semaphore initial value must be >= 0");
}

static void
test_semaphore_bound (Fixture *self, gconstpointer data)
{
  g_autoptr (JugSemaphore) semaphore =
      jug_semaphore_new_bounded (self->loop, 2, NULL, NULL);

  g_assert_false (jug_semaphore_release (semaphore, &self->error));
  assert_raised (self, "ValueError", "BoundedSemaphore released too many times");
  g_assert_cmpuint (jug_semaphore_get_value (semaphore), ==, 2);
}

static void
test_barrier_parties (Fixture *self, gconstpointer data)
{
  g_assert_null (jug_barrier_new (self->loop, 0, NULL, &self->error));
  assert_raised (self, "ValueError", "parties must be >= 1");
}

static void
test_barrier_broken (Fixture *self, gconstpointer data)
{
  g_autoptr (JugBarrier) barrier = jug_barrier_new (self->loop, 2, NULL, NULL);

  g_assert_true (jug_run (self->loop, jug_barrier_abort (barrier), NULL, &self->error));
  g_assert_true (jug_barrier_is_broken (barrier));
  await_failing (self, jug_barrier_wait (barrier));
  assert_raised (self, "BrokenBarrierError", "Barrier aborted");
}

static void
test_queue_without_waiting (Fixture *self, gconstpointer data)
{
  g_autoptr (JugQueue) queue = jug_queue_new (self->loop, 1, NULL);
  JugValue item = JUG_INT (7);

  g_assert_false (jug_queue_get_nowait (queue, &item, &self->error));
  assert_raised (self, "QueueEmpty", "");
  g_assert_cmpint (item.i, ==, 7);
  g_assert_true (jug_queue_put_nowait (queue, JUG_INT (1), &self->error));
  g_assert_false (jug_queue_put_nowait (queue, JUG_INT (2), &self->error));
  assert_raised (self, "QueueFull", "");
}

static void
test_queue_shut_down (Fixture *self, gconstpointer data)
{
  g_autoptr (JugQueue) queue = jug_queue_new (self->loop, 1, NULL);
  JugValue item;

  jug_queue_shutdown (queue, FALSE);
  g_assert_false (jug_queue_put_nowait (queue, JUG_INT (1), &self->error));
  assert_raised (self, "QueueShutDown", "");
  g_assert_false (jug_queue_get_nowait (queue, &item, &self->error));
  assert_raised (self, "QueueShutDown", "");
  await_failing (self, jug_queue_get (queue));
  assert_raised (self, "QueueShutDown", "");
}

static void
test_queue_task_done (Fixture *self, gconstpointer data)
{
  g_autoptr (JugQueue) queue = jug_queue_new (self->loop, 0, NULL);

  g_assert_false (jug_queue_task_done (queue, &self->error));
  assert_raised (self, "ValueError", "task_done() called too many times");
}

/* The items of a priority queue can be anything that has an order; equal ones of a tuple
 * go on to its next item. */
static void
test_queue_of_tuples (Fixture *self, gconstpointer data)
{
  g_autoptr (JugQueue) queue = jug_queue_new_priority (self->loop, 0, NULL);
  const char *words[] = { "c", "a", "d", "b" };
  const int priorities[] = { 1, 2, 1, 0 };
  const char *expected[] = { "(0, 'b')", "(1, 'c')", "(1, 'd')", "(2, 'a')" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      JugValue pair[] = { JUG_INT (priorities[i]), jug_value_string (words[i]) };

      jug_queue_put_nowait (queue, jug_value_tuple (2, pair), NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_auto (JugValue) item = JUG_NONE;
      g_autofree char *text = NULL;

      g_assert_true (jug_queue_get_nowait (queue, &item, NULL));
      text = jug_value_repr (&item);
      g_assert_cmpstr (text, ==, expected[i]);
    }
}

static gboolean
return_next (gpointer data, JugValue *value, GError **error)
{
  JugValue **next = data;

  *value = jug_value_copy ((*next)++);
  return TRUE;
}

static gboolean
raise_error (gpointer data, JugValue *value, GError **error)
{
  jug_exception_set (error, "KeyError", "%s", "'gone'");
  return FALSE;
}

typedef struct
{
  JugLoop *loop;
  JugCondition *condition;
  JugValue *values;
} Condition;

static gboolean
keep_notifying (gpointer arguments, JugValue *result, GError **error)
{
  JugCondition *condition = *(JugCondition **) arguments;

  for (;;)
    {
      if (!jug_await (jug_condition_acquire (condition), NULL, error))
        return FALSE;
      jug_condition_notify (condition, 1, NULL);
      jug_condition_release (condition, NULL);
      if (!jug_yield (error))
        return FALSE;
    }
}

static gboolean
wait_for_truth (gpointer arguments, JugValue *result, GError **error)
{
  Condition *self = arguments;
  JugCoroutine *notifier = jug_coroutine_new (
      "notifier", keep_notifying, &self->condition, sizeof self->condition, NULL);

  jug_task_unref (jug_task_new (self->loop, notifier, NULL, NULL));
  return jug_await (jug_condition_acquire (self->condition), NULL, error) &&
         jug_await (jug_condition_wait_for (self->condition, return_next, &self->values),
                    result, error);
}

/* Its result is the first value that is true in Python's sense. */
static void
test_predicate_has_python_s_truth (Fixture *self, gconstpointer data)
{
  g_autoptr (JugCondition) condition = jug_condition_new (self->loop, NULL, NULL);
  g_auto (JugValue) result = JUG_NONE;
  JugValue values[] = {
    JUG_NONE,
    JUG_BOOL (FALSE),
    JUG_INT (0),
    JUG_FLOAT (0.0),
    jug_value_string (""),
    jug_value_list (),
    jug_value_string ("ready"),
    JUG_INT (1),
  };
  Condition arguments = { self->loop, condition, values };

  g_assert_true (jug_run (
      self->loop,
      jug_coroutine_new ("main", wait_for_truth, &arguments, sizeof arguments, NULL),
      &result, &self->error));
  g_assert_cmpint (result.type, ==, JUG_VALUE_STRING);
  g_assert_cmpstr (result.s, ==, "ready");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    jug_value_clear (&values[i]);
}

static void
test_predicate_that_raises (Fixture *self, gconstpointer data)
{
  g_autoptr (JugCondition) condition = jug_condition_new (self->loop, NULL, NULL);

  await_failing (self, jug_condition_wait_for (condition, raise_error, NULL));
  assert_raised (self, "KeyError", "'gone'");
}

/* Two conditions with one lock, as a buffer has for "not full" and "not empty". */
static void
test_conditions_share_a_lock (Fixture *self, gconstpointer data)
{
  g_autoptr (JugLock) lock = jug_lock_new (self->loop, NULL);
  g_autoptr (JugCondition) a = jug_condition_new (self->loop, lock, NULL);
  g_autoptr (JugCondition) b = jug_condition_new (self->loop, lock, NULL);

  g_assert_true (jug_run (self->loop, jug_condition_acquire (a), NULL, &self->error));
  g_assert_true (jug_lock_is_locked (lock));
  g_assert_true (jug_condition_is_locked (b));
  g_assert_true (jug_condition_notify (b, 1, &self->error));
  g_assert_true (jug_condition_release (b, &self->error));
  g_assert_false (jug_condition_is_locked (a));
  g_assert_true (jug_condition_get_lock (a) == jug_condition_get_lock (b));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "lock-release", test_lock_release },
    { "condition-without-its-lock", test_condition_without_its_lock },
    { "semaphore-value", test_semaphore_value },
    { "semaphore-bound", test_semaphore_bound },
    { "barrier-parties", test_barrier_parties },
    { "barrier-broken", test_barrier_broken },
    { "queue-without-waiting", test_queue_without_waiting },
    { "queue-shut-down", test_queue_shut_down },
    { "queue-task-done", test_queue_task_done },
    { "queue-of-tuples", test_queue_of_tuples },
    { "predicate-has-python-s-truth", test_predicate_has_python_s_truth },
    { "predicate-that-raises", test_predicate_that_raises },
    { "conditions-share-a-lock", test_conditions_share_a_lock },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path =
          g_strconcat ("/juggler/sync/failures/", tests[i].path, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
