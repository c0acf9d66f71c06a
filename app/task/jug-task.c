/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A task: a coroutine that the loop runs, step by step.  Follows Lib/asyncio/tasks.py,
 * Task. */
#include "jug-task.h"

#include <string.h>

#include "jug-future-private.h"
#include "jug-task-scheduler-private.h"

static void run_task (JugLoop *loop, JugCallback *callback);

/* In pieces: a memset of all of it would become one instruction of a kind that takes as
 * long as all the rest of making a task. */
static inline void
clear_fields (JugTask *self)
{
  const gsize size = sizeof (JugTask) - G_STRUCT_OFFSET (JugTask, coroutine);
  char *first = (char *) &self->coroutine;

  self->wakeup = (JugDoneCallback){ .callback.run = run_task };
  memset (first, 0, size / 2);
  memset (first + size / 2, 0, size - size / 2);
}

G_GNUC_NO_INLINE static guint32
record_create (JugTask *self, gboolean is_eager)
{
  JugLoop *loop = self->future.loop;

  return jug_loop_record (loop, .kind = JUG_EVENT_TASK_CREATE, .detail = is_eager,
                          .task = self->number,
                          .object = JUG_LOOP_FRONT (loop)->current_task,
                          .text = jug_loop_intern (loop, self->name),
                          .cause = JUG_LOOP_FRONT (loop)->activity);
}

static inline JugTask *
create_task (JugLoop *loop, JugCoroutine *coroutine, const char *name, gboolean is_eager)
{
  JugTaskScheduler *scheduler = jug_task_scheduler_get (loop);
  JugTask *self =
      jug_block_pool_take (&JUG_LOOP_FRONT (loop)->large_blocks, sizeof (JugTask));

  jug_coroutine_untrack (coroutine);
  jug_future_init_kind (&self->future, loop, JUG_AWAITABLE_TASK);
  clear_fields (self);
  self->coroutine = coroutine;
  self->name = jug_coroutine_get_name (coroutine);
  self->number = jug_loop_new_task (loop);
  self->wakeup.callback.task = self->number;
  self->wakeup.callback.number = jug_loop_new_object (loop);
  if (!name)
    self->name_number = jug_task_scheduler_number_task (scheduler);
  jug_task_scheduler_add (scheduler, jug_task_ref (self));
  if (G_UNLIKELY (JUG_LOOP_FRONT (loop)->trace))
    self->future.done_event = record_create (self, is_eager);
  if (name)
    jug_task_set_name (self, name);
  return self;
}

G_GNUC_NO_INLINE static guint32
record_done (JugTask *self, JugFutureState state)
{
  JugLoop *loop = self->future.loop;
  JugOutcome outcome = JUG_OUTCOME_RESULT;
  g_autofree char *repr = NULL;
  const char *text = NULL;

  if (state == JUG_FUTURE_RESULT && self->future.result.type != JUG_VALUE_NONE)
    text = repr = jug_value_repr (&self->future.result);
  else if (state == JUG_FUTURE_EXCEPTION)
    {
      text = jug_exception_get_name (self->future.error);
      jug_exception_record (self->future.error, loop, self->number);
      outcome = JUG_OUTCOME_EXCEPTION;
    }
  else if (state == JUG_FUTURE_CANCELLED)
    outcome = JUG_OUTCOME_CANCELLED;
  return jug_loop_record (loop, .kind = JUG_EVENT_DONE, .detail = outcome,
                          .task = self->number, .text = jug_loop_intern (loop, text),
                          .cause = JUG_LOOP_FRONT (loop)->activity);
}

/* How a task ends whose coroutine raised, or that was cancelled right before it
 * returned. */
G_GNUC_NO_INLINE static JugFutureState
find_bad_end (JugTask *self)
{
  if (self->failed)
    return jug_exception_is_cancelled (self->future.error) ? JUG_FUTURE_CANCELLED
                                                           : JUG_FUTURE_EXCEPTION;
  /* The value is lost (S30). */
  self->must_cancel = FALSE;
  jug_value_clear (&self->future.result);
  self->future.error = jug_future_make_cancelled_error (self->cancel_message);
  return JUG_FUTURE_CANCELLED;
}

/* What no loop keeps in, SystemExit for example, goes on to whoever runs the step. */
static inline gboolean
has_quit (JugTask *self)
{
  return self->future.state == JUG_FUTURE_EXCEPTION &&
         g_error_matches (self->future.error, JUG_EXCEPTION, JUG_EXCEPTION_EXIT);
}

