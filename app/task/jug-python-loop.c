/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio in C, the part below tasks: callbacks, handles and what futures can do. */
#include "jug-python-loop.h"

#include "jug-future-private.h"
#include "jug-program-private.h"

JugFuture *
loop_create_future (void)
{
  return jug_scope_own (jug_future_new (jug_loop_get_current ()),
                        (GDestroyNotify) jug_future_unref);
}

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

double
handle_when (JugHandle *handle)
{
  return (double) jug_handle_get_when (handle) / JUG_NS_PER_SECOND;
}

gboolean
future_done (JugAwaitable future)
{
  return jug_future_is_done (future.future);
}

gboolean
future_cancelled (JugAwaitable future)
{
  return jug_future_is_cancelled (future.future);
}

gboolean
future_cancel (JugAwaitable future)
{
  return jug_future_cancel (future.future, NULL);
}

const GError *
future_exception (JugAwaitable future)
{
  GError *error = NULL;
  const GError *exception = jug_future_get_exception (future.future, &error);

  if (error)
    jug_raise (error);
  return exception;
}

void
future_set_result (JugFuture *future, JugValue result)
{
  GError *error = NULL;

  if (!jug_future_set_result (future, jug_value_copy (&result), &error))
    jug_raise (error);
}

void
future_set_exception (JugFuture *future, GError *exception)
{
  GError *error = NULL;

  if (!jug_future_set_exception (future, exception, &error))
    jug_raise (error);
}

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

void
future_add_done_callback (JugAwaitable future, void (*function) (JugFuture *future))
{
  Watch *self = g_new0 (Watch, 1);

  self->function = function;
  jug_future_add_done_callback (future.future, &self->done, watch_done_cb,
                                "done callback");
}

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

const char *
task_get_name (JugTask *task)
{
  return jug_program_keep_text (jug_task_dup_name (task));
}

JUG_DEF_ (task_cancel_later, (JugTask *, task))
{
  task_cancel (task);
}

JugCall *
task_cancel_call (JugTask *task)
{
  return task_cancel_later_call (task);
}
