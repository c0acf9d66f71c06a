/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio's locks and queues in C, for lesson programs that are read beside their
 * Python. */
#include "jug-python-sync.h"

JUG_DEFINE_KEEPER (lock);
JUG_DEFINE_KEEPER (sync_event);
JUG_DEFINE_KEEPER (condition);
JUG_DEFINE_KEEPER (semaphore);
JUG_DEFINE_KEEPER (barrier);
JUG_DEFINE_KEEPER (queue);

/* Asyncio's _ContextManagerMixin: what release raises hides what the body raised. */
static gboolean
leave (gboolean is_released, GError *body_error, GError **error)
{
  if (!is_released)
    {
      g_clear_error (&body_error);
      return FALSE;
    }
  if (!body_error)
    return TRUE;
  g_propagate_error (error, body_error);
  return FALSE;
}

static gboolean
enter_lock (gpointer self, GError **error)
{
  return jug_await (jug_lock_acquire (self), NULL, error);
}

static gboolean
exit_lock (gpointer self, GError *body_error, GError **error)
{
  return leave (jug_lock_release (self, error), body_error, error);
}

JugContextManager
jug_lock_as_manager (JugLock *lock)
{
  return (JugContextManager){ lock, enter_lock, exit_lock };
}

JugContextManager
jug_condition_as_manager (JugCondition *condition)
{
  return jug_lock_as_manager (jug_condition_get_lock (condition));
}

static gboolean
enter_semaphore (gpointer self, GError **error)
{
  return jug_await (jug_semaphore_acquire (self), NULL, error);
}

static gboolean
exit_semaphore (gpointer self, GError *body_error, GError **error)
{
  return leave (jug_semaphore_release (self, error), body_error, error);
}

JugContextManager
jug_semaphore_as_manager (JugSemaphore *semaphore)
{
  return (JugContextManager){ semaphore, enter_semaphore, exit_semaphore };
}

static gboolean
enter_barrier (gpointer self, GError **error)
{
  return jug_await (jug_barrier_wait (self), NULL, error);
}

static gboolean
exit_barrier (gpointer self, GError *body_error, GError **error)
{
  return leave (TRUE, body_error, error);
}

JugContextManager
jug_barrier_as_manager (JugBarrier *barrier)
{
  return (JugContextManager){ barrier, enter_barrier, exit_barrier };
}

/**
 * asyncio_lock:
 *
 * `asyncio.Lock()`, which ASYNC_WITH takes, too; see jug_lock_new().
 *
 * Returns: (transfer none): a lock, of which the current scope owns a reference
 */
JugLock *
asyncio_lock (void)
{
  return jug_scope_own (jug_lock_new (jug_loop_get_current (), NULL),
                        (GDestroyNotify) jug_lock_unref);
}

/**
 * lock_acquire:
 * @lock: a lock, of which the coroutine holds a reference
 *
 * `Lock.acquire()` (Lib/asyncio/locks.py): does not suspend if it is free and nobody
 * stands in line; see jug_lock_acquire().  Its result is True.
 *
 * Returns: (transfer none): the coroutine, the current scope's until it is awaited or
 * made a task
 */
JugCoroutine *
lock_acquire (JugLock *lock)
{
  return jug_scope_own_coroutine (jug_lock_acquire (lock));
}

/**
 * lock_release:
 * @lock: a lock
 *
 * `Lock.release()` (Lib/asyncio/locks.py): wakes who came first; see jug_lock_release().
 * Raises RuntimeError if it is not locked.
 */
void
lock_release (JugLock *lock)
{
  CHECK (jug_lock_release (lock, ERROR));
}

/**
 * asyncio_event:
 *
 * `asyncio.Event()`; see jug_sync_event_new().
 *
 * Returns: (transfer none): an event that is not set, of which the current scope owns a
 * reference
 */
JugSyncEvent *
asyncio_event (void)
{
  return jug_scope_own (jug_sync_event_new (jug_loop_get_current (), NULL),
                        (GDestroyNotify) jug_sync_event_unref);
}

/**
 * event_wait:
 * @event: an event, of which the coroutine holds a reference
 *
 * `Event.wait()` (Lib/asyncio/locks.py): does not suspend if it is set; see
 * jug_sync_event_wait().  Its result is True.
 *
 * Returns: (transfer none): the coroutine, the current scope's until it is awaited or
 * made a task
 */
JugCoroutine *
event_wait (JugSyncEvent *event)
{
  return jug_scope_own_coroutine (jug_sync_event_wait (event));
}

/**
 * asyncio_condition:
 *
 * `asyncio.Condition()`: asyncio_condition_of() a lock of its own.
 *
 * Returns: (transfer none): a condition, of which the current scope owns a reference
 */