G_GNUC_NO_INLINE static void
finish (JugTask *self, gboolean is_eager)
{
  JugLoop *loop = self->future.loop;
  JugFutureState state = JUG_FUTURE_RESULT;
  guint32 event = JUG_NO_EVENT;

  if (G_UNLIKELY (self->failed || self->must_cancel))
    state = find_bad_end (self);
  self->future.has_log = state == JUG_FUTURE_EXCEPTION;
  if (G_UNLIKELY (JUG_LOOP_FRONT (loop)->trace))
    event = record_done (self, state);

  jug_task_scheduler_remove (jug_task_scheduler_get (loop), self);
  jug_future_finish (&self->future, state, event);
  if (!is_eager && G_UNLIKELY (has_quit (self)))
    jug_loop_escape (loop, g_error_copy (self->future.error));
  jug_task_unref (self);
}

/* The first function on a task's stack. */
static void
task_main (gpointer data)
{
  JugTask *self = data;
  JugValue result = JUG_NONE;
  GError *error = NULL;

  self->failed = !jug_coroutine_run (g_steal_pointer (&self->coroutine), &result, &error);
  if (self->failed)
    {
      jug_value_clear (&result);
      self->future.error = error;
    }
  else
    self->future.result = result;
}

G_GNUC_NO_INLINE static guint32
record_wait (JugTask *self, JugFuture *yielded)
{
  JugWaitKind kind = JUG_WAIT_YIELD;
  guint32 object = 0;

  if (yielded && yielded->kind == JUG_AWAITABLE_TASK &&
      ((JugTask *) yielded)->number != JUG_TASK_LOOP)
    {
      kind = JUG_WAIT_TASK;
      object = ((JugTask *) yielded)->number;
    }
  else if (yielded && yielded->kind == JUG_AWAITABLE_TASK)
    {
      kind = JUG_WAIT_FUTURE; /* a quiet one */
      object = jug_task_get_birth ((JugTask *) yielded);
    }
  else if (yielded)
    {
      kind = JUG_WAIT_FUTURE;
      object = yielded->number;
    }
  return jug_loop_record (self->future.loop, .kind = JUG_EVENT_WAIT, .detail = kind,
                          .task = self->number, .object = object,
                          .cause = JUG_LOOP_FRONT (self->future.loop)->activity);
}

G_GNUC_NO_INLINE static void
refuse_self (JugTask *self, guint32 wait)
{
  g_autofree char *name = jug_task_dup_name (self);

  self->thrown =
      jug_exception_new ("RuntimeError", "Task cannot await on itself: %s", name);
  self->awaited_itself = TRUE;
  jug_loop_schedule (self->future.loop, &self->wakeup.callback, wait);
}

/* The task yielded: Task.__step_run_and_handle_result, from "else" on (S15). */
G_ALWAYS_INLINE static inline void
handle_yield (JugTask *self, JugLoop *loop)
{
  JugFuture *yielded = self->yielded;
  guint32 wait = JUG_NO_EVENT;

  if (G_UNLIKELY (JUG_LOOP_FRONT (loop)->trace))
    wait = record_wait (self, yielded);
  if (!yielded)
    {
      jug_loop_schedule (loop, &self->wakeup.callback, wait);
      return;
    }
  if (G_UNLIKELY (yielded == &self->future))
    {
      refuse_self (self, wait);
      return;
    }

  self->waiting_for = jug_future_ref (yielded);
  jug_future_watch (yielded, &self->wakeup);
  if (G_UNLIKELY (self->must_cancel) && jug_future_cancel (yielded, self->cancel_message))
    self->must_cancel = FALSE;
}

/* Thrown into a coroutine that never started: its body does not run at all (S29). */
G_GNUC_NO_INLINE static void
fail_unstarted (JugTask *self, GError *error)
{
  g_clear_pointer (&self->coroutine, jug_coroutine_free);
  self->failed = TRUE;
  self->future.error = error;
}

G_GNUC_NO_INLINE static guint32
record_step (JugTask *self, GError *error)
{
  JugLoop *loop = self->future.loop;

  return jug_loop_record (
      loop, .kind = JUG_EVENT_STEP, .task = self->number,
      .object = self->wakeup.callback.number,
      .text = error ? jug_loop_intern (loop, jug_exception_get_name (error)) : 0,
      .cause = self->wakeup.callback.queue_event);
}

