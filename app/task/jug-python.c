/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio in C, for lesson programs that are read beside their Python. */
#include "jug-python.h"

#include "jug-program-private.h"
#include "jug-task-scheduler.h"

static gpointer
own_future (gpointer future)
{
  return jug_scope_own (future, (GDestroyNotify) jug_future_unref);
}

/* A future, or what came of making it instead: what is raised then.  That one is a
 * pointer, as arguments are evaluated in no order. */
static gpointer
own_made (gpointer future, GError **error)
{
  if (!future)
    jug_raise (*error);
  return own_future (future);
}

/**
 * jug_timeout_as_manager:
 * @timeout: a timeout
 *
 * Returns: how ASYNC_WITH manages it
 */
JugContextManager
jug_timeout_as_manager (JugTimeout *timeout)
{
  return (JugContextManager){ timeout, (gpointer) jug_timeout_enter,
                              (gpointer) jug_timeout_exit };
}

/**
 * jug_task_group_as_manager:
 * @group: a task group
 *
 * Returns: how ASYNC_WITH manages it
 */
JugContextManager
jug_task_group_as_manager (JugTaskGroup *group)
{
  return (JugContextManager){ group, (gpointer) jug_task_group_enter,
                              (gpointer) jug_task_group_exit };
}

/**
 * jug_manager_as_manager:
 * @manager: a context manager of the program's own
 *
 * Returns: the same
 */
JugContextManager
jug_manager_as_manager (JugContextManager manager)
{
  return manager;
}

/**
 * jug_with_enter:
 * @self: (out caller-allocates): room for it, in the frame that has the `async with`
 * @manager: what stands behind it
 *
 * Begins an `async with`.  The caller then does `setjmp (self->body.env)` and runs the
 * body when it gives 0.
 */
void
jug_with_enter (JugWith *self, JugContextManager manager)
{
  GError *error = NULL;

  self->manager = manager;
  if (!manager.enter (manager.self, &error))
    jug_raise (error);
  jug_try_begin (&self->body);
}

/**
 * jug_with_exit:
 * @self: an `async with` whose body has ended, in whichever way
 *
 * Ends it.
 */