JugCondition *
asyncio_condition (void)
{
  return asyncio_condition_of (NULL);
}

/**
 * asyncio_condition_of:
 * @lock: (nullable): the lock that it shares with others, of which it holds a reference;
 * %NULL for one of its own
 *
 * `asyncio.Condition(lock)`, which ASYNC_WITH takes, too; see jug_condition_new().
 *
 * Returns: (transfer none): a condition, of which the current scope owns a reference
 */
JugCondition *
asyncio_condition_of (JugLock *lock)
{
  return jug_scope_own (jug_condition_new (jug_loop_get_current (), lock, NULL),
                        (GDestroyNotify) jug_condition_unref);
}

/**
 * condition_acquire:
 * @condition: a condition
 *
 * `Condition.acquire()`, which is its lock's: lock_acquire().
 *
 * Returns: (transfer none): the coroutine, the current scope's until it is awaited or
 * made a task
 */
JugCoroutine *
condition_acquire (JugCondition *condition)
{
  return jug_scope_own_coroutine (jug_condition_acquire (condition));
}

/**
 * condition_release:
 * @condition: a condition
 *
 * `Condition.release()`, which is its lock's: lock_release().  Raises RuntimeError if
 * that is not locked.
 */
void
condition_release (JugCondition *condition)
{
  CHECK (jug_condition_release (condition, ERROR));
}

/**
 * condition_wait:
 * @condition: a condition, of which the coroutine holds a reference
 *
 * `Condition.wait()` (Lib/asyncio/locks.py): releases the lock, waits for a notification
 * and acquires the lock again; see jug_condition_wait().  Its result is True; awaiting
 * it raises RuntimeError if the lock is not locked.
 *
 * Returns: (transfer none): the coroutine, the current scope's until it is awaited or
 * made a task
 */
JugCoroutine *
condition_wait (JugCondition *condition)
{
  return jug_scope_own_coroutine (jug_condition_wait (condition));
}

/**
 * condition_notify:
 * @condition: a condition
 * @n: how many to wake; asyncio's default is 1
 *
 * `Condition.notify(n)` (Lib/asyncio/locks.py): wakes those who came first, who go on
 * when they got the lock; see jug_condition_notify().  Raises RuntimeError if the lock
 * is not locked.
 */
void
condition_notify (JugCondition *condition, guint n)
{
  CHECK (jug_condition_notify (condition, n, ERROR));
}

/**
 * condition_notify_all:
 * @condition: a condition
 *
 * `Condition.notify_all()`: condition_notify() for all who wait.  Raises what that does.
 */
void
condition_notify_all (JugCondition *condition)
{
  CHECK (jug_condition_notify_all (condition, ERROR));
}

typedef struct
{
  JugCondition *condition; /* owned */
  gboolean (*predicate) (gpointer data);
  gpointer data; /* (unowned) */
} WaitFor;

/* What the predicate raises must not jump over the frames of those who called it. */
static gboolean
call_predicate (gpointer data, JugValue *value, GError **error)
{
  WaitFor *self = data;
  JugScope scope;

  jug_scope_push (&scope);
  if (setjmp (scope.base.env) == 0)
    *value = JUG_BOOL (self->predicate (self->data));
  return jug_scope_pop (&scope, error);
}

static gboolean
run_wait_for (gpointer arguments, JugValue *result, GError **error)
{
  WaitFor *self = arguments;

  return jug_await (jug_condition_wait_for (self->condition, call_predicate, self),
                    result, error);
}

static void
clear_wait_for (gpointer arguments)
{
  jug_condition_unref (((WaitFor *) arguments)->condition);
}

/**
 * condition_wait_for:
 * @condition: a condition, of which the coroutine holds a reference
 * @predicate: what is to become true; called in a scope of its own
 * @data: (nullable): passed to it; borrowed, must live as long as the coroutine
 *
 * `Condition.wait_for(predicate)` (Lib/asyncio/locks.py): does not suspend if it is true
 * at once; see jug_condition_wait_for().  Its result is True; awaiting it raises what
 * @predicate raises, and what condition_wait() does.
 *
 * Returns: (transfer none): the coroutine, the current scope's until it is awaited or
 * made a task
 */
JugCoroutine *
condition_wait_for (JugCondition *condition,
                    gboolean (*predicate) (gpointer data),
                    gpointer data)
{
  WaitFor arguments = { jug_condition_ref (condition), predicate, data };

  return jug_scope_own_coroutine (jug_coroutine_new ("wait_for", run_wait_for, &arguments,
                                                     sizeof arguments, clear_wait_for));
}

