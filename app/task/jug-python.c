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

/**
 * print:
 * @format: a printf format
 * @...: for @format
 *
 * `print(f"…")`: writes a line to the program's output, as jug_program_write() does.
 */
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

/**
 * print_value:
 * @value: a value, borrowed
 *
 * `print(value)`: writes what jug_value_str() gives for it, and a newline.
 */
void
print_value (JugValue value)
{
  g_autofree char *line = jug_value_str (&value);

  print ("%s", line);
}

/**
 * text:
 * @format: a printf format
 * @...: for @format
 *
 * `f"…"`.
 *
 * Returns: (transfer none): the string, which lives until the program ends
 */
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

/**
 * str:
 * @value: a value, borrowed
 *
 * `str(value)`, as jug_value_str() gives it.
 *
 * Returns: (transfer none): the string, which lives until the program ends
 */
const char *
str (JugValue value)
{
  return jug_program_keep_text (jug_value_str (&value));
}

/**
 * truth:
 * @value: a truth value
 *
 * Returns: (transfer none): what Python prints for it, "True" or "False"; a constant
 */
const char *
truth (gboolean value)
{
  return value ? "True" : "False";
}

/**
 * time_sleep:
 * @seconds: how long; 0 and less do not block, where Python raises ValueError for less
 *
 * `time.sleep(seconds)`: blocks the whole loop; see jug_program_block().
 */
void
time_sleep (double seconds)
{
  jug_program_block (seconds);
}

/**
 * exception_name:
 * @exception: an exception, borrowed; EXCEPTION for one
 *
 * `type(exception).__name__`; see jug_exception_get_name().
 *
 * Returns: (transfer none): the name, which lives for ever
 */
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

/**
 * string:
 * @value: UTF-8, which is copied
 *
 * A `str` that can be returned, put into a queue or made a result.
 *
 * Returns: (transfer none): the value, which the current scope owns
 */
JugValue
string (const char *value)
{
  return jug_scope_own_value (jug_value_string (value));
}

/**
 * append:
 * @list: a list
 * @item: a value, of which the list takes a count of its own
 *
 * `list.append(item)`.  What a pointer points to is not kept alive.
 */
void
append (JugValue list, JugValue item)
{
  jug_value_append (&list, jug_value_copy (&item));
}

/**
 * len:
 * @list: a list or tuple; unlike Python's, no string
 *
 * Returns: how many items are in it
 */
guint
len (JugValue list)
{
  return jug_value_get_length (&list);
}

/**
 * item:
 * @list: a list or tuple
 * @index: less than its length: what is beyond is a bug of the program, no IndexError
 *
 * `list[index]`
 *
 * Returns: (transfer none): the item, which lives as long as it is in there
 */
JugValue
item (JugValue list, guint index)
{
  return jug_value_get_item (&list, index);
}

/**
 * await:
 * @awaitable: a coroutine, consumed, or a future or task, borrowed
 *
 * `await awaitable`: a coroutine runs here and now, and what is done does not suspend;
 * see jug_await().  Raises its exception, or the one thrown into the current task.
 *
 * Returns: (transfer none): its result, which the current scope owns
 */
JugValue
await (JugAwaitable awaitable)
{
  JugValue result = JUG_NONE;
  GError *error = NULL;

  if (!jug_await (awaitable, &result, &error))
    jug_raise (error);
  return jug_scope_own_value (result);
}

/**
 * asyncio_get_running_loop:
 *
 * `asyncio.get_running_loop()`, but for the RuntimeError: a program has one loop, which
 * is there before asyncio_run() and after it, too.
 *
 * Returns: (transfer none): the loop
 */
JugLoop *
asyncio_get_running_loop (void)
{
  return jug_loop_get_current ();
}

/**
 * asyncio_run:
 * @main: (transfer full): the main coroutine
 *
 * `asyncio.run(main)`: runs it, and then cancels the tasks that are left and waits for
 * them; see jug_run().  Raises its exception; RuntimeError inside another run; or the
 * #JugRunError that ended the run instead, which no EXCEPT catches.
 *
 * Returns: (transfer none): its result, which the current scope owns
 */
JugValue
asyncio_run (JugCoroutine *main)
{
  JugValue result = JUG_NONE;
  GError *error = NULL;

  if (!jug_run (jug_loop_get_current (), main, &result, &error))
    jug_raise (error);
  return jug_scope_own_value (result);
}

/**
 * asyncio_run_debug:
 * @main: (transfer full): the main coroutine
 *
 * `asyncio.run(main, debug=True)`: asyncio_run() that reports slow callbacks; see
 * jug_loop_set_debug().  Raises what asyncio_run() does.
 *
 * Returns: (transfer none): its result, which the current scope owns
 */
