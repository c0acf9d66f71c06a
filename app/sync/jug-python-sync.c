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

JugLock *
asyncio_lock (void)
{
  return jug_scope_own (jug_lock_new (jug_loop_get_current (), NULL),
                        (GDestroyNotify) jug_lock_unref);
}

JugCoroutine *
lock_acquire (JugLock *lock)
{
  return jug_scope_own_coroutine (jug_lock_acquire (lock));
}

void
lock_release (JugLock *lock)
{
  CHECK (jug_lock_release (lock, ERROR));
}

JugSyncEvent *
asyncio_event (void)
{
  return jug_scope_own (jug_sync_event_new (jug_loop_get_current (), NULL),
                        (GDestroyNotify) jug_sync_event_unref);
}

JugCoroutine *
event_wait (JugSyncEvent *event)
{
  return jug_scope_own_coroutine (jug_sync_event_wait (event));
}

JugCondition *
asyncio_condition (void)
{
  return asyncio_condition_of (NULL);
}

JugCondition *
asyncio_condition_of (JugLock *lock)
{
  return jug_scope_own (jug_condition_new (jug_loop_get_current (), lock, NULL),
                        (GDestroyNotify) jug_condition_unref);
}

JugCoroutine *
condition_acquire (JugCondition *condition)
{
  return jug_scope_own_coroutine (jug_condition_acquire (condition));
}

void
condition_release (JugCondition *condition)
{
  CHECK (jug_condition_release (condition, ERROR));
}

JugCoroutine *
condition_wait (JugCondition *condition)
{
  return jug_scope_own_coroutine (jug_condition_wait (condition));
}

void
condition_notify (JugCondition *condition, guint n)
{
  CHECK (jug_condition_notify (condition, n, ERROR));
}

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

JugCoroutine *
condition_wait_for (JugCondition *condition,
                    gboolean (*predicate) (gpointer data),
                    gpointer data)
{
  WaitFor arguments = { jug_condition_ref (condition), predicate, data };

  return jug_scope_own_coroutine (jug_coroutine_new ("wait_for", run_wait_for, &arguments,
                                                     sizeof arguments, clear_wait_for));
}

JugSemaphore *
asyncio_semaphore (gint value)
{
  return jug_scope_own (
      CHECK (jug_semaphore_new (jug_loop_get_current (), value, NULL, ERROR)),
      (GDestroyNotify) jug_semaphore_unref);
}

JugSemaphore *
asyncio_bounded_semaphore (gint value)
{
  return jug_scope_own (
      CHECK (jug_semaphore_new_bounded (jug_loop_get_current (), value, NULL, ERROR)),
      (GDestroyNotify) jug_semaphore_unref);
}

JugCoroutine *
semaphore_acquire (JugSemaphore *semaphore)
{
  return jug_scope_own_coroutine (jug_semaphore_acquire (semaphore));
}

void
semaphore_release (JugSemaphore *semaphore)
{
  CHECK (jug_semaphore_release (semaphore, ERROR));
}

JugBarrier *
asyncio_barrier (gint parties)
{
  return jug_scope_own (
      CHECK (jug_barrier_new (jug_loop_get_current (), parties, NULL, ERROR)),
      (GDestroyNotify) jug_barrier_unref);
}

JugCoroutine *
barrier_wait (JugBarrier *barrier)
{
  return jug_scope_own_coroutine (jug_barrier_wait (barrier));
}

JugCoroutine *
barrier_reset (JugBarrier *barrier)
{
  return jug_scope_own_coroutine (jug_barrier_reset (barrier));
}

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

JugQueue *
asyncio_queue (gint max_size)
{
  return own_queue (jug_queue_new (jug_loop_get_current (), max_size, NULL));
}

JugQueue *
asyncio_priority_queue (gint max_size)
{
  return own_queue (jug_queue_new_priority (jug_loop_get_current (), max_size, NULL));
}

JugQueue *
asyncio_lifo_queue (gint max_size)
{
  return own_queue (jug_queue_new_lifo (jug_loop_get_current (), max_size, NULL));
}

JugCoroutine *
queue_put (JugQueue *queue, JugValue item)
{
  return jug_scope_own_coroutine (jug_queue_put (queue, jug_value_copy (&item)));
}

JugCoroutine *
queue_get (JugQueue *queue)
{
  return jug_scope_own_coroutine (jug_queue_get (queue));
}

JugCoroutine *
queue_join (JugQueue *queue)
{
  return jug_scope_own_coroutine (jug_queue_join (queue));
}

void
queue_put_nowait (JugQueue *queue, JugValue item)
{
  CHECK (jug_queue_put_nowait (queue, jug_value_copy (&item), ERROR));
}

JugValue
queue_get_nowait (JugQueue *queue)
{
  JugValue item = JUG_NONE;

  CHECK (jug_queue_get_nowait (queue, &item, ERROR));
  return jug_scope_own_value (item);
}

void
queue_task_done (JugQueue *queue)
{
  CHECK (jug_queue_task_done (queue, ERROR));
}
