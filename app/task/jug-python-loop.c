/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio in C, the part below tasks: callbacks, handles and what futures can do. */
#include "jug-python-loop.h"

#include "jug-future-private.h"
#include "jug-program-private.h"

/**
 * loop_create_future:
 *
 * `loop.create_future()`, on the program's loop; see jug_future_new().
 *
 * Returns: (transfer none): a pending future, of which the current scope owns a
 * reference
 */
JugFuture *
loop_create_future (void)
{
  return jug_scope_own (jug_future_new (jug_loop_get_current ()),
                        (GDestroyNotify) jug_future_unref);
}

/**
 * loop_time:
 *
 * `loop.time()`; see jug_loop_get_time().
 *
 * Returns: the program's loop time, in seconds
 */
double
loop_time (void)
{
  return (double) jug_loop_get_time (jug_loop_get_current ()) / JUG_NS_PER_SECOND;
}

/* What a callback raises goes to the exception handler, and the loop lives on; but for
 * what no loop keeps in (S8). */
static void
run_callback (void (*run) (gpointer data), gpointer data)
{
  JugLoop *loop = jug_loop_get_current ();
  g_autoptr (GError) error = NULL;
  JugScope scope;

  jug_scope_push (&scope);
  if (setjmp (scope.base.env) == 0)
    run (data);
  if (jug_scope_pop (&scope, &error))
    return;
  if (g_error_matches (error, JUG_EXCEPTION, JUG_EXCEPTION_EXIT))
    jug_loop_escape (loop, g_steal_pointer (&error));
  else
    {
      g_autofree char *message =
          g_strdup_printf ("Exception in callback: %s: %s",
                           jug_exception_get_name (error), error->message);

      jug_loop_report (loop, JUG_REPORT_CALLBACK_ERROR, 0, 0, message);
    }
}

static void
run_call (gpointer call)
{
  run_callback (jug_call_run, call);
}

static JugHandle *
own_handle (JugHandle *handle)
{
  return jug_scope_own (jug_handle_ref (handle), (GDestroyNotify) jug_handle_unref);
}

/**
 * jug_python_call_soon:
 * @call: (transfer full): what to call
 *
 * Use loop_call_soon().
 *
 * Returns: (transfer none): the handle
 */
JugHandle *
jug_python_call_soon (JugCall *call)
{
  return own_handle (jug_loop_call_soon (
      jug_loop_get_current (), jug_call_get_label (call), run_call, call, jug_call_free));
}

/**
 * jug_python_call_soon_threadsafe:
 * @call: (transfer full): what to call
 *
 * Use loop_call_soon_threadsafe().
 */
void
jug_python_call_soon_threadsafe (JugCall *call)
{
  jug_loop_call_soon_threadsafe (jug_loop_get_current (), jug_call_get_label (call),
                                 run_call, call, jug_call_free);
}

/**
 * jug_python_call_later:
 * @seconds: from now
 * @call: (transfer full): what to call
 *
 * Use loop_call_later().
 *
 * Returns: (transfer none): the handle
 */
JugHandle *
jug_python_call_later (double seconds, JugCall *call)
{
  JugLoop *loop = jug_loop_get_current ();

  return own_handle (jug_loop_call_later (loop, jug_clock_seconds_to_ns (seconds),
                                          jug_call_get_label (call), run_call, call,
                                          jug_call_free));
}

/**
 * jug_python_call_at:
 * @when: seconds of loop time
 * @call: (transfer full): what to call
 *
 * Use loop_call_at().
 *
 * Returns: (transfer none): the handle
 */
JugHandle *
jug_python_call_at (double when, JugCall *call)
{
  JugLoop *loop = jug_loop_get_current ();

  return own_handle (jug_loop_call_at (loop, jug_clock_seconds_to_ns (when),
                                       jug_call_get_label (call), run_call, call,
                                       jug_call_free));
}

/**
 * handle_when:
 * @handle: a handle of loop_call_later() or loop_call_at()
 *
 * `TimerHandle.when()`; see jug_handle_get_when().
 *
 * Returns: its deadline, in seconds of loop time
 */
double
handle_when (JugHandle *handle)
{
  return (double) jug_handle_get_when (handle) / JUG_NS_PER_SECOND;
}

/**
 * future_done:
 * @future: a future or task, no coroutine
 *
 * `future.done()`; see jug_future_is_done().  Also task_done().
 *
 * Returns: whether it has a result or an exception, or is cancelled
 */
gboolean
future_done (JugAwaitable future)
{
  return jug_future_is_done (future.future);
}

/**
 * future_cancelled:
 * @future: a future or task, no coroutine
 *
 * `future.cancelled()`; see jug_future_is_cancelled().  Also task_cancelled().
 *
 * Returns: whether it is cancelled; a task that was merely asked to end is not
 */
gboolean
future_cancelled (JugAwaitable future)
{
  return jug_future_is_cancelled (future.future);
}

/**
 * future_cancel:
 * @future: a future or task, no coroutine
 *
 * `future.cancel()`, or a task's (Lib/asyncio/tasks.py, Task.cancel), which is a
 * request; see jug_future_cancel().  Also task_cancel().
 *
 * Returns: whether there was anything to cancel
 */