void
jug_with_exit (JugWith *self)
{
  GError *error = NULL;
  GError *body_error = g_steal_pointer (&self->body.error);

  jug_try_leave (&self->body);
  if (!self->manager.exit (self->manager.self, body_error, &error))
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

const char *
str (JugValue value)
{
  return jug_program_keep_text (jug_value_str (&value));
}

const char *
truth (gboolean value)
{
  return value ? "True" : "False";
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

/* A list that the current scope owns. */
static JugValue
own_list (void)
{
  return jug_scope_own_value (jug_value_list ());
}

/**
 * jug_list_of:
 * @n: how many
 * @pointers: (array length=n): coroutines, futures or tasks
 *
 * Use list().
 *
 * Returns: a list of them, which does not keep them alive
 */
JugValue
jug_list_of (guint n, const gpointer *pointers)
{
  JugValue self = own_list ();

  for (guint i = 0; i < n; i++)
    jug_value_append (&self, JUG_POINTER (pointers[i]));
  return self;
}

JugValue
string (const char *value)
{
  return jug_scope_own_value (jug_value_string (value));
}

void
append (JugValue list, JugValue item)
{
  jug_value_append (&list, jug_value_copy (&item));
}

guint
len (JugValue list)
{
  return jug_value_get_length (&list);
}

JugValue
item (JugValue list, guint index)
{
  return jug_value_get_item (&list, index);
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

JugValue
asyncio_run_debug (JugCoroutine *main)
{
  JugLoop *loop = jug_loop_get_current ();
  JugValue result = JUG_NONE;
  GError *error = NULL;

  jug_loop_set_debug (loop, TRUE);
  jug_run (loop, main, &result, &error);
  jug_loop_set_debug (loop, FALSE); /* the next run would have a loop of its own */
  if (error)
    jug_raise (error);
  return jug_scope_own_value (result);
}

JugCoroutine *
asyncio_sleep (double seconds)
{
  return jug_scope_own_coroutine (jug_sleep (seconds));
}

JugCoroutine *
asyncio_sleep_result (double seconds, JugValue result)
{
  return jug_scope_own_coroutine (jug_sleep_result (seconds, jug_value_copy (&result)));
}

JugTask *
asyncio_create_task (JugCoroutine *coroutine)
{
  return asyncio_create_task_named (coroutine, NULL);
}

JugTask *
asyncio_create_task_named (JugCoroutine *coroutine, const char *name)
{
  GError *error = NULL;

  return own_made (jug_task_new (jug_loop_get_current (), coroutine, name, &error),
                   &error);
}

JugTask *
asyncio_create_eager_task (JugCoroutine *coroutine)
{
  GError *error = NULL;

  return own_made (jug_task_new_eager (jug_loop_get_current (), coroutine, NULL, &error),
                   &error);
}

JugTask *
asyncio_current_task (void)
{
  return jug_task_get_current (jug_loop_get_current ());
}

JugValue
asyncio_all_tasks (void)
{
  g_autoptr (GPtrArray) tasks = jug_task_list_all (jug_loop_get_current ());
  JugValue all = own_list ();

  jug_task_record_unordered (jug_loop_get_current (), JUG_UNORDERED_ALL_TASKS,
                             tasks->len);
  for (guint i = 0; i < tasks->len; i++)
    append (all, JUG_POINTER (own_future (jug_task_ref (tasks->pdata[i]))));
  return all;
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
  GError *error = NULL;

  return own_made (jug_shield (jug_loop_get_current (), awaitable, &error), &error);
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

void
timeout_reschedule (JugTimeout *timeout, double when)
{
  GError *error = NULL;

  if (!jug_timeout_reschedule (timeout, when, &error))
    jug_raise (error);
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
  return group_create_task_named (group, coroutine, NULL);
}

JugTask *
group_create_task_named (JugTaskGroup *group, JugCoroutine *coroutine, const char *name)
{
  GError *error = NULL;

  return own_made (jug_task_group_create_task (group, coroutine, name, &error), &error);
}

/* The pointers of a list, as the functions below the language want them. */
static gpointer *
dup_pointers (JugValue list)
{
  gpointer *pointers = g_new (gpointer, len (list));

  for (guint i = 0; i < len (list); i++)
    pointers[i] = item (list, i).p;
  return pointers;
}

JugFuture *
asyncio_gather_list (JugValue awaitables, gboolean return_exceptions)
{
  gpointer *pointers = dup_pointers (awaitables);
  GError *error = NULL;
  JugFuture *gather = jug_gather (jug_loop_get_current (), len (awaitables), pointers,
                                  return_exceptions, &error);

  g_free (pointers); /* before it may raise */
  return own_made (gather, &error);
}

JugCoroutine *
asyncio_wait (JugValue tasks)
{
  return asyncio_wait_full (tasks, JUG_FOREVER, JUG_ALL_COMPLETED);
}

JugCoroutine *
asyncio_wait_full (JugValue tasks, double seconds, JugReturnWhen when)
{
  g_autofree gpointer *pointers = dup_pointers (tasks);

  return jug_scope_own_coroutine (jug_wait (len (tasks), pointers, seconds, when));
}

JugAsCompleted *
asyncio_as_completed (JugValue awaitables)
{
  return asyncio_as_completed_full (awaitables, JUG_FOREVER);
}

JugAsCompleted *
asyncio_as_completed_full (JugValue awaitables, double seconds)
{
  gpointer *pointers = dup_pointers (awaitables);
  GError *error = NULL;
  JugAsCompleted *iterator = jug_as_completed_new (
      jug_loop_get_current (), len (awaitables), pointers, seconds, &error);

  g_free (pointers); /* before it may raise */
  if (!iterator)
    jug_raise (error);
  return jug_scope_own (iterator, (GDestroyNotify) jug_as_completed_unref);
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