/* One step, on the stack of whoever wants it: the loop, or an eager task's creator
 * (S14).  Who that is, is for the caller to restore. */
G_ALWAYS_INLINE static inline void
enter_step (JugTask *self, JugLoop *loop, GError *error, gboolean is_eager)
{
  JugLoopFront *front = JUG_LOOP_FRONT (loop);
  gboolean has_ended = TRUE;

  if (G_UNLIKELY (front->trace))
    front->activity = record_step (self, error);
  front->current = self;
  front->current_task = self->number;

  if (!self->stack && G_UNLIKELY (error))
    fail_unstarted (self, error);
  else
    {
      if (!self->stack)
        self->stack =
            jug_stack_pool_take (jug_task_scheduler_get (loop)->stacks, task_main, self);
      self->thrown = error;
      has_ended = jug_stack_enter (self->stack);
      if (has_ended)
        jug_stack_pool_give (jug_task_scheduler_get (loop)->stacks,
                             g_steal_pointer (&self->stack));
    }

  if (has_ended)
    finish (self, is_eager);
  else
    handle_yield (self, loop);
}

/* The exception that a task is resumed with: what it waited for failed, or it is
 * cancelled. */
G_GNUC_NO_INLINE static GError *
take_exception (JugTask *self)
{
  GError *error = g_steal_pointer (&self->thrown);

  if (self->waiting_for)
    {
      const GError *exception = jug_future_peek_exception (self->waiting_for);

      if (exception)
        {
          error = g_error_copy (exception);
          self->waiting_for->has_log = FALSE;
        }
      g_clear_pointer (&self->waiting_for, jug_future_unref);
    }
  if (self->must_cancel)
    {
      if (!error || !jug_exception_is_cancelled (error))
        {
          g_clear_error (&error);
          error = jug_future_make_cancelled_error (self->cancel_message);
        }
      self->must_cancel = FALSE;
    }
  return error;
}

/* Task.__wakeup and Task.__step */
G_ALWAYS_INLINE static inline void
wake_up (JugTask *self, JugLoop *loop)
{
  JugLoopFront *front = JUG_LOOP_FRONT (loop);
  guint32 activity = front->activity;
  GError *error = NULL;

  if (self->waiting_for && G_LIKELY (self->waiting_for->state == JUG_FUTURE_RESULT))
    jug_future_unref (g_steal_pointer (&self->waiting_for));
  if (G_UNLIKELY (self->waiting_for || self->thrown || self->must_cancel))
    error = take_exception (self);
  enter_step (self, loop, error, FALSE);
  front->current = NULL;
  front->current_task = JUG_TASK_LOOP;
  front->activity = activity;
}

static inline JugTask *
get_task (JugCallback *callback)
{
  return (JugTask *) ((char *) callback - G_STRUCT_OFFSET (JugTask, wakeup.callback));
}

static void
run_task (JugLoop *loop, JugCallback *callback)
{
  if (loop)
    wake_up (get_task (callback), loop);
}

G_ALWAYS_INLINE static inline void
run_callback (JugLoop *loop, JugCallback *callback)
{
  if (callback->run == run_task && G_LIKELY (!callback->is_cancelled))
    wake_up (get_task (callback), loop);
  else
    callback->run (callback->is_cancelled ? NULL : loop, callback);
}

/*
 * How a loop with tasks runs what is ready: steps are run without a call.  A call would
 * have to be returned from behind a switch of stacks, and the processor, which foresees
 * returns by counting calls, would foresee that one and the task's own next one wrongly.
 */
void
jug_task_run_ready (JugLoop *loop, guint n_ready)
{
  do
    for (; n_ready > 0; n_ready--)
      {
        run_callback (loop, jug_loop_take_ready (loop));
        if (G_UNLIKELY (JUG_LOOP_FRONT (loop)->escaped))
          return;
      }
  while ((n_ready = jug_loop_begin_plain_iteration (loop)) > 0);
}

/**
 * jug_task_new:
 * @loop: its loop
 * @coroutine: (transfer full): what it will run
 * @name: (nullable): the name that the program gives it
 * @error: what an eager task quit with
 *
 * `create_task`: the first step goes to the end of the ready queue, and the creator goes
 * on (S13). If tasks are eager by default, as jug_task_new_eager(); otherwise it never
 * fails.
 *
 * Returns: (transfer full) (nullable): the task
 */
