/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ready queue: callbacks that will run, first in, first out. */
#pragma once

#include "jug-callback.h"

G_BEGIN_DECLS

/**
 * JugReadyQueue:
 *
 * A ring that grows; it does not own its entries.  Asyncio's `loop._ready` (S1).
 */
typedef struct
{
  JugCallback **slots;
  guint mask; /* number of slots - 1, a power of two minus one */
  guint head; /* counts up for ever: how many were taken */
  guint tail; /* counts up for ever: how many were put in */
} JugReadyQueue;

void jug_ready_queue_init (JugReadyQueue *self);
void jug_ready_queue_clear (JugReadyQueue *self);
void jug_ready_queue_grow (JugReadyQueue *self);

/**
 * jug_ready_queue_get_length:
 * @self: a ready queue
 *
 * Returns: how many callbacks wait in it, cancelled ones included
 */
static inline guint
jug_ready_queue_get_length (const JugReadyQueue *self)
{
  return self->tail - self->head;
}

/**
 * jug_ready_queue_push:
 * @self: a ready queue
 * @callback: what to append
 */
static inline void
jug_ready_queue_push (JugReadyQueue *self, JugCallback *callback)
{
  if (G_UNLIKELY (jug_ready_queue_get_length (self) > self->mask))
    jug_ready_queue_grow (self);
  self->slots[self->tail++ & self->mask] = callback;
}

/**
 * jug_ready_queue_pop:
 * @self: a ready queue that is not empty
 *
 * Returns: the callback that has waited longest
 */
static inline JugCallback *
jug_ready_queue_pop (JugReadyQueue *self)
{
  return self->slots[self->head++ & self->mask];
}

/**
 * jug_ready_queue_peek:
 * @self: a ready queue
 * @ahead: how many places behind the first
 *
 * Returns: the callback at that place, or %NULL
 */
static inline JugCallback *
jug_ready_queue_peek (const JugReadyQueue *self, guint ahead)
{
  if (ahead >= jug_ready_queue_get_length (self))
    return NULL;
  return self->slots[(self->head + ahead) & self->mask];
}

void
jug_ready_queue_replace (JugReadyQueue *self, JugCallback *callback, JugCallback *by);

G_END_DECLS
