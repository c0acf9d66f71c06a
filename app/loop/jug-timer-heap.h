/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Armed timers, the next one first. */
#pragma once

#include "jug-callback.h"

G_BEGIN_DECLS

/**
 * JugTimerHeap:
 *
 * A heap of four children a node, ordered by deadline and, between equal deadlines, by
 * creation. Asyncio orders by deadline alone and leaves the rest open (S5, S6); creation
 * order is our choice.  It does not own its timers.
 */
typedef struct
{
  struct _JugTimerHeapNode *nodes;
  guint length;
  guint capacity;
} JugTimerHeap;

void jug_timer_heap_clear (JugTimerHeap *self);
void jug_timer_heap_push (JugTimerHeap *self, JugTimer *timer);
void jug_timer_heap_remove (JugTimerHeap *self, JugTimer *timer);
JugTimer *jug_timer_heap_peek (const JugTimerHeap *self);
JugTimer *jug_timer_heap_pop (JugTimerHeap *self);

G_END_DECLS
