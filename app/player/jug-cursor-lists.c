/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in line at a cursor's place: callbacks, timers, tasks before locks,
 * operations. */
#include "jug-cursor-private.h"

/* After this the lists of the moment hold exactly what is alive. */
static void
sweep (JugCursor *self)
{
  if (!self->is_swept)
    jug_moment_sweep (&self->moment, jug_cursor_get_facts (self));
  self->is_swept = TRUE;
}

static int
compare_timers (gconstpointer a, gconstpointer b)
{
  const JugCursorDeadline *timer_a = a, *timer_b = b;

  if (timer_a->deadline_ns != timer_b->deadline_ns)
    return timer_a->deadline_ns < timer_b->deadline_ns ? -1 : 1;
  return timer_a->place < timer_b->place ? -1 : 1;
}

static GArray *
get_timers (JugCursor *self)
{
  if (self->timers)
    return self->timers;
  sweep (self);
  self->timers = g_array_new (FALSE, FALSE, sizeof (JugCursorDeadline));
  for (guint i = 0; i < self->moment.timers->len; i++)
    {
      guint32 place = g_array_index (self->moment.timers, guint32, i);
      guint32 armed = jug_facts_get_timer (jug_cursor_get_facts (self), place)->arm_event;
      JugCursorDeadline timer = { jug_cursor_get_event (self, armed)->deadline_ns,
                                  place };

      g_array_append_val (self->timers, timer);
    }
  g_array_sort (self->timers, compare_timers);
  return self->timers;
}

static int
compare_waiters (gconstpointer a, gconstpointer b)
{
  const JugCursorWaiter *waiter_a = a, *waiter_b = b;

  if (waiter_a->sync != waiter_b->sync)
    return waiter_a->sync < waiter_b->sync ? -1 : 1;
  if (waiter_a->place != waiter_b->place)
    return waiter_a->place < waiter_b->place ? -1 : 1;
  return 0;
}

static GArray *
get_waiters (JugCursor *self)
{
  if (self->waiters)
    return self->waiters;
  sweep (self);
  self->waiters = g_array_new (FALSE, FALSE, sizeof (JugCursorWaiter));
  for (guint i = 0; i < self->moment.blocked->len; i++)
    {
      guint32 place = g_array_index (self->moment.blocked, guint32, i);
      const JugFactFuture *future =
          jug_facts_get_future (jug_cursor_get_facts (self), place);
      JugCursorWaiter waiter = {
        .sync = jug_cursor_get_event (self, future->create_event)->extra,
        .place = place,
        .task = future->waiter
      };

      if (jug_cursor_is_past (self, future->wait_event))
        g_array_append_val (self->waiters, waiter);
    }
  g_array_sort (self->waiters, compare_waiters);
  return self->waiters;
}

/* Where the line before a primitive begins among all waiters. */
static guint
find_line (JugCursor *self, guint32 sync)
{
  GArray *waiters = get_waiters (self);
  guint low = 0, high = waiters->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (waiters, JugCursorWaiter, middle).sync < sync)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
jug_cursor_get_n_ready (JugCursor *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->moment.queue_tail - self->moment.queue_head;
}

guint
jug_cursor_get_n_ready_now (JugCursor *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->moment.phase != JUG_PHASE_RUN ||
      self->moment.batch_end < self->moment.queue_head)
    return 0;
  return self->moment.batch_end - self->moment.queue_head;
}

gboolean
jug_cursor_get_ready (JugCursor *self, guint position, JugCursorReady *ready)
{
  const JugFactQueued *queued;
  const JugEvent *event;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ready != NULL, FALSE);

  if (position >= jug_cursor_get_n_ready (self))
    return FALSE;
  queued = jug_facts_get_queued (jug_cursor_get_facts (self),
                                 self->moment.queue_head + position);
  event = jug_cursor_get_event (self, queued->queue_event);
  *ready =
      (JugCursorReady){ .callback = event->object,
                        .queue_event = queued->queue_event,
                        .is_cancelled = jug_cursor_is_past (self, queued->cancel_event) };
  /* The task of a timer is the one whose wait it ends; its callback is no step. */
  if (event->kind == JUG_EVENT_CALLBACK_QUEUE)
    {
      ready->task = event->task;
      ready->text = event->text;
    }
  return TRUE;
}

