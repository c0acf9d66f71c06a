/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio in C, for lesson programs that are read beside their Python. */
#include "jug-python.h"

#include "jug-program-private.h"

/* What a body returns belongs to its scope, which ends: the result needs a count of its own. */
JugValue
jug_keep_result_ (JugValue result)
{
  return jug_value_copy (&result);
}

static gpointer
own_future (gpointer future)
{
  return jug_scope_own (future, (GDestroyNotify) jug_future_unref);
}

JugContextManager
jug_timeout_as_manager (JugTimeout *timeout)
{
  return (JugContextManager) { timeout, (gpointer) jug_timeout_enter, (gpointer) jug_timeout_exit };
}

JugContextManager
jug_task_group_as_manager (JugTaskGroup *group)
{
  return (JugContextManager) { group, (gpointer) jug_task_group_enter,
                               (gpointer) jug_task_group_exit };
}

JugContextManager
jug_manager_as_manager (JugContextManager manager)
{
  return manager;
}

void
jug_with_enter (JugContextManager *self)
{
  GError *error = NULL;

  if (!self->enter (self->self, &error))
    jug_raise (error);
}

/* The body has ended: by itself, and then its `try` is still there, or by an exception. */
void
jug_with_exit (JugContextManager *self, JugTry *body)
{
  GError *error = NULL;
  GError *body_error = g_steal_pointer (&body->error);

  jug_try_end (body);
  if (!self->exit (self->self, body_error, &error))
    jug_raise (error);
}

void
print (const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  jug_program_write (line);
  jug_program_write ("\n");
}

void
print_value (JugValue value)
{
  g_autofree char *line = jug_value_str (&value);

  print ("%s", line);
}

const char *
text (const char *format, ...)
{
  char *made;
  va_list args;

  va_start (args, format);
  made = g_strdup_vprintf (format, args);
  va_end (args);
  return jug_program_keep_text (made);
}

void
time_sleep (double seconds)
{
  jug_program_block (seconds);
}

const char *
exception_name (const GError *exception)
{
  return jug_exception_get_name (exception);
}

JugValue
await (JugAwaitable awaitable)
{
  JugValue result = JUG_NONE;
  GError *error = NULL;

  if (!jug_await (awaitable, &result, &error))
    jug_raise (error);
  return jug_scope_own_value (result);
}

JugLoop *
asyncio_get_running_loop (void)
{
  return jug_loop_get_current ();
}

JugValue
asyncio_run (JugCoroutine *main)
{
  JugValue result = JUG_NONE;
  GError *error = NULL;

  if (!jug_run (jug_loop_get_current (), main, &result, &error))
    jug_raise (error);
  return jug_scope_own_value (result);
}

JugCoroutine *
asyncio_sleep (double seconds)
{
  return jug_scope_own_coroutine (jug_sleep (seconds));
}

JugTask *
asyncio_create_task (JugCoroutine *coroutine)
{
  return own_future (jug_task_new (jug_loop_get_current (), coroutine, NULL));
}

JugTask *
asyncio_create_task_named (JugCoroutine *coroutine, const char *name)
{
  return own_future (jug_task_new (jug_loop_get_current (), coroutine, name));
}

JugTask *
asyncio_create_eager_task (JugCoroutine *coroutine)
{
  return own_future (jug_task_new_eager (jug_loop_get_current (), coroutine, NULL));
}

JugTask *
asyncio_current_task (void)
{
  return jug_task_get_current (jug_loop_get_current ());
}

JugCoroutine *
asyncio_wait_for (JugAwaitable awaitable, double seconds)
{
  if (*awaitable.kind == JUG_AWAITABLE_COROUTINE)
    jug_coroutine_untrack (awaitable.coroutine);
  return jug_scope_own_coroutine (jug_wait_for (awaitable, seconds));
}

JugFuture *
asyncio_shield (JugAwaitable awaitable)
{
  return own_future (jug_shield (jug_loop_get_current (), awaitable));
}

JugTimeout *
asyncio_timeout (double seconds)
{
  return jug_scope_own (jug_timeout_new (jug_loop_get_current (), seconds),
                        (GDestroyNotify) jug_timeout_unref);
}

JugTimeout *
asyncio_timeout_at (double when)
{
  return jug_scope_own (jug_timeout_new_at (jug_loop_get_current (), when),
                        (GDestroyNotify) jug_timeout_unref);
}

JugTaskGroup *
asyncio_task_group (void)
{
  return jug_scope_own (jug_task_group_new (jug_loop_get_current ()),
                        (GDestroyNotify) jug_task_group_unref);
}

