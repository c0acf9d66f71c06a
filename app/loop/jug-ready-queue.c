/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ready queue: callbacks that will run, first in, first out. */
#include "jug-ready-queue.h"

enum
{
  INITIAL_SLOTS = 64
};

/**
 * jug_ready_queue_init:
 * @self: (out caller-allocates): an empty queue
 */
void
jug_ready_queue_init (JugReadyQueue *self)
{
  self->slots = g_new (JugCallback *, INITIAL_SLOTS);
  self->mask = INITIAL_SLOTS - 1;
  self->head = 0;
  self->tail = 0;
}

/**
 * jug_ready_queue_clear:
 * @self: a queue
 *
 * Forgets what is in it.
 */
void
jug_ready_queue_clear (JugReadyQueue *self)
{
  g_clear_pointer (&self->slots, g_free);
}

/**
 * jug_ready_queue_grow:
 * @self: a full queue
 *
 * Doubles the room.
 */
void
jug_ready_queue_grow (JugReadyQueue *self)
{
  guint length = jug_ready_queue_get_length (self);
  JugCallback **slots = g_new (JugCallback *, 2 * ((gsize) self->mask + 1));

  for (guint i = 0; i < length; i++)
    slots[i] = self->slots[(self->head + i) & self->mask];
  g_free (self->slots);
  self->slots = slots;
  self->mask = 2 * self->mask + 1;
  self->head = 0;
  self->tail = length;
}

/**
 * jug_ready_queue_replace:
 * @self: a queue
 * @callback: an entry of it
 * @by: what is to stand in its place
 *
 * For owners that go away with their callback queued: the iteration under way has counted
 * it, so its place must stay.
 */
void
jug_ready_queue_replace (JugReadyQueue *self, JugCallback *callback, JugCallback *by)
{
  for (guint at = self->head; at != self->tail; at++)
    if (self->slots[at & self->mask] == callback)
      self->slots[at & self->mask] = by;
}