guint
jug_cursor_get_n_timers (JugCursor *self)
{
  g_return_val_if_fail (self != NULL, 0);

  sweep (self);
  return self->moment.timers->len;
}

gboolean
jug_cursor_get_timer (JugCursor *self, guint position, JugCursorTimer *timer)
{
  const JugFactTimer *fact;
  const JugEvent *event;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (timer != NULL, FALSE);

  if (position >= jug_cursor_get_n_timers (self))
    return FALSE;
  fact = jug_facts_get_timer (
      jug_cursor_get_facts (self),
      g_array_index (get_timers (self), JugCursorDeadline, position).place);
  event = jug_cursor_get_event (self, fact->arm_event);
  *timer = (JugCursorTimer){ .callback = event->object,
                             .task = event->task,
                             .deadline_ns = event->deadline_ns,
                             .arm_event = fact->arm_event,
                             .effect = event->detail };
  return TRUE;
}

guint
jug_cursor_get_n_syncs (JugCursor *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->moment.syncs->len;
}

gboolean
jug_cursor_get_sync (JugCursor *self, guint position, JugCursorSync *sync)
{
  const JugMomentSync *now;
  const JugEvent *created;
  guint32 index;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (sync != NULL, FALSE);

  if (position >= self->moment.syncs->len)
    return FALSE;
  now = &g_array_index (self->moment.syncs, JugMomentSync, position);
  index = g_array_index (jug_cursor_get_facts (self)->syncs, guint32, position);
  created = jug_cursor_get_event (self, index);
  *sync = (JugCursorSync){ .object = created->object,
                           .kind = created->detail,
                           .text = created->text,
                           .capacity = created->extra,
                           .level = now->level,
                           .holder = now->holder,
                           .create_event = index };
  sync->n_waiters =
      find_line (self, created->object + 1) - find_line (self, created->object);
  return TRUE;
}

gboolean
jug_cursor_find_sync (JugCursor *self, guint32 object, JugCursorSync *sync)
{
  gint64 place;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (sync != NULL, FALSE);

  if (self->moment.index == JUG_NO_EVENT)
    return FALSE;
  place = jug_facts_find_sync (jug_cursor_get_facts (self), object, self->moment.index);
  return place >= 0 && jug_cursor_get_sync (self, (guint) place, sync);
}

guint32
jug_cursor_get_sync_waiter (JugCursor *self, guint32 object, guint position)
{
  guint place;

  g_return_val_if_fail (self != NULL, JUG_TASK_LOOP);

  place = find_line (self, object);
  if (position >= get_waiters (self)->len - place)
    return JUG_TASK_LOOP;
  place += position;
  if (g_array_index (self->waiters, JugCursorWaiter, place).sync != object)
    return JUG_TASK_LOOP;
  return g_array_index (self->waiters, JugCursorWaiter, place).task;
}

guint
jug_cursor_get_n_operations (JugCursor *self)
{
  g_return_val_if_fail (self != NULL, 0);

  sweep (self);
  return self->moment.operations->len;
}

gboolean
jug_cursor_get_operation (JugCursor *self, guint position, JugCursorOperation *operation)
{
  const JugMomentOperation *now;
  const JugEvent *started;
  guint32 index;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (operation != NULL, FALSE);

  if (position >= jug_cursor_get_n_operations (self))
    return FALSE;
  now = &g_array_index (self->moment.operations, JugMomentOperation, position);
  index = jug_facts_get_operation (jug_cursor_get_facts (self), now->place)->start_event;
  started = jug_cursor_get_event (self, index);
  *operation = (JugCursorOperation){ .object = started->object,
                                     .task = started->task,
                                     .text = started->text,
                                     .bytes = now->bytes,
                                     .start_event = index };
  return TRUE;
}