gboolean
future_cancel (JugAwaitable future)
{
  return jug_future_cancel (future.future, NULL);
}

/**
 * future_exception:
 * @future: a future or task, no coroutine
 *
 * `future.exception()`, which counts as having asked for it; see
 * jug_future_get_exception().  Raises CancelledError if it is cancelled,
 * InvalidStateError if it is pending.  Also task_exception().
 *
 * Returns: (transfer none) (nullable): its exception, which lives as long as @future;
 * %NULL if it has a result
 */
const GError *
future_exception (JugAwaitable future)
{
  GError *error = NULL;
  const GError *exception = jug_future_get_exception (future.future, &error);

  if (error)
    jug_raise (error);
  return exception;
}

/**
 * future_set_result:
 * @future: a future that is no task
 * @result: its result; the future takes a count of its own
 *
 * `future.set_result(result)`: who waits becomes ready, and runs when its turn comes
 * (Lib/asyncio/futures.py, Future.set_result); see jug_future_set_result().  Raises
 * InvalidStateError if it is done already.
 */
void
future_set_result (JugFuture *future, JugValue result)
{
  GError *error = NULL;

  if (!jug_future_set_result (future, jug_value_copy (&result), &error))
    jug_raise (error);
}

/**
 * future_set_exception:
 * @future: a future that is no task
 * @exception: (transfer full): its exception; consumed when it raises, too
 *
 * `future.set_exception(exception)` (Lib/asyncio/futures.py, Future.set_exception); see
 * jug_future_set_exception().  Raises InvalidStateError if it is done already.
 */
void
future_set_exception (JugFuture *future, GError *exception)
{
  GError *error = NULL;

  if (!jug_future_set_exception (future, exception, &error))
    jug_raise (error);
}

/**
 * future_result:
 * @future: a future or task, no coroutine
 *
 * `future.result()`; see jug_future_get_result().  Raises its exception, CancelledError
 * if it is cancelled, InvalidStateError if it is pending.  Also task_result().
 *
 * Returns: (transfer none): its result, which the current scope owns
 */
JugValue
future_result (JugAwaitable future)
{
  JugValue result = JUG_NONE;
  GError *error = NULL;

  if (!jug_future_get_result (future.future, &result, &error))
    jug_raise (error);
  return jug_scope_own_value (result);
}

typedef struct
{
  JugDoneCallback done;
  void (*function) (JugFuture *future);
} Watch;

typedef struct
{
  Watch *watch;
  JugFuture *future;
} Told;

static void
tell (gpointer data)
{
  Told *told = data;

  told->watch->function (told->future);
}

static void
watch_done_cb (JugFuture *future, JugDoneCallback *callback)
{
  Told told = { (Watch *) callback, future };

  if (future)
    run_callback (tell, &told);
  g_free (told.watch);
}

/**
 * future_add_done_callback:
 * @future: a future or task, no coroutine
 * @function: what the loop calls with it once it is done, in a scope of its own
 *
 * `future.add_done_callback(function)` (Lib/asyncio/futures.py,
 * Future.add_done_callback): if it is done already, @function becomes ready at once; see
 * jug_future_add_done_callback().  What @function raises is reported and goes no
 * further, but for SystemExit and KeyboardInterrupt, which end the run.  Also
 * task_add_done_callback().
 */
void
future_add_done_callback (JugAwaitable future, void (*function) (JugFuture *future))
{
  Watch *self = g_new0 (Watch, 1);

  self->function = function;
  jug_future_add_done_callback (future.future, &self->done, watch_done_cb,
                                "done callback");
}

/**
 * future_remove_done_callback:
 * @future: a future or task, no coroutine
 * @function: what future_add_done_callback() was called with
 *
 * `future.remove_done_callback(function)`: one that is ready already will still run; see
 * jug_future_remove_done_callback().
 *
 * Returns: how many times it was registered and not ready yet
 */
guint
future_remove_done_callback (JugAwaitable future, void (*function) (JugFuture *future))
{
  JugDoneCallback *at = future.future->first;
  guint n_removed = 0;

  while (at)
    {
      JugDoneCallback *next = at->next;

      if (at->func == watch_done_cb && ((Watch *) at)->function == function)
        {
          jug_future_remove_done_callback (future.future, at);
          g_free (at);
          n_removed++;
        }
      at = next;
    }
  return n_removed;
}

/**
 * task_get_name:
 * @task: a task
 *
 * `task.get_name()`; see jug_task_dup_name().
 *
 * Returns: (transfer none): its name, which lives until the program ends
 */
const char *
task_get_name (JugTask *task)
{
  return jug_program_keep_text (jug_task_dup_name (task));
}

JUG_DEF_ (task_cancel_later, (JugTask *, task))
{
  task_cancel (task);
}

/**
 * task_cancel_call:
 * @task: a task, of which the call holds a reference
 *
 * What `loop_call_soon (task_cancel, task)` and its like pass on: `task.cancel` as a
 * callback.
 *
 * Returns: (transfer full): the call, for jug_python_call_soon() and its like
 */
JugCall *
task_cancel_call (JugTask *task)
{
  return task_cancel_later_call (task);
}
