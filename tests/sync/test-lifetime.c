/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests that whoever waits keeps alive what it waits for, and that nothing is left
 * behind. */
#include "jug-barrier.h"
#include "jug-condition.h"
#include "jug-gather.h"
#include "jug-queue.h"
#include "jug-run.h"
#include "jug-semaphore.h"
#include "jug-sync-event.h"
#include "jug-task-cancel.h"

typedef struct
{
  GMainContext *context;
  JugLoop *loop;
  JugLoop *previous;
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
  jug_loop_free (self->loop);
  jug_loop_set_current (self->previous);
  g_main_context_unref (self->context);
}

/* Runs a coroutine without arguments as the program's main, and expects it to end
 * well. */
static void
run (Fixture *self, JugCoroutineFunc func)
{
  g_autoptr (GError) error = NULL;

  jug_run (self->loop,
           jug_coroutine_new ("main", func, &self->loop, sizeof self->loop, NULL), NULL,
           &error);
  g_assert_no_error (error);
}

/* The result of a task of @coroutine, from which @let_go takes all it waits for on the
 * way. */
static JugTask *
start (JugLoop *loop, JugCoroutine *coroutine)
{
  JugTask *task = jug_task_new (loop, coroutine, NULL, NULL);

  g_assert_true (jug_yield (NULL));
  g_assert_false (jug_future_is_done (JUG_FUTURE (task)));
  return task;
}

static void
assert_result (JugTask *task, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_auto (JugValue) result = JUG_NONE;
  g_autofree char *text = NULL;

  jug_await (task, &result, &error);
  g_assert_no_error (error);
  text = jug_value_repr (&result);
  g_assert_cmpstr (text, ==, expected);
  jug_task_unref (task);
}

static gboolean
outlive_lock (gpointer arguments, JugValue *result, GError **error)
{
  JugLoop *loop = *(JugLoop **) arguments;
  JugLock *lock = jug_lock_new (loop, NULL);
  JugTask *task;

  g_assert_true (jug_await (jug_lock_acquire (lock), NULL, error));
  task = start (loop, jug_lock_acquire (lock));
  jug_lock_release (lock, NULL);
  jug_lock_unref (lock);
  assert_result (task, "True");
  return TRUE;
}

static gboolean
outlive_event (gpointer arguments, JugValue *result, GError **error)
{
  JugLoop *loop = *(JugLoop **) arguments;
  JugSyncEvent *event = jug_sync_event_new (loop, NULL);
  JugTask *task = start (loop, jug_sync_event_wait (event));

  jug_sync_event_set (event);
  jug_sync_event_unref (event);
  assert_result (task, "True");
  return TRUE;
}

static gboolean
outlive_condition (gpointer arguments, JugValue *result, GError **error)
{
  JugLoop *loop = *(JugLoop **) arguments;
  JugLock *lock = jug_lock_new (loop, NULL);
  JugCondition *condition = jug_condition_new (loop, lock, NULL);
  JugTask *task;

  jug_lock_unref (lock);
  g_assert_true (jug_await (jug_condition_acquire (condition), NULL, error));
  task = start (loop, jug_condition_wait (condition));
  g_assert_true (jug_await (jug_condition_acquire (condition), NULL, error));
  g_assert_true (jug_condition_notify_all (condition, NULL));
  g_assert_true (jug_condition_release (condition, NULL));
  jug_condition_unref (condition);
  assert_result (task, "True");
  return TRUE;
}

static gboolean
outlive_semaphore (gpointer arguments, JugValue *result, GError **error)
{
  JugLoop *loop = *(JugLoop **) arguments;
  JugSemaphore *semaphore = jug_semaphore_new (loop, 0, NULL, NULL);
  JugTask *task = start (loop, jug_semaphore_acquire (semaphore));

  g_assert_true (jug_semaphore_release (semaphore, NULL));
  jug_semaphore_unref (semaphore);
  assert_result (task, "True");
  return TRUE;
}

static gboolean
outlive_barrier (gpointer arguments, JugValue *result, GError **error)
{
  JugLoop *loop = *(JugLoop **) arguments;
  JugBarrier *barrier = jug_barrier_new (loop, 2, NULL, NULL);
  JugTask *task = start (loop, jug_barrier_wait (barrier));

  g_assert_true (jug_await (jug_barrier_wait (barrier), NULL, error));
  jug_barrier_unref (barrier);
  assert_result (task, "0");
  return TRUE;
}

static gboolean
outlive_queue (gpointer arguments, JugValue *result, GError **error)
{
  JugLoop *loop = *(JugLoop **) arguments;
  JugQueue *queue = jug_queue_new (loop, 0, NULL);
  JugTask *task = start (loop, jug_queue_get (queue));

  g_assert_true (jug_queue_put_nowait (queue, jug_value_string ("item"), NULL));
  jug_queue_unref (queue);
  assert_result (task, "'item'");
  return TRUE;
}

static void
test_outlives (Fixture *self, gconstpointer data)
{
  run (self, (JugCoroutineFunc) (gpointer) data);
}

/* An item belongs to the coroutine, then to the queue, then to who gets it; or goes with
 * them. */
