/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.Queue, PriorityQueue and LifoQueue, after Lib/asyncio/queues.py. */
#include "jug-queue.h"

#include "jug-queue-store-private.h"
#include "jug-sync-record-private.h"
#include "jug-waiter-private.h"

struct _JugQueue
{
  JugLoop *loop; /* (unowned) */
  JugQueueStore items;
  JugWaiterLine getters;
  JugWaiterLine putters;
  JugWaiterLine joiners;
  guint64 n_unfinished; /* items put and not reported as done */
  guint32 n_refs;
  guint32 number; /* in the trace */
  gint max_size;  /* 0 and less: no limit */
  gboolean is_shut_down;
};

typedef struct
{
  JugQueue *queue; /* owned */
  JugValue item;   /* owned, until it is put */
} Put;

static JugQueue *
new_queue (JugLoop *loop, gint max_size, JugQueueOrder order, const char *label)
{
  JugQueue *self = g_new0 (JugQueue, 1);

  self->loop = loop;
  self->n_refs = 1;
  self->max_size = max_size;
  self->number =
      jug_sync_record_new (loop, JUG_SYNC_QUEUE, label, (guint32) MAX (max_size, 0));
  jug_queue_store_init (&self->items, order);
  return self;
}

/**
 * jug_queue_new:
 * @loop: its loop
 * @max_size: how many items it holds; 0 and less: any number
 * @label: (nullable): what the program calls it
 *
 * Returns: (transfer full): a queue: first in, first out
 */
JugQueue *
jug_queue_new (JugLoop *loop, gint max_size, const char *label)
{
  g_return_val_if_fail (loop != NULL, NULL);

  return new_queue (loop, max_size, JUG_QUEUE_FIFO, label);
}

/**
 * jug_queue_new_priority:
 * @loop: its loop
 * @max_size: how many items it holds; 0 and less: any number
 * @label: (nullable): what the program calls it
 *
 * Returns: (transfer full): a priority queue: the least comes out first
 */
JugQueue *
jug_queue_new_priority (JugLoop *loop, gint max_size, const char *label)
{
  g_return_val_if_fail (loop != NULL, NULL);

  return new_queue (loop, max_size, JUG_QUEUE_PRIORITY, label);
}

/**
 * jug_queue_new_lifo:
 * @loop: its loop
 * @max_size: how many items it holds; 0 and less: any number
 * @label: (nullable): what the program calls it
 *
 * Returns: (transfer full): a stack: last in, first out
 */
JugQueue *
jug_queue_new_lifo (JugLoop *loop, gint max_size, const char *label)
{
  g_return_val_if_fail (loop != NULL, NULL);

  return new_queue (loop, max_size, JUG_QUEUE_LIFO, label);
}

/**
 * jug_queue_ref:
 * @self: a queue
 *
 * Returns: (transfer full): @self
 */
JugQueue *
jug_queue_ref (JugQueue *self)
{
  self->n_refs++;
  return self;
}

G_GNUC_NO_INLINE static void
free_queue (JugQueue *self)
{
  g_assert (!self->getters.first && !self->putters.first && !self->joiners.first);
  jug_queue_store_clear (&self->items);
  g_free (self);
}

/**
 * jug_queue_unref:
 * @self: (transfer full): a queue
 */
void
jug_queue_unref (JugQueue *self)
{
  if (--self->n_refs == 0)
    free_queue (self);
}

static inline gboolean
is_full (JugQueue *self)
{
  return self->max_size > 0 && self->items.length >= (guint) self->max_size;
}

/* Queue._wakeup_next: unlike at a lock, who is woken leaves the line at once. */
static inline void
wake_next (JugWaiterLine *line)
{
  JugWaiter *waiter;

  while ((waiter = line->first))
    {
      jug_waiter_leave (waiter, line);
      if (jug_future_is_done (&waiter->future))
        continue;
      jug_waiter_wake (waiter, JUG_NONE);
      return;
    }
}

static void
wake_all (JugWaiterLine *line)
{
  while (line->first)
    wake_next (line);
}

/* What is left to do for one that is woken by an exception: it leaves the line, and if it
 * was woken for an item or for room before, the next one is. */
G_NO_INLINE static void
give_up (JugQueue *self, JugWaiterLine *line, JugWaiter *waiter)
{
  jug_future_cancel (&waiter->future, NULL);
  if (waiter->is_in_line)
    jug_waiter_leave (waiter, line);
  if ((line == &self->getters ? self->items.length > 0 : !is_full (self)) &&
      !jug_future_is_cancelled (&waiter->future))
    wake_next (line);
}

