/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.Barrier, after Lib/asyncio/locks.py, Barrier. */
#include "jug-barrier.h"

#include "jug-condition-private.h"
#include "jug-lock-private.h"
#include "jug-sync-record-private.h"

typedef enum
{
  FILLING,
  DRAINING,
  RESETTING,
  BROKEN
} State;

struct _JugBarrier
{
  JugLoop *loop;           /* (unowned) */
  JugCondition *condition; /* owned; tells all of a change of state */
  guint32 n_refs;
  guint32 number; /* in the trace */
  guint parties;
  guint count; /* tasks that came and did not go yet */
  State state;
};

/**
 * jug_barrier_new:
 * @loop: its loop
 * @parties: how many tasks it waits for
 * @label: (nullable): what the program calls it
 * @error: ValueError, if @parties is less than 1
 *
 * Returns: (transfer full) (nullable): a barrier, or %NULL with @error set
 */
JugBarrier *
jug_barrier_new (JugLoop *loop, gint parties, const char *label, GError **error)
{
  JugBarrier *self;

  g_return_val_if_fail (loop != NULL, NULL);

  if (parties < 1)
    {
      jug_exception_set (error, "ValueError", "parties must be >= 1");
      return NULL;
    }
  self = g_new0 (JugBarrier, 1);
  self->loop = loop;
  self->n_refs = 1;
  self->parties = (guint) parties;
  self->number = jug_sync_record_new (loop, JUG_SYNC_BARRIER, label, self->parties);
  self->condition = jug_condition_new_inside (loop, JUG_PURPOSE_BARRIER, self->number);
  return self;
}

/**
 * jug_barrier_ref:
 * @self: a barrier
 *
 * Returns: (transfer full): @self
 */
JugBarrier *
jug_barrier_ref (JugBarrier *self)
{
  self->n_refs++;
  return self;
}

/**
 * jug_barrier_unref:
 * @self: (transfer full): a barrier
 */
void
jug_barrier_unref (JugBarrier *self)
{
  if (--self->n_refs > 0)
    return;
  jug_condition_unref (self->condition);
  g_free (self);
}

/* `async with self._cond` */
static gboolean
enter (JugBarrier *self, GError **error)
{
  return jug_lock_acquire_here (jug_condition_get_lock (self->condition), error);
}

static gboolean
leave (JugBarrier *self, gboolean ok, GError **error)
{
  return jug_condition_release (self->condition, ok ? error : NULL) && ok;
}

/* Barrier._block: nobody comes in while others go out. */
static gboolean
wait_for_entrance (JugBarrier *self, GError **error)
{
  while (self->state == DRAINING || self->state == RESETTING)
    if (!jug_condition_wait_here (self->condition, error))
      return FALSE;
  if (self->state == BROKEN)
    {
      jug_exception_set (error, "BrokenBarrierError", "Barrier aborted");
      return FALSE;
    }
  return TRUE;
}

/* Barrier._wait */
static gboolean
wait_for_others (JugBarrier *self, GError **error)
{
  while (self->state == FILLING)
    if (!jug_condition_wait_here (self->condition, error))
      return FALSE;
  if (self->state != DRAINING)
    {
      jug_exception_set (error, "BrokenBarrierError", "Abort or reset of barrier");
      return FALSE;
    }
  return TRUE;
}

static gboolean
pass (JugBarrier *self, JugValue *result, GError **error)
{
  guint index;
  gboolean ok;

  if (!wait_for_entrance (self, error))
    return FALSE;

  index = self->count++;
  jug_sync_record (self->loop, self->number, JUG_SYNC_ACQUIRE, self->count);
  if (index + 1 == self->parties)
    {
      self->state = DRAINING;
      ok = jug_condition_notify_all (self->condition, error);
    }
  else
    ok = wait_for_others (self, error);

  /* Barrier._exit: the last one out opens the entrance again. */
  self->count--;
  jug_sync_record (self->loop, self->number, JUG_SYNC_RELEASE, self->count);
  if (self->count == 0)
    {
      if (self->state == RESETTING || self->state == DRAINING)
        self->state = FILLING;
      ok = jug_condition_notify_all (self->condition, ok ? error : NULL) && ok;
    }
  if (ok)
    *result = JUG_INT (index);
  return ok;
}

static gboolean
run_wait (gpointer arguments, JugValue *result, GError **error)
{
  JugBarrier *self = *(JugBarrier **) arguments;

  return enter (self, error) && leave (self, pass (self, result, error), error);
}

static gboolean
run_reset (gpointer arguments, JugValue *result, GError **error)
{
  JugBarrier *self = *(JugBarrier **) arguments;

  if (!enter (self, error))
    return FALSE;
  self->state = self->count > 0 ? RESETTING : FILLING;
  jug_sync_record (self->loop, self->number, JUG_SYNC_RESET, self->count);
  return leave (self, jug_condition_notify_all (self->condition, error), error);
}

static gboolean
run_abort (gpointer arguments, JugValue *result, GError **error)
{
  JugBarrier *self = *(JugBarrier **) arguments;

  if (!enter (self, error))
    return FALSE;
  self->state = BROKEN;
  jug_sync_record (self->loop, self->number, JUG_SYNC_ABORT, self->count);
  return leave (self, jug_condition_notify_all (self->condition, error), error);
}

static void
clear_arguments (gpointer arguments)
{
  jug_barrier_unref (*(JugBarrier **) arguments);
}

/**
 * jug_barrier_wait:
 * @self: a barrier
 *
 * `Barrier.wait`: waits until all parties have come.  The last one does not suspend
 * (S53).  Its result is which of them it was, from 0; BrokenBarrierError if the barrier
 * is aborted, or reset while it waits.
 *
 * Returns: (transfer full): the coroutine
 */
JugCoroutine *
jug_barrier_wait (JugBarrier *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  jug_barrier_ref (self);
  return jug_coroutine_new ("wait", run_wait, &self, sizeof self, clear_arguments);
}

/**
 * jug_barrier_reset:
 * @self: a barrier
 *
 * `Barrier.reset`: those who wait get a BrokenBarrierError; then it is as new.
 *
 * Returns: (transfer full): the coroutine
 */
JugCoroutine *
jug_barrier_reset (JugBarrier *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  jug_barrier_ref (self);
  return jug_coroutine_new ("reset", run_reset, &self, sizeof self, clear_arguments);
}

/**
 * jug_barrier_abort:
 * @self: a barrier
 *
 * `Barrier.abort`: those who wait, and those who come, get a BrokenBarrierError.
 *
 * Returns: (transfer full): the coroutine
 */
JugCoroutine *
jug_barrier_abort (JugBarrier *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  jug_barrier_ref (self);
  return jug_coroutine_new ("abort", run_abort, &self, sizeof self, clear_arguments);
}

/**
 * jug_barrier_get_parties:
 * @self: a barrier
 *
 * Returns: how many tasks it waits for
 */
guint
jug_barrier_get_parties (JugBarrier *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->parties;
}

/**
 * jug_barrier_get_n_waiting:
 * @self: a barrier
 *
 * Returns: how many tasks wait for the others
 */
guint
jug_barrier_get_n_waiting (JugBarrier *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->state == FILLING ? self->count : 0;
}

/**
 * jug_barrier_is_broken:
 * @self: a barrier
 *
 * Returns: whether it was aborted
 */
gboolean
jug_barrier_is_broken (JugBarrier *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->state == BROKEN;
}
