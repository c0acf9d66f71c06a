/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A future: a result that is not there yet, and who is to be told. */
#include "jug-future-private.h"

#include "jug-task-cancel.h"
#include "jug-task-private.h"

/* Sets up what every future has, unrecorded; the rest is 0. */
void
jug_future_init_kind (JugFuture *self, JugLoop *loop, JugAwaitableKind kind)
{
  self->kind = kind;
  self->state = JUG_FUTURE_PENDING;
  self->purpose = JUG_PURPOSE_PLAIN;
  self->has_log = FALSE;
  self->n_refs = 1;
  self->number = 0;
  self->done_event = JUG_NO_EVENT;
  self->loop = loop;
  self->first = NULL;
  self->last = NULL;
  self->result = JUG_NONE;
}

G_GNUC_NO_INLINE static void
record_create (JugFuture *self, const char *label, guint32 owner)
{
  jug_loop_record (self->loop, .kind = JUG_EVENT_FUTURE_CREATE, .detail = self->purpose,
                   .task = JUG_LOOP_FRONT (self->loop)->current_task,
                   .object = self->number, .text = jug_loop_intern (self->loop, label),
                   .extra = owner);
}

/**
 * jug_future_init:
 * @self: (out caller-allocates): room for a future
 * @loop: its loop
 * @purpose: what it is for
 * @label: (nullable): more about that, for people
 * @owner: number of the lock, queue… it belongs to, or 0
 *
 * Makes a future in place, for a frame that awaits it and leaves nobody with a reference.
 */
void
jug_future_init (
    JugFuture *self, JugLoop *loop, JugPurpose purpose, const char *label, guint32 owner)
{
  jug_future_init_kind (self, loop, JUG_AWAITABLE_FUTURE);
  self->purpose = purpose;
  self->number = jug_loop_new_object (loop);
  if (G_UNLIKELY (JUG_LOOP_FRONT (loop)->trace))
    record_create (self, label, owner);
}

/* "Future exception was never retrieved" (S20). */
G_GNUC_NO_INLINE static void
report_unretrieved (JugFuture *self)
{
  g_autofree char *text = NULL;

  if (self->state != JUG_FUTURE_EXCEPTION)
    return;
  text = g_strdup_printf ("%s exception was never retrieved: %s: %s",
                          self->kind == JUG_AWAITABLE_TASK ? "Task" : "Future",
                          jug_exception_get_name (self->error), self->error->message);
  jug_loop_report (self->loop, JUG_REPORT_NEVER_RETRIEVED,
                   self->kind == JUG_AWAITABLE_TASK
                       ? jug_task_get_number ((JugTask *) self)
                       : JUG_TASK_LOOP,
                   self->number, text);
}

/**
 * jug_future_clear:
 * @self: a future of jug_future_init()
 *
 * Ends it.
 */
void
jug_future_clear (JugFuture *self)
{
  g_assert (self->n_refs == 1);

  if (G_UNLIKELY (self->has_log))
    report_unretrieved (self);
  if (G_UNLIKELY (self->first))
    jug_future_drop_callbacks (self);
  if (G_LIKELY (self->state == JUG_FUTURE_RESULT))
    jug_value_clear (&self->result);
  else if (self->state != JUG_FUTURE_PENDING)
    g_clear_error (&self->error);
}

/**
 * jug_future_new:
 * @loop: its loop
 *
 * Returns: (transfer full): a future as `loop.create_future()` makes it
 */
JugFuture *
jug_future_new (JugLoop *loop)
{
  return jug_future_new_for (loop, JUG_PURPOSE_PLAIN, NULL, 0);
}

/**
 * jug_future_new_for:
 * @loop: its loop
 * @purpose: what it is for
 * @label: (nullable): more about that, for people
 * @owner: number of the lock, queue… it belongs to, or 0
 *
 * Returns: (transfer full): a future whose wait will say what it is for
 */
JugFuture *
jug_future_new_for (JugLoop *loop, JugPurpose purpose, const char *label, guint32 owner)
{
  JugFuture *self = g_new (JugFuture, 1);

  jug_future_init (self, loop, purpose, label, owner);
  return self;
}

/**
 * jug_future_ref:
 * @self: a future
 *
 * Returns: (transfer full): @self
 */
JugFuture *
jug_future_ref (JugFuture *self)
{
  self->n_refs++;
  return self;
}

/* Its last reference goes. */
G_GNUC_NO_INLINE static void
free_future (JugFuture *self)
{
  if (self->kind == JUG_AWAITABLE_TASK)
    jug_task_dispose ((JugTask *) self);
  else if (self->kind == JUG_AWAITABLE_GATHER)
    jug_gather_dispose (self);
  jug_future_clear (self);
  if (self->kind == JUG_AWAITABLE_TASK)
    jug_task_free ((JugTask *) self);
  else
    g_free (self);
}

/**
 * jug_future_unref:
 * @self: (transfer full): a future
 */