JugTask *
jug_task_new (JugLoop *loop, JugCoroutine *coroutine, const char *name, GError **error)
{
  JugTask *self;

  if (jug_task_scheduler_get (loop)->is_eager)
    return jug_task_new_eager (loop, coroutine, name, error);
  self = create_task (loop, coroutine, name, FALSE);
  jug_loop_schedule (loop, &self->wakeup.callback, self->future.done_event);
  return self;
}

/**
 * jug_task_new_eager:
 * @loop: its loop
 * @coroutine: (transfer full): what it will run
 * @name: (nullable): the name that the program gives it
 * @error: SystemExit or KeyboardInterrupt, with which its first step ended
 *
 * Runs the first step at once, inside the creator's own; if the coroutine ends in it, the
 * loop is never involved (S22, Task.__eager_start).  What no loop keeps in does not end
 * the run then, but goes on in the creator, who does not get the task.  On a loop that
 * does not run yet: jug_task_new().
 *
 * Returns: (transfer full) (nullable): the task
 */
G_GNUC_NO_INLINE JugTask *
jug_task_new_eager (JugLoop *loop,
                    JugCoroutine *coroutine,
                    const char *name,
                    GError **error)
{
  gboolean is_eager = jug_loop_is_running (loop);
  JugTask *self = create_task (loop, coroutine, name, is_eager);

  if (is_eager)
    {
      JugLoopFront *front = JUG_LOOP_FRONT (loop);
      gpointer creator = front->current;
      guint32 creator_number = front->current_task;
      guint32 activity = front->activity;

      self->wakeup.callback.queue_event = self->future.done_event;
      enter_step (self, loop, NULL, TRUE);
      front->current = creator;
      front->current_task = creator_number;
      front->activity = activity;
      if (G_UNLIKELY (has_quit (self)))
        {
          g_propagate_error (error, g_error_copy (self->future.error));
          g_clear_pointer (&self, jug_task_unref);
        }
    }
  else
    jug_loop_schedule (loop, &self->wakeup.callback, self->future.done_event);
  return self;
}

/*
 * jug_task_new_quiet:
 * @name: (static): of the coroutine that it stands for
 *
 * A task of the runner's own, which is no part of the program: the trace hears nothing of
 * it.  It is one of all tasks, has a name and can be waited for and cancelled; instead of
 * running a coroutine it is ended by jug_task_end_quietly().
 *
 * Returns: (transfer full): the task
 */
JugTask *
jug_task_new_quiet (JugLoop *loop, const char *name)
{
  JugTaskScheduler *scheduler = jug_task_scheduler_get (loop);
  JugTask *self =
      jug_block_pool_take (&JUG_LOOP_FRONT (loop)->large_blocks, sizeof (JugTask));

  jug_future_init_kind (&self->future, loop, JUG_AWAITABLE_TASK);
  clear_fields (self);
  self->name = name;
  self->number = self->wakeup.callback.task = JUG_TASK_LOOP;
  self->wakeup.callback.number = jug_loop_new_object (loop);
  self->name_number = jug_task_scheduler_number_task (scheduler);
  jug_task_scheduler_add (scheduler, jug_task_ref (self));
  return self;
}

/* Ends a quiet task, if it has not ended: with None, or cancelled if that was asked for.
 */
void
jug_task_end_quietly (JugTask *self)
{
  JugLoop *loop = self->future.loop;

  if (jug_future_is_done (&self->future))
    return;
  jug_task_scheduler_remove (jug_task_scheduler_get (loop), self);
  jug_future_finish (&self->future,
                     self->must_cancel ? find_bad_end (self) : JUG_FUTURE_RESULT,
                     JUG_LOOP_FRONT (loop)->activity);
  jug_task_unref (self);
}

/**
 * jug_ensure_future:
 * @loop: the loop for a task that has to be made
 * @awaitable: a coroutine, consumed, or a future or task
 * @error: what an eager task quit with, as in jug_task_new()
 *
 * Asyncio's ensure_future: coroutines become tasks, the rest stays what it is.
 *
 * Returns: (transfer full) (nullable): a future
 */
