/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.Event, after Lib/asyncio/locks.py, Event. */
#include "jug-sync-event.h"

#include "jug-sync-record-private.h"
#include "jug-waiter-private.h"

struct _JugSyncEvent
{
  JugLoop *loop; /* (unowned) */
  JugWaiterLine waiters;
  guint32 n_refs;
  guint32 number; /* in the trace */
  gboolean is_set;
};

/**
 * jug_sync_event_new:
 * @loop: its loop
 * @label: (nullable): what the program calls it
 *
 * Returns: (transfer full): an event that is not set
 */
JugSyncEvent *
jug_sync_event_new (JugLoop *loop, const char *label)
{
  JugSyncEvent *self;

  g_return_val_if_fail (loop != NULL, NULL);

  self = g_new0 (JugSyncEvent, 1);
  self->loop = loop;
  self->n_refs = 1;
  self->number = jug_sync_record_new (loop, JUG_SYNC_EVENT, label, 0);
  return self;
}

/**
 * jug_sync_event_ref:
 * @self: an event
 *
 * Returns: (transfer full): @self
 */
JugSyncEvent *
jug_sync_event_ref (JugSyncEvent *self)
{
  self->n_refs++;
  return self;
}

/**
 * jug_sync_event_unref:
 * @self: (transfer full): an event
 */
void
jug_sync_event_unref (JugSyncEvent *self)
{
  if (--self->n_refs > 0)
    return;
  g_assert (!self->waiters.first);
  g_free (self);
}

static gboolean
run_wait (gpointer arguments, JugValue *result, GError **error)
{
  JugSyncEvent *self = *(JugSyncEvent **) arguments;
  gboolean ok = TRUE;

  if (!self->is_set)
    {
      JugWaiter waiter;

      jug_future_init (&waiter.future, self->loop, JUG_PURPOSE_EVENT, NULL, self->number);
      jug_waiter_join (&waiter, &self->waiters);
      ok = jug_waiter_wait (&waiter, error);
      jug_waiter_leave (&waiter, &self->waiters);
      jug_future_clear (&waiter.future);
    }
  if (ok)
    *result = JUG_BOOL (TRUE);
  return ok;
}

static void
clear_arguments (gpointer arguments)
{
  jug_sync_event_unref (*(JugSyncEvent **) arguments);
}

/**
 * jug_sync_event_wait:
 * @self: an event
 *
 * `Event.wait`: if it is set, it does not suspend (S51).  Its result is True.
 *
 * Returns: (transfer full): the coroutine
 */
JugCoroutine *
jug_sync_event_wait (JugSyncEvent *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  jug_sync_event_ref (self);
  return jug_coroutine_new ("wait", run_wait, &self, sizeof self, clear_arguments);
}

/**
 * jug_sync_event_set:
 * @self: an event
 *
 * Wakes all who wait, in the order in which they came; clearing it before they run does
 * not hold them back (S51).
 */
void
jug_sync_event_set (JugSyncEvent *self)
{
  g_return_if_fail (self != NULL);

  jug_sync_record (self->loop, self->number, JUG_SYNC_SET, 1);
  if (self->is_set)
    return;
  self->is_set = TRUE;
  for (JugWaiter *waiter = self->waiters.first; waiter; waiter = waiter->next)
    if (!jug_future_is_done (&waiter->future))
      jug_waiter_wake (waiter, JUG_BOOL (TRUE));
}

/**
 * jug_sync_event_clear:
 * @self: an event
 *
 * From now on jug_sync_event_wait() suspends.
 */
void
jug_sync_event_clear (JugSyncEvent *self)
{
  g_return_if_fail (self != NULL);

  self->is_set = FALSE;
  jug_sync_record (self->loop, self->number, JUG_SYNC_CLEAR, 0);
}

/**
 * jug_sync_event_is_set:
 * @self: an event
 *
 * Returns: `Event.is_set()`
 */
gboolean
jug_sync_event_is_set (JugSyncEvent *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_set;
}