void
jug_future_unref (JugFuture *self)
{
  if (self->n_refs > 1)
    self->n_refs--;
  else
    free_future (self);
}

/**
 * jug_future_get_loop:
 * @self: a future
 *
 * Returns: (transfer none): its loop
 */
JugLoop *
jug_future_get_loop (JugFuture *self)
{
  return self->loop;
}

/**
 * jug_future_get_number:
 * @self: a future
 *
 * Returns: its number in the trace, which grows with each future of the loop; 0 for a
 * task
 */
guint32
jug_future_get_number (JugFuture *self)
{
  return self->number;
}

/* Tells the trace that @self is made for @child, among others perhaps. */
void
jug_future_record_child (JugFuture *self, JugFuture *child)
{
  if (child->kind == JUG_AWAITABLE_TASK)
    jug_loop_record (self->loop, .kind = JUG_EVENT_FUTURE_CHILD, .object = self->number,
                     .task = jug_task_get_number ((JugTask *) child));
  else
    jug_loop_record (self->loop, .kind = JUG_EVENT_FUTURE_CHILD, .object = self->number,
                     .value = child->number);
}

/* Grows from future to future, whatever their kind: an order where asyncio promises
 * none. */
guint32
jug_future_get_birth (JugFuture *self)
{
  return self->kind == JUG_AWAITABLE_TASK ? jug_task_get_birth ((JugTask *) self)
                                          : self->number;
}

/* For qsort() of pointers: creation order, where asyncio promises none. */
int
jug_future_compare_births (gconstpointer a, gconstpointer b)
{
  guint32 x = jug_future_get_birth (*(JugFuture *const *) a);
  guint32 y = jug_future_get_birth (*(JugFuture *const *) b);

  return (x > y) - (x < y);
}

/**
 * jug_future_is_done:
 * @self: a future
 *
 * Returns: whether it has a result or an exception, or is cancelled
 */
gboolean
jug_future_is_done (JugFuture *self)
{
  return self->state != JUG_FUTURE_PENDING;
}

/**
 * jug_future_is_cancelled:
 * @self: a future
 *
 * Returns: whether it is cancelled; a task is so only if its coroutine let the
 * CancelledError out (S33)
 */
gboolean
jug_future_is_cancelled (JugFuture *self)
{
  return self->state == JUG_FUTURE_CANCELLED;
}

/* Future.__schedule_callbacks of Lib/asyncio/futures.py: nobody runs now, all become
 * ready, in the order in which they were registered (S17).  Mostly there is one. */
void
jug_future_finish (JugFuture *self, JugFutureState state, guint32 done_event)
{
  JugDoneCallback *first = self->first;
  JugDoneCallback *next;

  self->state = state;
  self->done_event = done_event;
  self->first = self->last = NULL;
  if (!first)
    return;
  next = g_steal_pointer (&first->next);
  jug_future_schedule (self, first, done_event);
  if (G_UNLIKELY (next))
    jug_future_schedule_all (self, next);
}

G_GNUC_NO_INLINE static guint32
record_done (JugFuture *self, JugFutureState state)
{
  JugLoopFront *front = JUG_LOOP_FRONT (self->loop);
  JugOutcome outcome = state == JUG_FUTURE_RESULT      ? JUG_OUTCOME_RESULT
                       : state == JUG_FUTURE_EXCEPTION ? JUG_OUTCOME_EXCEPTION
                                                       : JUG_OUTCOME_CANCELLED;
  g_autofree char *repr = NULL;
  const char *text = NULL;

  if (state == JUG_FUTURE_RESULT && self->result.type != JUG_VALUE_NONE)
    text = repr = jug_value_repr (&self->result);
  else if (state == JUG_FUTURE_EXCEPTION)
    text = jug_exception_get_name (self->error);
  return jug_loop_record (self->loop, .kind = JUG_EVENT_FUTURE_DONE, .detail = outcome,
                          .task = front->current_task, .object = self->number,
                          .text = jug_loop_intern (self->loop, text),
                          .cause = front->activity);
}

static inline void
finish_recorded (JugFuture *self, JugFutureState state)
{
  guint32 event = JUG_NO_EVENT;

  if (G_UNLIKELY (JUG_LOOP_FRONT (self->loop)->trace))
    event = record_done (self, state);
  jug_future_finish (self, state, event);
}

static gboolean
check_pending (JugFuture *self, GError **error)
{
  if (self->state == JUG_FUTURE_PENDING)
    return TRUE;
  jug_exception_set (error, "InvalidStateError", "invalid state");
  return FALSE;
}

/**
 * jug_future_set_result:
 * @self: a future that is no task
 * @result: (transfer full): its result
 * @error: InvalidStateError, if it is done already
 *
 * Completes it.  Who waits becomes ready, and runs when its turn comes (S17).
 *
 * Returns: whether it was pending
 */