JugFuture *
jug_ensure_future (JugLoop *loop, JugAwaitable awaitable, GError **error)
{
  if (*awaitable.kind == JUG_AWAITABLE_COROUTINE)
    return JUG_FUTURE (jug_task_new (loop, awaitable.coroutine, NULL, error));
  return jug_future_ref (awaitable.future);
}

/* Gives a task's memory back. */
void
jug_task_free (JugTask *self)
{
  jug_block_pool_give (&JUG_LOOP_FRONT (self->future.loop)->large_blocks, self);
}

/* What a task has beyond a future, when its last reference goes. */
void
jug_task_dispose (JugTask *self)
{
  g_assert (!self->stack && !self->waiting_for);

  if (G_LIKELY (!self->coroutine && !self->thrown && !self->own_name &&
                !self->cancel_message))
    return;
  g_clear_pointer (&self->coroutine, jug_coroutine_free);
  g_clear_error (&self->thrown);
  g_free (self->own_name);
  g_free (self->cancel_message);
}

/**
 * jug_task_ref:
 * @self: a task
 *
 * Returns: (transfer full): @self
 */
JugTask *
jug_task_ref (JugTask *self)
{
  self->future.n_refs++;
  return self;
}

/**
 * jug_task_unref:
 * @self: (transfer full): a task
 */
void
jug_task_unref (JugTask *self)
{
  jug_future_unref (&self->future);
}

/**
 * jug_task_get_current:
 * @loop: a loop
 *
 * Returns: (transfer none) (nullable): the task that runs, %NULL outside any
 */
JugTask *
jug_task_get_current (JugLoop *loop)
{
  return JUG_LOOP_FRONT (loop)->current;
}

/**
 * jug_task_get_number:
 * @self: a task
 *
 * Returns: how-manieth task of its loop it is, from 1: its number in the trace
 */
guint32
jug_task_get_number (JugTask *self)
{
  return self->number;
}

/* The number of its callback, which it gets when it is made. */
guint32
jug_task_get_birth (JugTask *self)
{
  return self->wakeup.callback.number;
}

/**
 * jug_task_dup_name:
 * @self: a task
 *
 * Returns: (transfer full): its own name, or `Task-N` (S23), where tasks that were given
 * a name do not count
 */
char *
jug_task_dup_name (JugTask *self)
{
  return self->own_name ? g_strdup (self->own_name)
                        : g_strdup_printf ("Task-%u", self->name_number);
}

/**
 * jug_task_set_name:
 * @self: a task
 * @name: its own name from now on
 */
void
jug_task_set_name (JugTask *self, const char *name)
{
  g_free (self->own_name);
  self->own_name = g_strdup (name);
  jug_loop_record (self->future.loop, .kind = JUG_EVENT_TASK_NAME, .task = self->number,
                   .text = jug_loop_intern (self->future.loop, name),
                   .cause = JUG_LOOP_FRONT (self->future.loop)->activity);
}

/**
 * jug_task_get_coroutine_name:
 * @self: a task
 *
 * Returns: `__name__` of its coroutine
 */
const char *
jug_task_get_coroutine_name (JugTask *self)
{
  return self->name;
}

/* There is no task to suspend, or it is being closed and must come to its end. */
gboolean
jug_task_refuse_to_suspend (JugTask *self, GError **error)
{
  if (self)
    jug_exception_set (error, "GeneratorExit", "%s", "");
  else
    jug_exception_set (error, "RuntimeError", "await outside a task");
  return FALSE;
}

/**
 * jug_task_suspend:
 * @future: (nullable): a pending future to wait for, or %NULL to yield once
 * @error: what is thrown into the task instead of being resumed
 *
 * Ends the current task's step.  Returns in the step that resumes it.
 *
 * Returns: %FALSE if an exception was thrown in
 */
gboolean
jug_task_suspend (JugFuture *future, GError **error)
{
  return jug_task_suspend_inline (future, error);
}

/**
 * jug_yield:
 * @error: what is thrown into the task
 *
 * A bare yield, the heart of `sleep(0)`: to the end of the ready queue, exactly once
 * (S15).
 *
 * Returns: %FALSE if an exception was thrown in
 */
gboolean
jug_yield (GError **error)
{
  return jug_task_suspend_inline (NULL, error);
}

/**
 * jug_task_get_scope_place:
 * @self: a task
 *
 * Returns: (transfer none): where the task keeps the scope of the coroutine that runs
 */
gpointer *
jug_task_get_scope_place (JugTask *self)
{
  return &self->scope;
}
