/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests to cancel a task, and taking them back.  Follows Lib/asyncio/tasks.py,
 * Task.cancel and Task.uncancel. */
#include "jug-task-cancel.h"

#include "jug-task-private.h"

/**
 * jug_task_cancel:
 * @self: a task
 *
 * jug_task_cancel_with_message() without one.
 *
 * Returns: whether it was not done yet
 */
gboolean
jug_task_cancel (JugTask *self)
{
  return jug_task_cancel_with_message (self, NULL);
}

/* Whether there was anything to cancel. */
static gboolean
request_cancel (JugTask *self, const char *message)
{
  JugLoop *loop = self->future.loop;

  if (self->number != JUG_TASK_LOOP) /* not a quiet one */
    jug_loop_record (loop, .kind = JUG_EVENT_CANCEL, .task = self->number,
                     .object = JUG_LOOP_FRONT (loop)->current_task,
                     .text = jug_loop_intern (loop, message),
                     .cause = JUG_LOOP_FRONT (loop)->activity);
  self->future.has_log = FALSE;
  if (jug_future_is_done (&self->future))
    return FALSE;
  self->n_cancels++;
  self->is_in_cancel = TRUE;
  return TRUE;
}

static JugTask *
get_awaited_task (JugTask *self)
{
  JugFuture *waiting_for = self->waiting_for;

  return waiting_for && waiting_for->kind == JUG_AWAITABLE_TASK ? (JugTask *) waiting_for
                                                                : NULL;
}

/**
 * jug_task_cancel_with_message:
 * @self: a task
 * @message: (nullable): what the CancelledError will say
 *
 * Task.cancel: a request.  What it waits for is cancelled, down to the innermost await;
 * if it waits for nothing, its next step raises CancelledError (S27).
 *
 * CPython recurses.  Here a chain of tasks may be of any length, and a ring of tasks that
 * wait for each other, which CPython ends with a RecursionError, counts as waiting for
 * nothing.
 *
 * Returns: whether it was not done yet
 */
gboolean
jug_task_cancel_with_message (JugTask *self, const char *message)
{
  JugTask *last = self;
  JugTask *next;

  if (self->is_in_cancel || !request_cancel (self, message))
    return FALSE;
  while ((next = get_awaited_task (last)) && !next->is_in_cancel &&
         request_cancel (next, message))
    last = next;
  if (next || !last->waiting_for || !jug_future_cancel (last->waiting_for, message))
    {
      last->must_cancel = TRUE;
      g_free (last->cancel_message);
      last->cancel_message = g_strdup (message);
    }
  for (; self != last; self = get_awaited_task (self))
    self->is_in_cancel = FALSE;
  last->is_in_cancel = FALSE;
  return TRUE;
}

/**
 * jug_task_uncancel:
 * @self: a task
 *
 * Task.uncancel: takes one request back, and a cancellation that was not delivered with
 * the last.
 *
 * Returns: how many requests are left
 */
guint
jug_task_uncancel (JugTask *self)
{
  if (self->n_cancels > 0 && --self->n_cancels == 0)
    self->must_cancel = FALSE;
  jug_loop_record (self->future.loop, .kind = JUG_EVENT_UNCANCEL, .task = self->number,
                   .value = self->n_cancels,
                   .cause = JUG_LOOP_FRONT (self->future.loop)->activity);
  return self->n_cancels;
}

/**
 * jug_task_get_cancelling:
 * @self: a task
 *
 * Returns: how many requests to cancel it were made and not taken back (S32)
 */
guint
jug_task_get_cancelling (JugTask *self)
{
  return self->n_cancels;
}