static gboolean
raise_shut_down (GError **error)
{
  jug_exception_set (error, "QueueShutDown", "%s", "");
  return FALSE;
}

/* One round of the loops in Queue.put and Queue.get; inline for the reason that
 * jug_stack_switch() is */
G_ALWAYS_INLINE static inline gboolean
wait_in_line (JugQueue *self, JugWaiterLine *line, JugPurpose purpose, GError **error)
{
  JugWaiter waiter;
  gboolean ok;

  if (self->is_shut_down)
    return raise_shut_down (error);
  jug_future_init (&waiter.future, self->loop, purpose, NULL, self->number);
  jug_waiter_join (&waiter, line);
  ok = jug_waiter_wait (&waiter, error);
  if (G_UNLIKELY (!ok))
    give_up (self, line, &waiter);
  jug_future_clear (&waiter.future);
  return ok;
}

static inline void
add (JugQueue *self, JugValue item)
{
  jug_queue_store_push (&self->items, item);
  self->n_unfinished++;
  jug_sync_record (self->loop, self->number, JUG_SYNC_PUT, self->items.length);
  wake_next (&self->getters);
}

static inline JugValue
take (JugQueue *self)
{
  JugValue item = jug_queue_store_pop (&self->items);

  jug_sync_record (self->loop, self->number, JUG_SYNC_GET, self->items.length);
  wake_next (&self->putters);
  return item;
}

static gboolean
run_put (gpointer arguments, JugValue *result, GError **error)
{
  Put *self = arguments;
  JugQueue *queue = self->queue;

  while (is_full (queue))
    if (!wait_in_line (queue, &queue->putters, JUG_PURPOSE_QUEUE_PUT, error))
      return FALSE;
  if (queue->is_shut_down)
    return raise_shut_down (error);
  add (queue, self->item);
  self->item = JUG_NONE;
  return TRUE;
}

static void
clear_put (gpointer arguments)
{
  Put *self = arguments;

  jug_value_clear (&self->item);
  jug_queue_unref (self->queue);
}

/**
 * jug_queue_put:
 * @self: a queue
 * @item: (transfer full): what to put
 *
 * `Queue.put`: suspends only while the queue is full (S54).  QueueShutDown if it is shut
 * down.
 *
 * Returns: (transfer full): the coroutine
 */
JugCoroutine *
jug_queue_put (JugQueue *self, JugValue item)
{
  Put *arguments;

  g_return_val_if_fail (self != NULL, NULL);

  arguments = jug_coroutine_alloc ("put", run_put, sizeof *arguments, clear_put);
  arguments->queue = jug_queue_ref (self);
  arguments->item = item;
  return jug_coroutine_of_arguments (arguments);
}

/**
 * jug_queue_put_nowait:
 * @self: a queue
 * @item: (transfer full): what to put
 * @error: QueueFull or QueueShutDown
 *
 * Wakes who waits first for an item, but leaves it to everybody (S55).
 *
 * Returns: whether it was put
 */
gboolean
jug_queue_put_nowait (JugQueue *self, JugValue item, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->is_shut_down || is_full (self))
    {
      jug_exception_set (error, self->is_shut_down ? "QueueShutDown" : "QueueFull", "%s",
                         "");
      jug_value_clear (&item);
      return FALSE;
    }
  jug_queue_store_push (&self->items, item);
  self->n_unfinished++;
  jug_sync_record (self->loop, self->number, JUG_SYNC_PUT, self->items.length);
  wake_next (&self->getters);
  return TRUE;
}

static gboolean
run_get (gpointer arguments, JugValue *result, GError **error)
{
  JugQueue *self = *(JugQueue **) arguments;

  while (self->items.length == 0)
    if (!wait_in_line (self, &self->getters, JUG_PURPOSE_QUEUE_GET, error))
      return FALSE;
  *result = take (self);
  return TRUE;
}

static void
clear_arguments (gpointer arguments)
{
  jug_queue_unref (*(JugQueue **) arguments);
}

/**
 * jug_queue_get:
 * @self: a queue
 *
 * `Queue.get`: suspends only while the queue is empty (S54); woken in vain, it stands in
 * line anew, at the back (S55).  Its result is the item; QueueShutDown if the queue is
 * shut down and empty.
 *
 * Returns: (transfer full): the coroutine
 */
JugCoroutine *
jug_queue_get (JugQueue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  jug_queue_ref (self);
  return jug_coroutine_new ("get", run_get, &self, sizeof self, clear_arguments);
}

