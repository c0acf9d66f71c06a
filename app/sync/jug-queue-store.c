/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The items of a queue, and which of them comes out next. */
#include "jug-queue-store-private.h"

#include <string.h>

enum
{
  INITIAL_SLOTS = 16
};

void
jug_queue_store_init (JugQueueStore *self, JugQueueOrder order)
{
  self->slots = g_new (JugValue, INITIAL_SLOTS);
  self->mask = INITIAL_SLOTS - 1;
  self->head = 0;
  self->length = 0;
  self->order = order;
}

void
jug_queue_store_clear (JugQueueStore *self)
{
  for (guint i = 0; i < self->length; i++)
    jug_value_clear (&self->slots[(self->head + i) & self->mask]);
  g_clear_pointer (&self->slots, g_free);
}

/* Doubles the room of a full ring; its beginning goes to the first slot. */
void
jug_queue_store_grow (JugQueueStore *self)
{
  guint n_slots = self->mask + 1;
  guint first = self->head & self->mask;
  JugValue *slots = g_new (JugValue, 2 * (gsize) n_slots);

  memcpy (slots, self->slots + first, (n_slots - first) * sizeof (JugValue));
  memcpy (slots + n_slots - first, self->slots, first * sizeof (JugValue));
  g_free (self->slots);
  self->slots = slots;
  self->mask = 2 * n_slots - 1;
  self->head = 0;
}

/* Items that compare equal but can be told apart come out as from Python's heapq only if
 * these two make its very comparisons: an item goes up past those that are greater … */
static void
sift_up (JugValue *heap, guint start, guint at)
{
  JugValue item = heap[at];

  while (at > start)
    {
      guint parent = (at - 1) / 2;

      if (jug_value_compare (&item, &heap[parent]) >= 0)
        break;
      heap[at] = heap[parent];
      at = parent;
    }
  heap[at] = item;
}

/* … and a hole goes all the way down, along the lesser children, before its item goes up
 * again. */
static void
sift_down (JugValue *heap, guint length)
{
  JugValue item = heap[0];
  guint at = 0;

  for (guint child = 1; child < length; child = 2 * at + 1)
    {
      if (child + 1 < length && jug_value_compare (&heap[child], &heap[child + 1]) >= 0)
        child++;
      heap[at] = heap[child];
      at = child;
    }
  heap[at] = item;
  sift_up (heap, 0, at);
}

/* Puts the last item where it belongs. */
void
jug_queue_store_sift_in (JugQueueStore *self)
{
  sift_up (self->slots, 0, self->length - 1);
}

/* Takes out the least item. */
JugValue
jug_queue_store_sift_out (JugQueueStore *self)
{
  JugValue last = self->slots[--self->length];
  JugValue least = last;

  if (self->length > 0)
    {
      least = self->slots[0];
      self->slots[0] = last;
      sift_down (self->slots, self->length);
    }
  return least;
}