/**
 * asyncio_semaphore:
 * @value: how many permits it has; asyncio's default is 1
 *
 * `asyncio.Semaphore(value)`, which ASYNC_WITH takes, too; see jug_semaphore_new().
 * Raises ValueError if @value is negative.
 *
 * Returns: (transfer none): a semaphore, of which the current scope owns a reference
 */
JugSemaphore *
asyncio_semaphore (gint value)
{
  return jug_scope_own (
      CHECK (jug_semaphore_new (jug_loop_get_current (), value, NULL, ERROR)),
      (GDestroyNotify) jug_semaphore_unref);
}

/**
 * asyncio_bounded_semaphore:
 * @value: how many permits it has, and may have
 *
 * `asyncio.BoundedSemaphore(value)`; see jug_semaphore_new_bounded().  Raises ValueError
 * if @value is negative.
 *
 * Returns: (transfer none): a semaphore, of which the current scope owns a reference
 */
JugSemaphore *
asyncio_bounded_semaphore (gint value)
{
  return jug_scope_own (
      CHECK (jug_semaphore_new_bounded (jug_loop_get_current (), value, NULL, ERROR)),
      (GDestroyNotify) jug_semaphore_unref);
}

/**
 * semaphore_acquire:
 * @semaphore: a semaphore, of which the coroutine holds a reference
 *
 * `Semaphore.acquire()` (Lib/asyncio/locks.py): does not suspend if there is a permit
 * and nobody stands in line; see jug_semaphore_acquire().  Its result is True.
 *
 * Returns: (transfer none): the coroutine, the current scope's until it is awaited or
 * made a task
 */
JugCoroutine *
semaphore_acquire (JugSemaphore *semaphore)
{
  return jug_scope_own_coroutine (jug_semaphore_acquire (semaphore));
}

/**
 * semaphore_release:
 * @semaphore: a semaphore
 *
 * `Semaphore.release()` (Lib/asyncio/locks.py): gives a permit back, or to who waits
 * first; see jug_semaphore_release().  Raises ValueError if it is bounded and has all
 * its permits.
 */
void
semaphore_release (JugSemaphore *semaphore)
{
  CHECK (jug_semaphore_release (semaphore, ERROR));
}

/**
 * asyncio_barrier:
 * @parties: how many tasks it waits for
 *
 * `asyncio.Barrier(parties)`, which ASYNC_WITH takes, too; see jug_barrier_new().
 * Raises ValueError if @parties is less than 1.
 *
 * Returns: (transfer none): a barrier, of which the current scope owns a reference
 */
JugBarrier *
asyncio_barrier (gint parties)
{
  return jug_scope_own (
      CHECK (jug_barrier_new (jug_loop_get_current (), parties, NULL, ERROR)),
      (GDestroyNotify) jug_barrier_unref);
}

/**
 * barrier_wait:
 * @barrier: a barrier, of which the coroutine holds a reference
 *
 * `Barrier.wait()` (Lib/asyncio/locks.py): waits until all parties have come; see
 * jug_barrier_wait().  Its result is which of them it was, from 0; awaiting it raises
 * BrokenBarrierError if the barrier is aborted, or reset while it waits.
 *
 * Returns: (transfer none): the coroutine, the current scope's until it is awaited or
 * made a task
 */
JugCoroutine *
barrier_wait (JugBarrier *barrier)
{
  return jug_scope_own_coroutine (jug_barrier_wait (barrier));
}

/**
 * barrier_reset:
 * @barrier: a barrier, of which the coroutine holds a reference
 *
 * `Barrier.reset()` (Lib/asyncio/locks.py): those who wait get a BrokenBarrierError; see
 * jug_barrier_reset().  Its result is None.
 *
 * Returns: (transfer none): the coroutine, the current scope's until it is awaited or
 * made a task
 */
JugCoroutine *
barrier_reset (JugBarrier *barrier)
{
  return jug_scope_own_coroutine (jug_barrier_reset (barrier));
}

/**
 * barrier_abort:
 * @barrier: a barrier, of which the coroutine holds a reference
 *
 * `Barrier.abort()` (Lib/asyncio/locks.py): those who wait, and those who come, get a
 * BrokenBarrierError; see jug_barrier_abort().  Its result is None.
 *
 * Returns: (transfer none): the coroutine, the current scope's until it is awaited or
 * made a task
 */
JugCoroutine *
barrier_abort (JugBarrier *barrier)
{
  return jug_scope_own_coroutine (jug_barrier_abort (barrier));
}

static JugQueue *
own_queue (JugQueue *queue)
{
  return jug_scope_own (queue, (GDestroyNotify) jug_queue_unref);
}