JugValue
asyncio_run_debug (JugCoroutine *main)
{
  JugLoop *loop = jug_loop_get_current ();
  gboolean debug = jug_loop_get_debug (loop);
  JugValue result = JUG_NONE;
  GError *error = NULL;

  /* Where one runs already, it is refused, and that one stays as it is. */
  if (!jug_loop_is_running (loop))
    jug_loop_set_debug (loop, TRUE);
  jug_run (loop, main, &result, &error);
  jug_loop_set_debug (loop, debug); /* the next run would have a loop of its own */
  if (error)
    jug_raise (error);
  return jug_scope_own_value (result);
}

/**
 * asyncio_sleep:
 * @seconds: how long; 0 and less yield exactly once
 *
 * `asyncio.sleep(seconds)` (Lib/asyncio/tasks.py, sleep); see jug_sleep().
 *
 * Returns: (transfer none): the coroutine, the current scope's until it is awaited or
 * made a task
 */
JugCoroutine *
asyncio_sleep (double seconds)
{
  return jug_scope_own_coroutine (jug_sleep (seconds));
}

/**
 * asyncio_sleep_result:
 * @seconds: how long; 0 and less yield exactly once
 * @result: what awaiting it is to give; the coroutine takes a count of its own
 *
 * `asyncio.sleep(seconds, result)` (Lib/asyncio/tasks.py, sleep); see
 * jug_sleep_result().
 *
 * Returns: (transfer none): the coroutine, the current scope's until it is awaited or
 * made a task
 */
JugCoroutine *
asyncio_sleep_result (double seconds, JugValue result)
{
  return jug_scope_own_coroutine (jug_sleep_result (seconds, jug_value_copy (&result)));
}

/**
 * asyncio_create_task:
 * @coroutine: (transfer full): what it will run
 *
 * asyncio_create_task_named() without a name.
 *
 * Returns: (transfer none): the task, of which the current scope owns a reference
 */
JugTask *
asyncio_create_task (JugCoroutine *coroutine)
{
  return asyncio_create_task_named (coroutine, NULL);
}

/**
 * asyncio_create_task_named:
 * @coroutine: (transfer full): what it will run
 * @name: (nullable): its name, which is copied; %NULL for `Task-N`
 *
 * `asyncio.create_task(coroutine, name=name)` (Lib/asyncio/tasks.py, create_task): its
 * first step goes to the end of the ready queue; see jug_task_new().  Raises only where
 * tasks are eager by default, as asyncio_create_eager_task() does.
 *
 * Returns: (transfer none): the task, of which the current scope owns a reference; the
 * loop has one of its own until the task is done
 */
JugTask *
asyncio_create_task_named (JugCoroutine *coroutine, const char *name)
{
  GError *error = NULL;

  return own_made (jug_task_new (jug_loop_get_current (), coroutine, name, &error),
                   &error);
}

/**
 * asyncio_create_eager_task:
 * @coroutine: (transfer full): what it will run
 *
 * `asyncio.Task(coroutine, eager_start=True)` (Lib/asyncio/tasks.py,
 * Task.__eager_start): its first step runs within this call; see jug_task_new_eager().
 * Raises SystemExit or KeyboardInterrupt if that step did; any other exception is the
 * task's own.
 *
 * Returns: (transfer none): the task, of which the current scope owns a reference
 */
JugTask *
asyncio_create_eager_task (JugCoroutine *coroutine)
{
  GError *error = NULL;

  return own_made (jug_task_new_eager (jug_loop_get_current (), coroutine, NULL, &error),
                   &error);
}

/**
 * asyncio_current_task:
 *
 * `asyncio.current_task()`; outside a run, where Python raises RuntimeError, there is
 * none.
 *
 * Returns: (transfer none) (nullable): the task that runs, %NULL outside any; it lives
 * until it is done
 */
JugTask *
asyncio_current_task (void)
{
  return jug_task_get_current (jug_loop_get_current ());
}

/**
 * asyncio_all_tasks:
 *
 * `asyncio.all_tasks()`: the tasks that are not done, oldest first.  Python's is a set,
 * whose order nobody promises, and the trace is told so; see jug_task_list_all().
 *
 * Returns: (transfer none): a list of pointers to tasks; the current scope owns it, and
 * a reference of each
 */
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

/**
 * asyncio_wait_for:
 * @awaitable: a coroutine, consumed, or a future or task, of which the coroutine holds a
 * reference
 * @seconds: how long, or %JUG_FOREVER
 *
 * `asyncio.wait_for(awaitable, seconds)` (Lib/asyncio/tasks.py, wait_for): nothing
 * begins before it is awaited.  What is late is cancelled and waited for; awaiting it
 * raises TimeoutError if the inner one ended by that; see jug_wait_for().
 *
 * Returns: (transfer none): the coroutine, the current scope's until it is awaited or
 * made a task
 */