static gboolean
drop_items (gpointer arguments, JugValue *result, GError **error)
{
  JugLoop *loop = *(JugLoop **) arguments;
  g_autoptr (JugQueue) queue = jug_queue_new (loop, 1, NULL);
  g_autoptr (JugTask) task = NULL;
  g_auto (JugValue) item = JUG_NONE;

  /* never awaited */
  jug_coroutine_free (jug_queue_put (queue, jug_value_string ("one")));
  /* refused */
  g_assert_true (jug_queue_put_nowait (queue, jug_value_string ("two"), NULL));
  g_assert_false (jug_queue_put_nowait (queue, jug_value_string ("three"), NULL));
  /* cancelled while it waits */
  task = start (loop, jug_queue_put (queue, jug_value_string ("four")));
  jug_task_cancel (task);
  g_assert_false (jug_await (task, NULL, NULL));
  /* gotten, and dropped by a shutdown */
  g_assert_true (jug_queue_get_nowait (queue, &item, NULL));
  g_assert_cmpstr (item.s, ==, "two");
  g_assert_true (jug_queue_put_nowait (queue, jug_value_string ("five"), NULL));
  jug_queue_shutdown (queue, TRUE);
  g_assert_true (jug_queue_is_empty (queue));
  /* refused for good */
  g_assert_false (
      jug_await (jug_queue_put (queue, jug_value_string ("six")), NULL, NULL));
  return TRUE;
}

static void
test_drops_items (Fixture *self, gconstpointer data)
{
  run (self, drop_items);
}

static void
test_queue_goes_with_its_items (Fixture *self, gconstpointer data)
{
  g_autoptr (JugQueue) fifo = jug_queue_new (self->loop, 0, NULL);
  g_autoptr (JugQueue) lifo = jug_queue_new_lifo (self->loop, 0, NULL);
  g_autoptr (JugQueue) priority = jug_queue_new_priority (self->loop, 0, NULL);

  for (guint i = 0; i < 100; i++)
    {
      jug_queue_put_nowait (fifo, jug_value_string ("item"), NULL);
      jug_queue_put_nowait (lifo, jug_value_string ("item"), NULL);
      jug_queue_put_nowait (priority, jug_value_string ("item"), NULL);
    }
  g_assert_cmpuint (jug_queue_get_size (priority), ==, 100);
}

/* The loop is freed while everybody waits: those who are closed leave the line, whatever
 * is left of it. */
static void
test_loop_goes_first (Fixture *self, gconstpointer data)
{
  g_autoptr (JugLock) lock = jug_lock_new (self->loop, NULL);
  g_autoptr (JugSyncEvent) event = jug_sync_event_new (self->loop, NULL);
  g_autoptr (JugSemaphore) semaphore = jug_semaphore_new (self->loop, 0, NULL, NULL);
  g_autoptr (JugBarrier) barrier = jug_barrier_new (self->loop, 4, NULL, NULL);
  g_autoptr (JugQueue) empty = jug_queue_new (self->loop, 0, NULL);
  g_autoptr (JugQueue) full = jug_queue_new (self->loop, 1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tasks =
      g_ptr_array_new_with_free_func ((GDestroyNotify) jug_task_unref);
  g_autoptr (JugFuture) all = NULL;

  jug_queue_put_nowait (full, JUG_INT (0), NULL);
  for (guint i = 0; i < 3; i++)
    {
      JugCoroutine *coroutines[] = {
        jug_lock_acquire (lock),    jug_sync_event_wait (event),
        jug_barrier_wait (barrier), jug_semaphore_acquire (semaphore),
        jug_queue_get (empty),      jug_queue_put (full, jug_value_string ("item")),
        jug_queue_join (full),
      };

      for (guint j = 0; j < G_N_ELEMENTS (coroutines); j++)
        g_ptr_array_add (tasks, jug_task_new (self->loop, coroutines[j], NULL, NULL));
    }
  all = jug_gather (self->loop, tasks->len, tasks->pdata, FALSE, NULL);
  jug_run_until_complete (self->loop, all, &error);
  g_assert_error (error, JUG_RUN_ERROR, JUG_RUN_ERROR_DEADLOCK);
  /* tear_down() frees the loop after the last of our own references. */
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    JugCoroutineFunc func;
  } primitives[] = {
    { "lock", outlive_lock },           { "event", outlive_event },
    { "condition", outlive_condition }, { "semaphore", outlive_semaphore },
    { "barrier", outlive_barrier },     { "queue", outlive_queue },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (primitives); i++)
    {
      g_autofree char *path = g_strdup_printf (
          "/juggler/sync/lifetime/%s-lives-while-someone-waits", primitives[i].name);

      g_test_add (path, Fixture, (gpointer) primitives[i].func, set_up, test_outlives,
                  tear_down);
    }
  g_test_add ("/juggler/sync/lifetime/drops-items", Fixture, NULL, set_up,
              test_drops_items, tear_down);
  g_test_add ("/juggler/sync/lifetime/queue-goes-with-its-items", Fixture, NULL, set_up,
              test_queue_goes_with_its_items, tear_down);
  g_test_add ("/juggler/sync/lifetime/loop-goes-first", Fixture, NULL, set_up,
              test_loop_goes_first, tear_down);
  return g_test_run ();
}