/**
 * asyncio_queue:
 * @max_size: how many items it holds; 0 and less: any number
 *
 * `asyncio.Queue(max_size)`: first in, first out; see jug_queue_new().
 *
 * Returns: (transfer none): a queue, of which the current scope owns a reference
 */
JugQueue *
asyncio_queue (gint max_size)
{
  return own_queue (jug_queue_new (jug_loop_get_current (), max_size, NULL));
}

/**
 * asyncio_priority_queue:
 * @max_size: how many items it holds; 0 and less: any number
 *
 * `asyncio.PriorityQueue(max_size)`: the least comes out first, in the order of
 * jug_value_compare(); see jug_queue_new_priority().
 *
 * Returns: (transfer none): a queue, of which the current scope owns a reference
 */
JugQueue *
asyncio_priority_queue (gint max_size)
{
  return own_queue (jug_queue_new_priority (jug_loop_get_current (), max_size, NULL));
}

/**
 * asyncio_lifo_queue:
 * @max_size: how many items it holds; 0 and less: any number
 *
 * `asyncio.LifoQueue(max_size)`: last in, first out; see jug_queue_new_lifo().
 *
 * Returns: (transfer none): a queue, of which the current scope owns a reference
 */
JugQueue *
asyncio_lifo_queue (gint max_size)
{
  return own_queue (jug_queue_new_lifo (jug_loop_get_current (), max_size, NULL));
}

/**
 * queue_put:
 * @queue: a queue, of which the coroutine holds a reference
 * @item: what to put; the coroutine, and then the queue, takes a count of its own
 *
 * `Queue.put(item)` (Lib/asyncio/queues.py): suspends only while the queue is full; see
 * jug_queue_put().  Its result is None; awaiting it raises QueueShutDown if the queue is
 * shut down.
 *
 * Returns: (transfer none): the coroutine, the current scope's until it is awaited or
 * made a task
 */
JugCoroutine *
queue_put (JugQueue *queue, JugValue item)
{
  return jug_scope_own_coroutine (jug_queue_put (queue, jug_value_copy (&item)));
}

/**
 * queue_get:
 * @queue: a queue, of which the coroutine holds a reference
 *
 * `Queue.get()` (Lib/asyncio/queues.py): suspends only while the queue is empty; see
 * jug_queue_get().  Its result is the item; awaiting it raises QueueShutDown if the
 * queue is shut down and empty.
 *
 * Returns: (transfer none): the coroutine, the current scope's until it is awaited or
 * made a task
 */
JugCoroutine *
queue_get (JugQueue *queue)
{
  return jug_scope_own_coroutine (jug_queue_get (queue));
}

/**
 * queue_join:
 * @queue: a queue, of which the coroutine holds a reference
 *
 * `Queue.join()` (Lib/asyncio/queues.py): waits until every item that was put is
 * reported as done, by queue_task_done(); see jug_queue_join().  Its result is None.
 *
 * Returns: (transfer none): the coroutine, the current scope's until it is awaited or
 * made a task
 */
JugCoroutine *
queue_join (JugQueue *queue)
{
  return jug_scope_own_coroutine (jug_queue_join (queue));
}

/**
 * queue_put_nowait:
 * @queue: a queue
 * @item: what to put; the queue takes a count of its own
 *
 * `Queue.put_nowait(item)` (Lib/asyncio/queues.py): wakes who waits first for an item;
 * see jug_queue_put_nowait().  Raises QueueFull, or QueueShutDown if it is shut down.
 */
void
queue_put_nowait (JugQueue *queue, JugValue item)
{
  CHECK (jug_queue_put_nowait (queue, jug_value_copy (&item), ERROR));
}

/**
 * queue_get_nowait:
 * @queue: a queue
 *
 * `Queue.get_nowait()` (Lib/asyncio/queues.py): wakes who waits first for room; see
 * jug_queue_get_nowait().  Raises QueueEmpty, or QueueShutDown if it is shut down as
 * well.
 *
 * Returns: (transfer none): the item, which the current scope owns
 */
JugValue
queue_get_nowait (JugQueue *queue)
{
  JugValue item = JUG_NONE;

  CHECK (jug_queue_get_nowait (queue, &item, ERROR));
  return jug_scope_own_value (item);
}

/**
 * queue_task_done:
 * @queue: a queue
 *
 * `Queue.task_done()` (Lib/asyncio/queues.py): the work on an item that was gotten is
 * over; see jug_queue_task_done().  Raises ValueError if it was called for every item
 * already.
 */
void
queue_task_done (JugQueue *queue)
{
  CHECK (jug_queue_task_done (queue, ERROR));
}
