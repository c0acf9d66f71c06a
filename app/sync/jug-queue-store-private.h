/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The items of a queue, and which of them comes out next. */
#pragma once

#include "jug-value.h"

G_BEGIN_DECLS

/**
 * JugQueueOrder:
 * @JUG_QUEUE_FIFO: the oldest, as of Queue
 * @JUG_QUEUE_LIFO: the newest, as of LifoQueue
 * @JUG_QUEUE_PRIORITY: the least, as of PriorityQueue
 *
 * Which item comes out next.
 */
typedef enum
{
  JUG_QUEUE_FIFO,
  JUG_QUEUE_LIFO,
  JUG_QUEUE_PRIORITY,
} JugQueueOrder;

/**
 * JugQueueStore:
 * @slots: a ring; only first in, first out moves its beginning
 * @mask: how many slots there are, a power of two, less one
 * @head: how many items were taken from the beginning; its slot is this by the mask
 * @length: how many items there are
 * @order: a #JugQueueOrder
 *
 * Owns what is in it.
 */
typedef struct
{
  JugValue *slots;
  guint mask;
  guint head;
  guint length;
  JugQueueOrder order;
} JugQueueStore;

void jug_queue_store_init (JugQueueStore *self, JugQueueOrder order);
void jug_queue_store_clear (JugQueueStore *self);
void jug_queue_store_grow (JugQueueStore *self);
void jug_queue_store_sift_in (JugQueueStore *self);
JugValue jug_queue_store_sift_out (JugQueueStore *self);

/* (transfer full) */
static inline void
jug_queue_store_push (JugQueueStore *self, JugValue item)
{
  if (G_UNLIKELY (self->length > self->mask))
    jug_queue_store_grow (self);
  self->slots[(self->head + self->length++) & self->mask] = item;
  if (self->order == JUG_QUEUE_PRIORITY)
    jug_queue_store_sift_in (self);
}

/* (transfer full); only if there is one */
static inline JugValue
jug_queue_store_pop (JugQueueStore *self)
{
  if (self->order == JUG_QUEUE_PRIORITY)
    return jug_queue_store_sift_out (self);
  self->length--;
  if (self->order == JUG_QUEUE_LIFO)
    return self->slots[self->length];
  return self->slots[self->head++ & self->mask];
}

G_END_DECLS
