/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Armed timers, the next one first. */
#include "jug-timer-heap.h"

enum
{
  FAN_OUT = 4,
  INITIAL_CAPACITY = 16
};

/* The keys stand beside the pointer, so that sifting touches no timer but those that
 * move. */
typedef struct _JugTimerHeapNode
{
  gint64 deadline_ns;
  guint64 sequence;
  JugTimer *timer; /* (unowned) */
} Node;

static inline gboolean
is_before (const Node *a, const Node *b)
{
  if (a->deadline_ns != b->deadline_ns)
    return a->deadline_ns < b->deadline_ns;
  return a->sequence < b->sequence;
}

static inline void
put (JugTimerHeap *self, guint at, Node node)
{
  self->nodes[at] = node;
  node.timer->place = at + 1;
}

static void
sift_up (JugTimerHeap *self, guint at, Node node)
{
  while (at > 0)
    {
      guint parent = (at - 1) / FAN_OUT;

      if (!is_before (&node, &self->nodes[parent]))
        break;
      put (self, at, self->nodes[parent]);
      at = parent;
    }
  put (self, at, node);
}

static void
sift_down (JugTimerHeap *self, guint at, Node node)
{
  for (;;)
    {
      guint first = at * FAN_OUT + 1;
      guint last = MIN (first + FAN_OUT, self->length);
      guint least = first;

      if (first >= self->length)
        break;
      for (guint child = first + 1; child < last; child++)
        if (is_before (&self->nodes[child], &self->nodes[least]))
          least = child;
      if (!is_before (&self->nodes[least], &node))
        break;
      put (self, at, self->nodes[least]);
      at = least;
    }
  put (self, at, node);
}

/**
 * jug_timer_heap_clear:
 * @self: a heap
 *
 * Forgets what is in it.
 */
void
jug_timer_heap_clear (JugTimerHeap *self)
{
  for (guint i = 0; i < self->length; i++)
    self->nodes[i].timer->place = 0;
  g_clear_pointer (&self->nodes, g_free);
  self->length = self->capacity = 0;
}

/**
 * jug_timer_heap_push:
 * @self: a heap
 * @timer: a timer that is in no heap, its deadline and sequence set
 */
void
jug_timer_heap_push (JugTimerHeap *self, JugTimer *timer)
{
  Node node = { timer->deadline_ns, timer->sequence, timer };

  g_return_if_fail (timer->place == 0);

  if (self->length == self->capacity)
    {
      self->capacity = MAX (INITIAL_CAPACITY, 2 * self->capacity);
      self->nodes = g_renew (Node, self->nodes, self->capacity);
    }
  self->length++;
  sift_up (self, self->length - 1, node);
}

/**
 * jug_timer_heap_remove:
 * @self: a heap
 * @timer: a timer in it
 *
 * Asyncio marks cancelled timers and drops them when they reach the top; taking them out
 * at once shows nothing different, as only the top is ever looked at.
 */
void
jug_timer_heap_remove (JugTimerHeap *self, JugTimer *timer)
{
  guint at = timer->place - 1;
  Node last;

  g_return_if_fail (timer->place > 0 && timer->place <= self->length);

  last = self->nodes[--self->length];
  timer->place = 0;
  if (last.timer == timer)
    return;
  if (at > 0 && is_before (&last, &self->nodes[(at - 1) / FAN_OUT]))
    sift_up (self, at, last);
  else
    sift_down (self, at, last);
}

/**
 * jug_timer_heap_peek:
 * @self: a heap
 *
 * Returns: (nullable): the timer that is due first
 */
JugTimer *
jug_timer_heap_peek (const JugTimerHeap *self)
{
  return self->length > 0 ? self->nodes[0].timer : NULL;
}

/**
 * jug_timer_heap_pop:
 * @self: a heap
 *
 * Returns: (nullable): the timer that is due first, taken out
 */
JugTimer *
jug_timer_heap_pop (JugTimerHeap *self)
{
  JugTimer *first = jug_timer_heap_peek (self);

  if (first)
    jug_timer_heap_remove (self, first);
  return first;
}
