/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.timeout, after Lib/asyncio/timeouts.py. */
#include "jug-timeout.h"

#include "jug-handle.h"
#include "jug-task-cancel.h"
#include "jug-wait.h"

typedef enum
{
  CREATED,
  ENTERED,
  EXPIRING,
  EXPIRED,
  EXITED
} State;

struct _JugTimeout
{
  guint n_refs;
  State state;
  JugLoop *loop;     /* (unowned) */
  JugTask *task;     /* owned: the one inside */
  JugHandle *handle; /* owned: while it is armed */
  double when;       /* seconds of loop time, or JUG_FOREVER */
  guint n_cancels;   /* requests to cancel the task that were there before */
};

/**
 * jug_timeout_new:
 * @loop: the loop
 * @seconds: from now, or %JUG_FOREVER
 *
 * Returns: (transfer full): `asyncio.timeout(seconds)`
 */
JugTimeout *
jug_timeout_new (JugLoop *loop, double seconds)
{
  if (!(seconds < JUG_FOREVER))
    return jug_timeout_new_at (loop, JUG_FOREVER);
  return jug_timeout_new_at (loop, (double) jug_loop_get_time (loop) / JUG_NS_PER_SECOND +
                                       seconds);
}

/**
 * jug_timeout_new_at:
 * @loop: the loop
 * @when: seconds of loop time, or %JUG_FOREVER
 *
 * Returns: (transfer full): `asyncio.timeout_at(when)`
 */
JugTimeout *
jug_timeout_new_at (JugLoop *loop, double when)
{
  JugTimeout *self = g_new0 (JugTimeout, 1);

  self->n_refs = 1;
  self->loop = loop;
  self->when = when;
  return self;
}

/**
 * jug_timeout_ref:
 * @self: a timeout
 *
 * Returns: (transfer full): @self
 */
JugTimeout *
jug_timeout_ref (JugTimeout *self)
{
  self->n_refs++;
  return self;
}

/**
 * jug_timeout_unref:
 * @self: (transfer full): a timeout
 */
void
jug_timeout_unref (JugTimeout *self)
{
  if (--self->n_refs > 0)
    return;
  g_clear_pointer (&self->handle, jug_handle_unref);
  g_clear_pointer (&self->task, jug_task_unref);
  g_free (self);
}

static void
time_is_up (gpointer data)
{
  JugTimeout *self = data;

  jug_task_cancel (self->task);
  self->state = EXPIRING;
  g_clear_pointer (&self->handle, jug_handle_unref);
}

static void
arm (JugTimeout *self, double when)
{
  gint64 deadline = jug_clock_seconds_to_ns (when);
  JugHandle *handle;

  self->when = when;
  if (self->handle)
    jug_handle_cancel (self->handle);
  g_clear_pointer (&self->handle, jug_handle_unref);
  if (!(when < JUG_FOREVER))
    return;
  if (deadline <= jug_loop_get_time (self->loop))
    handle =
        jug_loop_call_soon (self->loop, "timeout", time_is_up, jug_timeout_ref (self),
                            (GDestroyNotify) jug_timeout_unref);
  else
    handle =
        jug_loop_call_at_for (self->loop, deadline, jug_task_get_number (self->task),
                              JUG_TIMER_CANCELS, "timeout", time_is_up,
                              jug_timeout_ref (self), (GDestroyNotify) jug_timeout_unref);
  self->handle = jug_handle_ref (handle);
}

/**
 * jug_timeout_enter:
 * @self: a timeout that was never entered
 * @error: RuntimeError
 *
 * `async with`: its time begins to count.
 *
 * Returns: whether it could be entered
 */
gboolean
jug_timeout_enter (JugTimeout *self, GError **error)
{
  JugTask *task = jug_task_get_current (self->loop);

  if (self->state != CREATED)
    {
      jug_exception_set (error, "RuntimeError", "Timeout has already been entered");
      return FALSE;
    }
  if (!task)
    {
      jug_exception_set (error, "RuntimeError", "Timeout should be used inside a task");
      return FALSE;
    }
  self->state = ENTERED;
  self->task = jug_task_ref (task);
  self->n_cancels = jug_task_get_cancelling (task);
  arm (self, self->when);
  return TRUE;
}

/**
 * jug_timeout_exit:
 * @self: an entered timeout
 * @body_error: (nullable) (transfer full): the exception that ended the block
 * @error: the exception that goes on
 *
 * Ends `async with`.  If it was this timeout, and nobody else, who cancelled the task,
 * the CancelledError becomes a TimeoutError.
 *
 * Returns: %FALSE if an exception goes on
 */
gboolean
jug_timeout_exit (JugTimeout *self, GError *body_error, GError **error)
{
  g_return_val_if_fail (self->state == ENTERED || self->state == EXPIRING, FALSE);

  if (self->handle)
    jug_handle_cancel (self->handle);
  g_clear_pointer (&self->handle, jug_handle_unref);

  if (self->state == EXPIRING)
    {
      self->state = EXPIRED;
      if (jug_task_uncancel (self->task) <= self->n_cancels && body_error &&
          jug_exception_is_cancelled (body_error))
        {
          g_error_free (body_error);
          body_error = jug_exception_new ("TimeoutError", "%s", "");
        }
    }
  else
    self->state = EXITED;
  g_clear_pointer (&self->task, jug_task_unref);

  if (!body_error)
    return TRUE;
  g_propagate_error (error, body_error);
  return FALSE;
}

/**
 * jug_timeout_reschedule:
 * @self: an entered timeout whose time is not up
 * @when: seconds of loop time, or %JUG_FOREVER
 * @error: RuntimeError
 *
 * Moves the deadline (S36).
 *
 * Returns: whether it could be moved
 */
gboolean
jug_timeout_reschedule (JugTimeout *self, double when, GError **error)
{
  static const char *const names[] = { "created", "active", "expiring", "expired",
                                       "finished" };

  if (self->state == CREATED)
    jug_exception_set (error, "RuntimeError", "Timeout has not been entered");
  else if (self->state != ENTERED)
    jug_exception_set (error, "RuntimeError", "Cannot change state of %s Timeout",
                       names[self->state]);
  else
    {
      arm (self, when);
      return TRUE;
    }
  return FALSE;
}

/**
 * jug_timeout_has_expired:
 * @self: a timeout
 *
 * Returns: whether its time was up while it was entered
 */
gboolean
jug_timeout_has_expired (JugTimeout *self)
{
  return self->state == EXPIRING || self->state == EXPIRED;
}

/**
 * jug_timeout_get_when:
 * @self: a timeout
 *
 * Returns: its deadline in seconds of loop time, or %JUG_FOREVER
 */
double
jug_timeout_get_when (JugTimeout *self)
{
  return self->when;
}