JugTask *
group_create_task (JugTaskGroup *group, JugCoroutine *coroutine)
{
  GError *error = NULL;
  JugTask *task = jug_task_group_create_task (group, coroutine, NULL, &error);

  if (!task)
    jug_raise (error);
  return own_future (task);
}

JugFuture *
asyncio_gather_list (guint n, const gpointer *awaitables, gboolean return_exceptions)
{
  return own_future (jug_gather (jug_loop_get_current (), n, awaitables, return_exceptions));
}

JugCoroutine *
asyncio_wait_list (guint n, const gpointer *futures, double seconds, JugReturnWhen when)
{
  return jug_scope_own_coroutine (jug_wait (n, futures, seconds, when));
}

JugAsCompleted *
asyncio_as_completed_list (guint n, const gpointer *awaitables, double seconds)
{
  return jug_scope_own (
      jug_as_completed_new (jug_loop_get_current (), n, awaitables, seconds),
      (GDestroyNotify) jug_as_completed_unref);
}

JugCoroutine *
next_completed (JugAsCompleted *iterator)
{
  JugCoroutine *next = jug_as_completed_next (iterator);

  return next ? jug_scope_own_coroutine (next) : NULL;
}

JugFuture *
await_next_completed (JugAsCompleted *iterator)
{
  JugCoroutine *next = jug_as_completed_next_future (iterator);

  return next ? await (next).p : NULL;
}

JugFuture *
loop_create_future (void)
{
  return own_future (jug_future_new (jug_loop_get_current ()));
}

double
loop_time (void)
{
  return (double) jug_loop_get_time (jug_loop_get_current ()) / JUG_NS_PER_SECOND;
}

typedef struct
{
  JugHandleFunc func;
  gpointer data;
} Call;

/* What a callback raises goes to the exception handler, and the loop lives on; but for what no
 * loop keeps in (S8). */
static void
run_call (gpointer data)
{
  Call *call = data;
  JugLoop *loop = jug_loop_get_current ();
  g_autoptr (GError) error = NULL;
  JugScope scope;

  jug_scope_push (&scope);
  if (setjmp (scope.base.env) == 0)
    call->func (call->data);
  if (jug_scope_pop (&scope, &error))
    return;
  if (g_error_matches (error, JUG_EXCEPTION, JUG_EXCEPTION_EXIT))
    jug_loop_escape (loop, g_steal_pointer (&error));
  else
    {
      g_autofree char *message = g_strdup_printf ("Exception in callback: %s: %s",
                                                  jug_exception_get_name (error), error->message);

      jug_loop_report (loop, JUG_REPORT_CALLBACK_ERROR, 0, 0, message);
    }
}

static Call *
call_new (JugHandleFunc func, gpointer data)
{
  Call *self = g_new (Call, 1);

  self->func = func;
  self->data = data;
  return self;
}

static JugHandle *
own_handle (JugHandle *handle)
{
  return jug_scope_own (jug_handle_ref (handle), (GDestroyNotify) jug_handle_unref);
}

JugHandle *
loop_call_soon (JugHandleFunc func, gpointer data)
{
  return own_handle (jug_loop_call_soon (jug_loop_get_current (), "call_soon", run_call,
                                         call_new (func, data), g_free));
}

JugHandle *
loop_call_later (double seconds, JugHandleFunc func, gpointer data)
{
  return own_handle (jug_loop_call_later (jug_loop_get_current (),
                                          jug_clock_seconds_to_ns (seconds), "call_later",
                                          run_call, call_new (func, data), g_free));
}

JugHandle *
loop_call_at (double when, JugHandleFunc func, gpointer data)
{
  return own_handle (jug_loop_call_at (jug_loop_get_current (), jug_clock_seconds_to_ns (when),
                                       "call_at", run_call, call_new (func, data), g_free));
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
  void (*func) (JugFuture *future, gpointer data);
  gpointer data;
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

  told->watch->func (told->future, told->watch->data);
}

static void
watch_done_cb (JugFuture *future, JugDoneCallback *callback)
{
  Watch *self = (Watch *) callback;

  if (future)
    {
      Told told = { self, future };
      Call call = { tell, &told };

      run_call (&call);
    }
  g_free (self);
}

void
future_add_done_callback (JugAwaitable future,
                          void (*func) (JugFuture *future, gpointer data),
                          gpointer data)
{
  Watch *self = g_new0 (Watch, 1);

  self->func = func;
  self->data = data;
  jug_future_add_done_callback (future.future, &self->done, watch_done_cb, "done callback");
}
