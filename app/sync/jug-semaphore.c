/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.Semaphore and BoundedSemaphore, after Lib/asyncio/locks.py. */
#include "jug-semaphore.h"

#include "jug-sync-record-private.h"
#include "jug-waiter-private.h"

struct _JugSemaphore
{
  JugLoop *loop; /* (unowned) */
  JugWaiterLine waiters;
  guint32 n_refs;
  guint32 number; /* in the trace */
  guint value;    /* permits that are nobody's */
  guint bound;
};

static JugSemaphore *
new_semaphore (JugLoop *loop, gint value, guint bound, const char *label, GError **error)
{
  JugSemaphore *self;

  if (value < 0)
    {
      jug_exception_set (error, "ValueError", "Semaphore initial value must be >= 0");
      return NULL;
    }
  self = g_new0 (JugSemaphore, 1);
  self->loop = loop;
  self->n_refs = 1;
  self->value = (guint) value;
  self->bound = bound;
  self->number = jug_sync_record_new (loop, JUG_SYNC_SEMAPHORE, label, self->value);
  return self;
}

/**
 * jug_semaphore_new:
 * @loop: its loop
 * @value: how many permits it has; asyncio's default is 1
 * @label: (nullable): what the program calls it
 * @error: ValueError, if @value is negative
 *
 * Returns: (transfer full) (nullable): a semaphore, or %NULL with @error set
 */
JugSemaphore *
jug_semaphore_new (JugLoop *loop, gint value, const char *label, GError **error)
{
  g_return_val_if_fail (loop != NULL, NULL);

  return new_semaphore (loop, value, G_MAXUINT, label, error);
}

/**
 * jug_semaphore_new_bounded:
 * @loop: its loop
 * @value: how many permits it has, and may have
 * @label: (nullable): what the program calls it
 * @error: ValueError, if @value is negative
 *
 * Returns: (transfer full) (nullable): a bounded semaphore, or %NULL with @error set
 */
JugSemaphore *
jug_semaphore_new_bounded (JugLoop *loop, gint value, const char *label, GError **error)
{
  g_return_val_if_fail (loop != NULL, NULL);

  return new_semaphore (loop, value, (guint) MAX (value, 0), label, error);
}

/**
 * jug_semaphore_ref:
 * @self: a semaphore
 *
 * Returns: (transfer full): @self
 */
JugSemaphore *
jug_semaphore_ref (JugSemaphore *self)
{
  self->n_refs++;
  return self;
}

/**
 * jug_semaphore_unref:
 * @self: (transfer full): a semaphore
 */
void
jug_semaphore_unref (JugSemaphore *self)
{
  if (--self->n_refs > 0)
    return;
  g_assert (!self->waiters.first);
  g_free (self);
}

/* Semaphore._wake_up_next as often as there are permits, or @most times: a permit belongs
 * to whom it is handed before that one runs (S50).  The trace hears of it before it hears
 * of the wake-ups, unless @op did not happen and changed nothing. */
static void
hand_out (JugSemaphore *self, guint most, JugSyncOp op, gboolean has_happened)
{
  JugWaiter *first = jug_waiter_line_get_pending (&self->waiters);
  guint n_woken = 0;

  most = MIN (most, self->value);
  for (JugWaiter *waiter = first; waiter && n_woken < most; waiter = waiter->next)
    if (!jug_future_is_done (&waiter->future))
      n_woken++;
  self->value -= n_woken;
  if (has_happened || n_woken > 0)
    jug_sync_record (self->loop, self->number, op, self->value);
  for (JugWaiter *waiter = first; n_woken > 0; waiter = waiter->next)
    if (!jug_future_is_done (&waiter->future))
      {
        jug_waiter_wake (waiter, JUG_BOOL (TRUE));
        n_woken--;
      }
}

static gboolean
wait_in_line (JugSemaphore *self, GError **error)
{
  GError *own = NULL;
  JugWaiter waiter;
  gboolean has_permit;
  gboolean ok;

  jug_future_init (&waiter.future, self->loop, JUG_PURPOSE_SEMAPHORE, NULL, self->number);
  jug_waiter_join (&waiter, &self->waiters);
  ok = jug_waiter_wait (&waiter, &own);
  jug_waiter_leave (&waiter, &self->waiters);
  has_permit =
      jug_future_is_done (&waiter.future) && !jug_future_is_cancelled (&waiter.future);
  jug_future_clear (&waiter.future);

  /* A cancelled one gives back the permit that it was handed.  And what was free while it
   * stood in line can be for those behind it. */
  if (!ok && has_permit && jug_exception_is_cancelled (own))
    self->value++;
  hand_out (self, G_MAXUINT, ok ? JUG_SYNC_ACQUIRE : JUG_SYNC_RELEASE, has_permit);
  if (!ok)
    g_propagate_error (error, own);
  return ok;
}

static gboolean
run_acquire (gpointer arguments, JugValue *result, GError **error)
{
  JugSemaphore *self = *(JugSemaphore **) arguments;

  if (!jug_semaphore_is_locked (self))
    {
      self->value--;
      jug_sync_record (self->loop, self->number, JUG_SYNC_ACQUIRE, self->value);
    }
  else if (!wait_in_line (self, error))
    return FALSE;
  *result = JUG_BOOL (TRUE);
  return TRUE;
}

static void
clear_arguments (gpointer arguments)
{
  jug_semaphore_unref (*(JugSemaphore **) arguments);
}

/**
 * jug_semaphore_acquire:
 * @self: a semaphore
 *
 * `Semaphore.acquire`: if there is a permit and nobody stands in line, it does not
 * suspend.  Its result is True.
 *
 * Returns: (transfer full): the coroutine
 */
JugCoroutine *
jug_semaphore_acquire (JugSemaphore *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  jug_semaphore_ref (self);
  return jug_coroutine_new ("acquire", run_acquire, &self, sizeof self, clear_arguments);
}

/**
 * jug_semaphore_release:
 * @self: a semaphore
 * @error: ValueError, if it is bounded and has all its permits
 *
 * Gives a permit back, or to who waits first (S50).
 *
 * Returns: %FALSE if it has all its permits
 */
gboolean
jug_semaphore_release (JugSemaphore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->value >= self->bound)
    {
      jug_exception_set (error, "ValueError", "BoundedSemaphore released too many times");
      return FALSE;
    }
  self->value++;
  hand_out (self, 1, JUG_SYNC_RELEASE, TRUE);
  return TRUE;
}

/**
 * jug_semaphore_is_locked:
 * @self: a semaphore
 *
 * Returns: `Semaphore.locked()`: whether acquiring it would suspend, for lack of permits
 * or because others stand in line (S50)
 */
gboolean
jug_semaphore_is_locked (JugSemaphore *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->value == 0 || !jug_waiter_line_is_free (&self->waiters);
}

/**
 * jug_semaphore_get_value:
 * @self: a semaphore
 *
 * Returns: how many permits are nobody's
 */
guint
jug_semaphore_get_value (JugSemaphore *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->value;
}
