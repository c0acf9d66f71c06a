/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.Lock, after Lib/asyncio/locks.py, Lock. */
#include "jug-lock-private.h"

#include "jug-sync-record-private.h"
#include "jug-waiter-private.h"

struct _JugLock
{
  JugLoop *loop; /* (unowned) */
  JugWaiterLine waiters;
  guint32 n_refs;
  guint32 number; /* in the trace; 0 if nothing is recorded of it */
  gboolean is_locked;
};

/* The lock inside another primitive, in whose name it is recorded. */
JugLock *
jug_lock_new_inside (JugLoop *loop, guint32 number)
{
  JugLock *self = g_new0 (JugLock, 1);

  self->loop = loop;
  self->n_refs = 1;
  self->number = number;
  return self;
}

/**
 * jug_lock_new:
 * @loop: its loop
 * @label: (nullable): what the program calls it
 *
 * Returns: (transfer full): a lock that is not locked
 */
JugLock *
jug_lock_new (JugLoop *loop, const char *label)
{
  g_return_val_if_fail (loop != NULL, NULL);

  return jug_lock_new_inside (loop, jug_sync_record_new (loop, JUG_SYNC_LOCK, label, 1));
}

/**
 * jug_lock_ref:
 * @self: a lock
 *
 * Returns: (transfer full): @self
 */
JugLock *
jug_lock_ref (JugLock *self)
{
  self->n_refs++;
  return self;
}

/**
 * jug_lock_unref:
 * @self: (transfer full): a lock
 */
void
jug_lock_unref (JugLock *self)
{
  if (--self->n_refs > 0)
    return;
  g_assert (!self->waiters.first);
  g_free (self);
}

static void
take (JugLock *self)
{
  self->is_locked = TRUE;
  jug_sync_record (self->loop, self->number, JUG_SYNC_ACQUIRE, 1);
}

/* Lock._wake_up_first: only the first of all, who may be on the way already. */
static void
wake_first (JugLock *self)
{
  JugWaiter *first = self->waiters.first;

  if (first && !jug_future_is_done (&first->future))
    jug_waiter_wake (first, JUG_BOOL (TRUE));
}

static gboolean
wait_in_line (JugLock *self, GError **error)
{
  GError *own = NULL;
  JugWaiter waiter;
  gboolean ok;

  jug_future_init (&waiter.future, self->loop, JUG_PURPOSE_LOCK, NULL, self->number);
  jug_waiter_join (&waiter, &self->waiters);
  ok = jug_waiter_wait (&waiter, &own);
  jug_waiter_leave (&waiter, &self->waiters);
  jug_future_clear (&waiter.future);
  if (ok)
    return TRUE;

  /* Woken and cancelled before its turn, it passes the wake-up on (S49). */
  if (jug_exception_is_cancelled (own) && !self->is_locked)
    wake_first (self);
  g_propagate_error (error, own);
  return FALSE;
}

/* Lock.acquire, on the stack of a coroutine of this folder that keeps the lock alive.
 * While somebody who was woken has not run yet, a free lock is not free for newcomers
 * (S48). */
gboolean
jug_lock_acquire_here (JugLock *self, GError **error)
{
  if ((self->is_locked || !jug_waiter_line_is_free (&self->waiters)) &&
      !wait_in_line (self, error))
    return FALSE;
  take (self);
  return TRUE;
}

static gboolean
run_acquire (gpointer arguments, JugValue *result, GError **error)
{
  if (!jug_lock_acquire_here (*(JugLock **) arguments, error))
    return FALSE;
  *result = JUG_BOOL (TRUE);
  return TRUE;
}

static void
clear_arguments (gpointer arguments)
{
  jug_lock_unref (*(JugLock **) arguments);
}

/**
 * jug_lock_acquire:
 * @self: a lock
 *
 * `Lock.acquire`: if it is free and nobody stands in line, it does not suspend (S47). Its
 * result is True.
 *
 * Returns: (transfer full): the coroutine
 */
JugCoroutine *
jug_lock_acquire (JugLock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  jug_lock_ref (self);
  return jug_coroutine_new ("acquire", run_acquire, &self, sizeof self, clear_arguments);
}

/**
 * jug_lock_release:
 * @self: a lock
 * @error: RuntimeError, if it is not locked
 *
 * Frees it and wakes who came first; until that one runs, nobody else gets it (S48).
 *
 * Returns: whether it was locked
 */
gboolean
jug_lock_release (JugLock *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!self->is_locked)
    {
      jug_exception_set (error, "RuntimeError", "Lock is not acquired.");
      return FALSE;
    }
  self->is_locked = FALSE;
  jug_sync_record (self->loop, self->number, JUG_SYNC_RELEASE, 0);
  wake_first (self);
  return TRUE;
}

/**
 * jug_lock_is_locked:
 * @self: a lock
 *
 * Returns: `Lock.locked()`: whether it is acquired
 */
gboolean
jug_lock_is_locked (JugLock *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_locked;
}
