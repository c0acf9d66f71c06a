/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.Condition, after Lib/asyncio/locks.py, Condition. */
#include "jug-condition-private.h"

#include "jug-lock-private.h"
#include "jug-sync-record-private.h"
#include "jug-waiter-private.h"

struct _JugCondition
{
  JugLoop *loop; /* (unowned) */
  JugLock *lock; /* owned */
  JugWaiterLine waiters;
  guint32 n_refs;
  guint32 number;     /* in the trace; 0 if nothing is recorded of it */
  guint32 owner;      /* whose the waits for it are in the trace */
  JugPurpose purpose; /* and what for */
  gboolean has_own_lock;
};

typedef struct
{
  JugCondition *condition; /* owned */
  JugPredicate predicate;
  gpointer data; /* (unowned) */
} WaitFor;

/**
 * jug_condition_new:
 * @loop: its loop
 * @lock: (nullable): the lock that it shares with others; %NULL for one of its own, which
 * the trace then shows as the condition itself
 * @label: (nullable): what the program calls it
 *
 * Returns: (transfer full): a condition
 */
JugCondition *
jug_condition_new (JugLoop *loop, JugLock *lock, const char *label)
{
  JugCondition *self;

  g_return_val_if_fail (loop != NULL, NULL);

  self = g_new0 (JugCondition, 1);
  self->loop = loop;
  self->n_refs = 1;
  self->number = jug_sync_record_new (loop, JUG_SYNC_CONDITION, label, lock ? 0 : 1);
  self->owner = self->number;
  self->purpose = JUG_PURPOSE_CONDITION;
  self->has_own_lock = !lock;
  self->lock = lock ? jug_lock_ref (lock) : jug_lock_new_inside (loop, self->number);
  return self;
}

/* The condition inside another primitive, whose the waits for it are in the trace. */
JugCondition *
jug_condition_new_inside (JugLoop *loop, JugPurpose purpose, guint32 owner)
{
  JugCondition *self = g_new0 (JugCondition, 1);

  self->loop = loop;
  self->n_refs = 1;
  self->owner = owner;
  self->purpose = purpose;
  self->lock = jug_lock_new_inside (loop, 0);
  return self;
}

/**
 * jug_condition_ref:
 * @self: a condition
 *
 * Returns: (transfer full): @self
 */
JugCondition *
jug_condition_ref (JugCondition *self)
{
  self->n_refs++;
  return self;
}

/**
 * jug_condition_unref:
 * @self: (transfer full): a condition
 */
void
jug_condition_unref (JugCondition *self)
{
  if (--self->n_refs > 0)
    return;
  g_assert (!self->waiters.first);
  jug_lock_unref (self->lock);
  g_free (self);
}

/**
 * jug_condition_get_lock:
 * @self: a condition
 *
 * Returns: (transfer none): its lock
 */
JugLock *
jug_condition_get_lock (JugCondition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lock;
}

/**
 * jug_condition_acquire:
 * @self: a condition
 *
 * `Condition.acquire`, which is its lock's.
 *
 * Returns: (transfer full): the coroutine
 */
JugCoroutine *
jug_condition_acquire (JugCondition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return jug_lock_acquire (self->lock);
}

/**
 * jug_condition_release:
 * @self: a condition
 * @error: RuntimeError, if it is not locked
 *
 * `Condition.release()`, which is its lock's.
 *
 * Returns: whether it was locked
 */
gboolean
jug_condition_release (JugCondition *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return jug_lock_release (self->lock, error);
}

/**
 * jug_condition_is_locked:
 * @self: a condition
 *
 * Returns: `Condition.locked()`, which is its lock's
 */
gboolean
jug_condition_is_locked (JugCondition *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return jug_lock_is_locked (self->lock);
}

/* Condition._notify */
static void
wake (JugCondition *self, guint n)
{
  for (JugWaiter *waiter = self->waiters.first; waiter && n > 0; waiter = waiter->next)
    if (!jug_future_is_done (&waiter->future))
      {
        jug_waiter_wake (waiter, JUG_BOOL (FALSE));
        n--;
      }
}

/* It gets the lock back behind others, even when it is cancelled, and again each time
 * that it is cancelled meanwhile; the last CancelledError is the one that counts. */
static void
acquire_again (JugCondition *self, GError **error)
{
  GError *latest = NULL;
  GError *own = NULL;

  while (!jug_lock_acquire_here (self->lock, &own))
    {
      gboolean is_cancelled = jug_exception_is_cancelled (own);

      g_clear_error (&latest);
      latest = g_steal_pointer (&own);
      if (!is_cancelled)
        break;
    }
  if (latest)
    {
      g_clear_error (error);
      *error = latest;
    }
}