JugCoroutine *
asyncio_wait_for (JugAwaitable awaitable, double seconds)
{
  if (*awaitable.kind == JUG_AWAITABLE_COROUTINE)
    jug_coroutine_untrack (awaitable.coroutine);
  return jug_scope_own_coroutine (jug_wait_for (awaitable, seconds));
}

/**
 * asyncio_shield:
 * @awaitable: a coroutine, consumed and made a task at once, or a future or task,
 * borrowed
 *
 * `asyncio.shield(awaitable)` (Lib/asyncio/tasks.py, shield): whoever awaits it can be
 * cancelled without the inner one being so; see jug_shield().  Raises only what
 * asyncio_create_task_named() does.
 *
 * Returns: (transfer none): a future, or the inner one if that is done, of which the
 * current scope owns a reference
 */
JugFuture *
asyncio_shield (JugAwaitable awaitable)
{
  GError *error = NULL;

  return own_made (jug_shield (jug_loop_get_current (), awaitable, &error), &error);
}

/**
 * asyncio_timeout:
 * @seconds: how long, or %JUG_FOREVER
 *
 * `asyncio.timeout(seconds)` (Lib/asyncio/timeouts.py): for ASYNC_WITH, whose end raises
 * TimeoutError instead of the CancelledError that comes of the deadline; see
 * jug_timeout_exit().  The time counts from this call.
 *
 * Returns: (transfer none): the timeout, of which the current scope owns a reference
 */
JugTimeout *
asyncio_timeout (double seconds)
{
  return jug_scope_own (jug_timeout_new (jug_loop_get_current (), seconds),
                        (GDestroyNotify) jug_timeout_unref);
}

/**
 * asyncio_timeout_at:
 * @when: seconds of loop_time(), or %JUG_FOREVER
 *
 * `asyncio.timeout_at(when)`: asyncio_timeout() with the deadline itself.
 *
 * Returns: (transfer none): the timeout, of which the current scope owns a reference
 */
JugTimeout *
asyncio_timeout_at (double when)
{
  return jug_scope_own (jug_timeout_new_at (jug_loop_get_current (), when),
                        (GDestroyNotify) jug_timeout_unref);
}

/**
 * timeout_reschedule:
 * @timeout: a timeout
 * @when: seconds of loop_time(), or %JUG_FOREVER
 *
 * `Timeout.reschedule(when)` (Lib/asyncio/timeouts.py): moves the deadline; see
 * jug_timeout_reschedule().  Raises RuntimeError unless it is entered and its time is
 * not up.
 */
void
timeout_reschedule (JugTimeout *timeout, double when)
{
  GError *error = NULL;

  if (!jug_timeout_reschedule (timeout, when, &error))
    jug_raise (error);
}

/**
 * asyncio_task_group:
 *
 * `asyncio.TaskGroup()`: for ASYNC_WITH, whose end waits for the children and raises
 * their errors as a group (Lib/asyncio/taskgroups.py, TaskGroup.__aexit__); see
 * jug_task_group_exit().
 *
 * Returns: (transfer none): the group, of which the current scope owns a reference
 */
JugTaskGroup *
asyncio_task_group (void)
{
  return jug_scope_own (jug_task_group_new (jug_loop_get_current ()),
                        (GDestroyNotify) jug_task_group_unref);
}

/**
 * group_create_task:
 * @group: an entered group
 * @coroutine: (transfer full): what the task will run
 *
 * group_create_task_named() without a name.
 *
 * Returns: (transfer none): the task, of which the current scope owns a reference
 */
JugTask *
group_create_task (JugTaskGroup *group, JugCoroutine *coroutine)
{
  return group_create_task_named (group, coroutine, NULL);
}

/**
 * group_create_task_named:
 * @group: an entered group
 * @coroutine: (transfer full): what the task will run; consumed when it raises, too
 * @name: (nullable): its name, which is copied; %NULL for `Task-N`
 *
 * `TaskGroup.create_task(coroutine, name=name)` (Lib/asyncio/taskgroups.py); see
 * jug_task_group_create_task().  Raises RuntimeError if the group is finished, aborting
 * or not entered, and what asyncio_create_task_named() does.
 *
 * Returns: (transfer none): the task, of which the current scope owns a reference
 */
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

