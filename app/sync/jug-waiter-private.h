/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who stands in line at a primitive, first come first. */
#pragma once

#include "jug-task.h"

G_BEGIN_DECLS

typedef struct _JugWaiter JugWaiter;

/**
 * JugWaiterLine:
 * @first: (unowned) (nullable): who came first
 * @last: (unowned) (nullable): who came last
 *
 * Asyncio's `_waiters`, `_getters` and `_putters`: a deque of futures.  All zero is an
 * empty one.
 */
typedef struct
{
  JugWaiter *first;
  JugWaiter *last;
} JugWaiterLine;

/**
 * JugWaiter:
 * @future: what the task awaits
 * @is_in_line: whether it stands in the line that it joined
 *
 * One coroutine that waits.  It lives in that coroutine's frame, which takes it out of
 * the line on every way out.
 */
struct _JugWaiter
{
  JugFuture future;
  JugWaiter *previous; /* (unowned) */
  JugWaiter *next;     /* (unowned) */
  gboolean is_in_line;
};

static inline void
jug_waiter_join (JugWaiter *self, JugWaiterLine *line)
{
  self->next = NULL;
  self->previous = line->last;
  if (line->last)
    line->last->next = self;
  else
    line->first = self;
  line->last = self;
  self->is_in_line = TRUE;
}

/* Suspends the current task.  Less to do than in jug_future_await(): a future that nobody
 * could wake yet is pending, and who goes on without an exception was woken. */
static inline gboolean
jug_waiter_wait (JugWaiter *self, GError **error)
{
  return jug_task_suspend (&self->future, error);
}

static inline void
jug_waiter_leave (JugWaiter *self, JugWaiterLine *line)
{
  if (self->previous)
    self->previous->next = self->next;
  else
    line->first = self->next;
  if (self->next)
    self->next->previous = self->previous;
  else
    line->last = self->previous;
  self->is_in_line = FALSE;
}

static inline void
jug_waiter_wake (JugWaiter *self, JugValue result)
{
  jug_future_set_result (&self->future, result, NULL);
}

/* The first who is neither woken nor cancelled yet. */
static inline JugWaiter *
jug_waiter_line_get_pending (JugWaiterLine *self)
{
  JugWaiter *waiter = self->first;

  while (waiter && jug_future_is_done (&waiter->future))
    waiter = waiter->next;
  return waiter;
}

/* Whether nobody stands there, but for some who are cancelled and do not know it yet. */
static inline gboolean
jug_waiter_line_is_free (JugWaiterLine *self)
{
  for (JugWaiter *waiter = self->first; waiter; waiter = waiter->next)
    if (!jug_future_is_cancelled (&waiter->future))
      return FALSE;
  return TRUE;
}

G_END_DECLS