/**
 * jug_queue_get_nowait:
 * @self: a queue
 * @item: (out): the item
 * @error: QueueEmpty, or QueueShutDown if it is shut down as well
 *
 * Returns: whether there was one
 */
gboolean
jug_queue_get_nowait (JugQueue *self, JugValue *item, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (item != NULL, FALSE);

  if (self->items.length == 0)
    {
      jug_exception_set (error, self->is_shut_down ? "QueueShutDown" : "QueueEmpty", "%s",
                         "");
      return FALSE;
    }
  *item = take (self);
  return TRUE;
}

static gboolean
run_join (gpointer arguments, JugValue *result, GError **error)
{
  JugQueue *self = *(JugQueue **) arguments;
  JugWaiter waiter;
  gboolean ok;

  if (self->n_unfinished == 0)
    return TRUE;
  jug_future_init (&waiter.future, self->loop, JUG_PURPOSE_QUEUE_JOIN, NULL,
                   self->number);
  jug_waiter_join (&waiter, &self->joiners);
  ok = jug_waiter_wait (&waiter, error);
  jug_waiter_leave (&waiter, &self->joiners);
  jug_future_clear (&waiter.future);
  return ok;
}

/**
 * jug_queue_join:
 * @self: a queue
 *
 * `Queue.join`: waits until every item that was put is reported as done, not merely until
 * the queue is empty (S56).  If all are, it does not suspend.
 *
 * Returns: (transfer full): the coroutine
 */
JugCoroutine *
jug_queue_join (JugQueue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  jug_queue_ref (self);
  return jug_coroutine_new ("join", run_join, &self, sizeof self, clear_arguments);
}

/* Those who join stay in line until they run, as at the Event that asyncio uses for
 * it. */
static void
wake_joiners (JugQueue *self)
{
  for (JugWaiter *waiter = self->joiners.first; waiter; waiter = waiter->next)
    if (!jug_future_is_done (&waiter->future))
      jug_waiter_wake (waiter, JUG_BOOL (TRUE));
}

/**
 * jug_queue_task_done:
 * @self: a queue
 * @error: ValueError, if it was called for every item already
 *
 * Reports that the work on an item that was gotten is over (S56).
 *
 * Returns: whether there was such an item
 */
gboolean
jug_queue_task_done (JugQueue *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->n_unfinished == 0)
    {
      jug_exception_set (error, "ValueError", "task_done() called too many times");
      return FALSE;
    }
  self->n_unfinished--;
  jug_sync_record (self->loop, self->number, JUG_SYNC_TASK_DONE, self->items.length);
  if (self->n_unfinished == 0)
    wake_joiners (self);
  return TRUE;
}

/**
 * jug_queue_shutdown:
 * @self: a queue
 * @immediate: whether to drop what is in it, as if it were gotten and done
 *
 * From now on nothing can be put, and what is in it can still be gotten; all who wait for
 * either are woken and look again (S56).
 */
void
jug_queue_shutdown (JugQueue *self, gboolean immediate)
{
  g_return_if_fail (self != NULL);

  self->is_shut_down = TRUE;
  while (immediate && self->items.length > 0)
    {
      JugValue item = jug_queue_store_pop (&self->items);

      jug_value_clear (&item);
      if (self->n_unfinished > 0)
        self->n_unfinished--;
    }
  jug_sync_record (self->loop, self->number, JUG_SYNC_SHUTDOWN, self->items.length);
  if (immediate && self->n_unfinished == 0)
    wake_joiners (self);
  wake_all (&self->getters);
  wake_all (&self->putters);
}

/**
 * jug_queue_get_size:
 * @self: a queue
 *
 * Returns: `Queue.qsize()`: how many items are in it
 */
guint
jug_queue_get_size (JugQueue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items.length;
}

/**
 * jug_queue_get_max_size:
 * @self: a queue
 *
 * Returns: `Queue.maxsize`: how many items it holds; 0 and less: any number
 */
gint
jug_queue_get_max_size (JugQueue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->max_size;
}

/**
 * jug_queue_is_empty:
 * @self: a queue
 *
 * Returns: `Queue.empty()`
 */
gboolean
jug_queue_is_empty (JugQueue *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->items.length == 0;
}

/**
 * jug_queue_is_full:
 * @self: a queue
 *
 * Returns: `Queue.full()`: whether it holds as many items as it may
 */
gboolean
jug_queue_is_full (JugQueue *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_full (self);
}