/* Condition.wait, on the stack of a coroutine of this folder that keeps the condition
 * alive. */
gboolean
jug_condition_wait_here (JugCondition *self, GError **error)
{
  GError *own = NULL;
  JugWaiter waiter;

  if (!jug_lock_is_locked (self->lock))
    {
      jug_exception_set (error, "RuntimeError", "cannot wait on un-acquired lock");
      return FALSE;
    }

  jug_future_init (&waiter.future, self->loop, self->purpose, NULL, self->owner);
  jug_lock_release (self->lock, NULL);
  jug_waiter_join (&waiter, &self->waiters);
  jug_waiter_wait (&waiter, &own);
  jug_waiter_leave (&waiter, &self->waiters);
  jug_future_clear (&waiter.future);
  acquire_again (self, &own);
  if (!own)
    return TRUE;

  /* The notification may have come before the exception: somebody else gets it, be it in
   * vain. */
  wake (self, 1);
  g_propagate_error (error, own);
  return FALSE;
}

static gboolean
run_wait (gpointer arguments, JugValue *result, GError **error)
{
  if (!jug_condition_wait_here (*(JugCondition **) arguments, error))
    return FALSE;
  *result = JUG_BOOL (TRUE);
  return TRUE;
}

static void
clear_arguments (gpointer arguments)
{
  jug_condition_unref (*(JugCondition **) arguments);
}

/**
 * jug_condition_wait:
 * @self: a condition
 *
 * `Condition.wait`: releases the lock, waits for a notification, and acquires the lock
 * again, behind others and even if it is cancelled (S52).  It may return without a
 * notification that was meant for it.  Its result is True; RuntimeError if the lock is
 * not locked.
 *
 * Returns: (transfer full): the coroutine
 */
JugCoroutine *
jug_condition_wait (JugCondition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  jug_condition_ref (self);
  return jug_coroutine_new ("wait", run_wait, &self, sizeof self, clear_arguments);
}

static gboolean
run_wait_for (gpointer arguments, JugValue *result, GError **error)
{
  WaitFor *self = arguments;

  for (;;)
    {
      if (!self->predicate (self->data, result, error))
        return FALSE;
      if (jug_value_is_true (result))
        return TRUE;
      jug_value_clear (result);
      if (!jug_condition_wait_here (self->condition, error))
        return FALSE;
    }
}

static void
clear_wait_for (gpointer arguments)
{
  jug_condition_unref (((WaitFor *) arguments)->condition);
}

/**
 * jug_condition_wait_for:
 * @self: a condition
 * @predicate: what is to become true
 * @data: (nullable): passed to it; must live as long as the coroutine
 *
 * `Condition.wait_for`: waits, time and again, until @predicate is true; if it is so at
 * once, it does not suspend.  Its result is the predicate's value.
 *
 * Returns: (transfer full): the coroutine
 */
JugCoroutine *
jug_condition_wait_for (JugCondition *self, JugPredicate predicate, gpointer data)
{
  WaitFor arguments = { self, predicate, data };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (predicate != NULL, NULL);

  jug_condition_ref (self);
  return jug_coroutine_new ("wait_for", run_wait_for, &arguments, sizeof arguments,
                            clear_wait_for);
}

/**
 * jug_condition_notify:
 * @self: a condition
 * @n: how many to wake; asyncio's default is 1
 * @error: RuntimeError, if the lock is not locked
 *
 * Wakes those who came first.  The lock stays locked: they go on when they got it (S52).
 *
 * Returns: whether the lock was locked
 */
gboolean
jug_condition_notify (JugCondition *self, guint n, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!jug_lock_is_locked (self->lock))
    {
      jug_exception_set (error, "RuntimeError", "cannot notify on un-acquired lock");
      return FALSE;
    }
  jug_sync_record (self->loop, self->number, JUG_SYNC_NOTIFY, self->has_own_lock);
  wake (self, n);
  return TRUE;
}

/**
 * jug_condition_notify_all:
 * @self: a condition
 * @error: RuntimeError, if the lock is not locked
 *
 * Wakes all who wait.
 *
 * Returns: whether the lock was locked
 */
gboolean
jug_condition_notify_all (JugCondition *self, GError **error)
{
  return jug_condition_notify (self, G_MAXUINT, error);
}