/**
 * asyncio_gather_list:
 * @awaitables: a list, borrowed, of coroutines, consumed, and futures and tasks,
 * borrowed
 * @return_exceptions: whether exceptions become results
 *
 * Use asyncio_gather() and asyncio_gather_exceptions(); this one is
 * `gather(*awaitables)` (Lib/asyncio/tasks.py, gather): coroutines become tasks at once;
 * see jug_gather().  Raises only what asyncio_create_task_named() does; awaiting the
 * future raises the first exception, unless @return_exceptions.
 *
 * Returns: (transfer none): the future of the list of results, of which the current
 * scope owns a reference
 */
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

/**
 * asyncio_wait:
 * @tasks: a list of futures and tasks, no coroutines; borrowed
 *
 * asyncio_wait_full() for all of them, however long it takes.
 *
 * Returns: (transfer none): the coroutine, the current scope's until it is awaited or
 * made a task
 */
JugCoroutine *
asyncio_wait (JugValue tasks)
{
  return asyncio_wait_full (tasks, JUG_FOREVER, JUG_ALL_COMPLETED);
}

/**
 * asyncio_wait_full:
 * @tasks: a list of futures and tasks, no coroutines; borrowed, but the coroutine holds
 * a reference of each
 * @seconds: how long to wait at the most, or %JUG_FOREVER
 * @when: when it is over
 *
 * `asyncio.wait(tasks, timeout=seconds, return_when=when)` (Lib/asyncio/tasks.py, wait):
 * cancels nothing, and raises nothing of theirs; see jug_wait().  Raises TypeError at
 * once if one is a coroutine; awaiting it raises ValueError if @tasks is empty.
 *
 * Returns: (transfer none): the coroutine, the current scope's until it is awaited or
 * made a task; its result is a tuple of two lists of pointers, of those that are done
 * and of those that are not, which keep none of them alive
 */
JugCoroutine *
asyncio_wait_full (JugValue tasks, double seconds, JugReturnWhen when)
{
  g_autofree gpointer *pointers = dup_pointers (tasks);
  JugCoroutine *coroutine;

  for (guint i = 0; i < len (tasks); i++)
    if (*(const guint8 *) pointers[i] == JUG_AWAITABLE_COROUTINE)
      {
        g_free (g_steal_pointer (&pointers)); /* nobody would, past jug_raise() */
        jug_raise (jug_exception_new (
            "TypeError", "Passing coroutines is forbidden, use tasks explicitly."));
      }
  coroutine = jug_wait (len (tasks), pointers, seconds, when);
  return jug_scope_own_coroutine (coroutine);
}

/**
 * asyncio_as_completed:
 * @awaitables: a list, borrowed, of coroutines, consumed, and futures and tasks,
 * borrowed
 *
 * asyncio_as_completed_full() that may take for ever.
 *
 * Returns: (transfer none): the iterator, of which the current scope owns a reference
 */
JugAsCompleted *
asyncio_as_completed (JugValue awaitables)
{
  return asyncio_as_completed_full (awaitables, JUG_FOREVER);
}

/**
 * asyncio_as_completed_full:
 * @awaitables: a list, borrowed, of coroutines, consumed, and futures and tasks,
 * borrowed
 * @seconds: how long all may take, or %JUG_FOREVER
 *
 * `asyncio.as_completed(awaitables, timeout=seconds)` (Lib/asyncio/tasks.py,
 * _AsCompletedIterator), for FOR_AS_COMPLETED and ASYNC_FOR_AS_COMPLETED: coroutines
 * become tasks at once; see jug_as_completed_new().  Raises only what
 * asyncio_create_task_named() does.
 *
 * Returns: (transfer none): the iterator, of which the current scope owns a reference
 */
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

/**
 * next_completed:
 * @iterator: an iterator
 *
 * Use FOR_AS_COMPLETED; see jug_as_completed_next().
 *
 * Returns: (transfer none) (nullable): a coroutine that gives the result, or raises the
 * exception, of the next to finish, or raises TimeoutError when the time is up; the
 * current scope's until it is awaited or made a task; %NULL when there are no more
 */
JugCoroutine *
next_completed (JugAsCompleted *iterator)
{
  JugCoroutine *next = jug_as_completed_next (iterator);

  return next ? jug_scope_own_coroutine (next) : NULL;
}

/**
 * await_next_completed:
 * @iterator: an iterator
 *
 * Use ASYNC_FOR_AS_COMPLETED; see jug_as_completed_next_future().  Waits for the next to
 * finish.  Raises TimeoutError when the time is up, and what is thrown into the current
 * task, but not the exception of the one that finished.
 *
 * Returns: (transfer none) (nullable): the next to finish, which lives as long as
 * @iterator; %NULL when there are no more
 */
JugFuture *
await_next_completed (JugAsCompleted *iterator)
{
  JugCoroutine *next = jug_as_completed_next_future (iterator);

  return next ? await (next).p : NULL;
}