gboolean
jug_future_set_result (JugFuture *self, JugValue result, GError **error)
{
  if (!check_pending (self, error))
    {
      jug_value_clear (&result);
      return FALSE;
    }
  /* Not as one: it came in two registers, and would be stored in two pieces to be loaded
   * whole, for which the processor has to wait. */
  self->result.type = result.type;
  self->result.i = result.i;
  finish_recorded (self, JUG_FUTURE_RESULT);
  return TRUE;
}

/**
 * jug_future_set_exception:
 * @self: a future that is no task
 * @exception: (transfer full): its exception
 * @error: InvalidStateError, if it is done already
 *
 * Completes it with an exception, which is reported if nobody ever asks for it (S20).
 *
 * Returns: whether it was pending
 */
gboolean
jug_future_set_exception (JugFuture *self, GError *exception, GError **error)
{
  if (!check_pending (self, error))
    {
      g_error_free (exception);
      return FALSE;
    }
  self->error = exception;
  self->has_log = TRUE;
  finish_recorded (self, JUG_FUTURE_EXCEPTION);
  return TRUE;
}

GError *
jug_future_make_cancelled_error (const char *message)
{
  return jug_exception_new ("CancelledError", "%s", message ? message : "");
}

static gboolean
cancel_plain (JugFuture *self, const char *message)
{
  self->has_log = FALSE;
  if (self->state != JUG_FUTURE_PENDING)
    return FALSE;
  self->error = jug_future_make_cancelled_error (message);
  finish_recorded (self, JUG_FUTURE_CANCELLED);
  return TRUE;
}

/**
 * jug_future_cancel:
 * @self: a future, task or gather
 * @message: (nullable): what the CancelledError will say
 *
 * Cancels it, each kind in its own way: a plain future at once, a task by request (S27),
 * a gather by its children (S42).
 *
 * Returns: whether it was pending
 */
gboolean
jug_future_cancel (JugFuture *self, const char *message)
{
  if (self->kind == JUG_AWAITABLE_TASK)
    return jug_task_cancel_with_message ((JugTask *) self, message);
  if (self->kind == JUG_AWAITABLE_GATHER)
    return jug_gather_cancel (self, message);
  return cancel_plain (self, message);
}

/**
 * jug_future_get_result:
 * @self: a future
 * @result: (out) (optional): its result
 * @error: its exception, CancelledError if it is cancelled, InvalidStateError if it is
 * pending
 *
 * Returns: whether it has a result
 */
gboolean
jug_future_get_result (JugFuture *self, JugValue *result, GError **error)
{
  switch ((JugFutureState) self->state)
    {
    case JUG_FUTURE_PENDING:
      jug_exception_set (error, "InvalidStateError", "Result is not set.");
      return FALSE;
    case JUG_FUTURE_RESULT:
      if (result)
        *result = jug_value_copy (&self->result);
      return TRUE;
    case JUG_FUTURE_EXCEPTION:
    case JUG_FUTURE_CANCELLED:
      self->has_log = FALSE;
      if (error)
        *error = g_error_copy (self->error);
      return FALSE;
    }
  g_assert_not_reached ();
}

/**
 * jug_future_get_exception:
 * @self: a future
 * @error: CancelledError if it is cancelled, InvalidStateError if it is pending
 *
 * Counts as having asked for the exception.
 *
 * Returns: (nullable) (transfer none): its exception, %NULL if it has a result or @error
 * is set
 */
const GError *
jug_future_get_exception (JugFuture *self, GError **error)
{
  if (self->state == JUG_FUTURE_PENDING)
    jug_exception_set (error, "InvalidStateError", "Exception is not set.");
  else if (self->state == JUG_FUTURE_CANCELLED && error)
    *error = g_error_copy (self->error);
  self->has_log = FALSE;
  return self->state == JUG_FUTURE_EXCEPTION ? self->error : NULL;
}

/**
 * jug_future_peek_exception:
 * @self: a future
 *
 * Returns: (nullable) (transfer none): the exception or CancelledError that it ended by,
 * without counting as having asked for it
 */
const GError *
jug_future_peek_exception (JugFuture *self)
{
  return self->state == JUG_FUTURE_EXCEPTION || self->state == JUG_FUTURE_CANCELLED
             ? self->error
             : NULL;
}

/**
 * jug_future_await:
 * @self: a future
 * @result: (out) (optional): its result
 * @error: its exception, or the one thrown into the task that awaits it
 *
 * Python's `await future`: suspends the current task only if it is not done (S16).
 *
 * Returns: whether it has a result
 */
gboolean
jug_future_await (JugFuture *self, JugValue *result, GError **error)
{
  if (self->state == JUG_FUTURE_PENDING)
    {
      if (G_UNLIKELY (self->kind == JUG_AWAITABLE_TASK &&
                      ((JugTask *) self)->awaited_itself))
        {
          jug_exception_set (error, "RuntimeError", "await wasn't used with future");
          return FALSE;
        }
      if (!jug_task_suspend_inline (self, error))
        return FALSE;
    }
  return jug_future_get_result (self, result, error);
}
