/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio in C, for lesson programs that are read beside their Python. */
#pragma once

#include "jug-gather.h"
#include "jug-program.h"
#include "jug-python-function.h"
#include "jug-python-loop.h"
#include "jug-shield.h"
#include "jug-sleep.h"
#include "jug-task-scheduler.h"
#include "jug-wait.h"

G_BEGIN_DECLS

/*
 * With this header a native program reads, line by line, like its Python:
 *
 *     async def hello(name, seconds):
 *         print("hello", name)
 *         await asyncio.sleep(seconds)
 *
 *     ASYNC (hello, (const char *, name), (double, seconds))
 *     {
 *       AT (5) print ("hello %s", name);
 *       AT (6) await (asyncio_sleep (seconds));
 *     }
 *
 * Calling hello ("A", 1) makes a coroutine, and runs nothing.  await gives a value or
 * raises. Whatever the functions below return belongs to the coroutine that called them
 * and goes with it, as Python's local variables do: there is nothing to free.  What is
 * passed to an ASYNC or DEF function belongs to that call as well.  A global variable
 * keeps nothing alive, nor does a list of tasks.
 *
 * An exception leaves functions by a jump.  So a local variable that is changed inside
 * TRY or ASYNC_WITH and read after an exception has to be volatile; and neither return,
 * break nor continue may leave a TRY that has a FINALLY.
 *
 * C leaves open in which order the arguments of a call are evaluated.  So a statement
 * with two calls that do something, an await for one, becomes two statements.
 */

/* A coroutine function; up to six parameters, each (type, name). */
#define ASYNC(function, ...)                                                             \
  JUG_ASYNC_ (function, #function, void, JUG_IGNORE_RESULT_, __VA_ARGS__)

/* A coroutine function that returns a JugValue. */
#define ASYNC_VALUE(function, ...)                                                       \
  JUG_ASYNC_ (function, #function, JugValue, JUG_KEEP_RESULT_, __VA_ARGS__)

/* Coroutine functions whose Python name is none that C allows. */
#define ASYNC_AS(function, name, ...)                                                    \
  JUG_ASYNC_ (function, name, void, JUG_IGNORE_RESULT_, __VA_ARGS__)
#define ASYNC_VALUE_AS(function, name, ...)                                              \
  JUG_ASYNC_ (function, name, JugValue, JUG_KEEP_RESULT_, __VA_ARGS__)

/* async def main(): called as main_ () */
#define ASYNC_MAIN ASYNC_AS (main_, "main")

/* A plain function that call_soon, call_later and call_at can take. */
#define DEF(function, ...) JUG_DEF_ (function, __VA_ARGS__)

/* Marks the line of the Python program that the statement behind it stands for. */
#define AT(line) jug_program_mark_line ((line), __LINE__);

/* try: … except NAME: … finally: …; several EXCEPT may follow each other, or one FINALLY;
 * for both, put one TRY into another. */
#define TRY                                                                              \
  {                                                                                      \
    JugTry G_PASTE (jug_try_, __LINE__) __attribute__ ((cleanup (jug_try_leave)));       \
    jug_try_begin (&G_PASTE (jug_try_, __LINE__));                                       \
    if (setjmp (G_PASTE (jug_try_, __LINE__).env) == 0)
#define EXCEPT(name) else if (jug_try_catches (#name))
#define FINALLY jug_try_finally ();
#define END_TRY                                                                          \
  jug_try_end ();                                                                        \
  }

/* Inside EXCEPT: a bare `raise`, and the exception itself. */
#define RAISE_AGAIN jug_raise_again ()
#define EXCEPTION (jug_exception_get_handled ())

/* raise NAME(message) */
#define RAISE(name, ...) jug_raise (jug_exception_new (#name, __VA_ARGS__))

/* async with manager: …, where manager is a JugTimeout, a JugTaskGroup, a
 * JugContextManager, or what else JUG_MORE_MANAGERS names */
#define ASYNC_WITH(manager)                                                              \
  {                                                                                      \
    JugWith G_PASTE (jug_with_, __LINE__) __attribute__ ((cleanup (jug_with_exit)));     \
    jug_with_enter (&G_PASTE (jug_with_, __LINE__), JUG_CONTEXT_MANAGER (manager));      \
    if (setjmp (G_PASTE (jug_with_, __LINE__).body.env) == 0)
#define END_WITH }

/**
 * JugContextManager:
 * @self: what it manages
 * @enter: begins the block
 * @exit: ends it; gets the exception that ended it, if any (transfer full), and returns
 * %FALSE with the one that goes on
 *
 * What can stand behind ASYNC_WITH.
 */
typedef struct
{
  gpointer self;
  gboolean (*enter) (gpointer self, GError **error);
  gboolean (*exit) (gpointer self, GError *body_error, GError **error);
} JugContextManager;

/**
 * JugWith:
 *
 * An `async with` that is under way.
 */
typedef struct
{
  /*< private >*/
  JugContextManager manager;
  JugTry body;
} JugWith;

JugContextManager jug_timeout_as_manager (JugTimeout *timeout);
JugContextManager jug_task_group_as_manager (JugTaskGroup *group);
JugContextManager jug_manager_as_manager (JugContextManager manager);
void jug_with_enter (JugWith *self, JugContextManager manager);
void jug_with_exit (JugWith *self);

/* Headers with further types define this anew, as TYPE: FUNCTION, … */
#define JUG_MORE_MANAGERS

/* clang-format off */
#define JUG_CONTEXT_MANAGER(manager)                                                     \
  _Generic ((manager),                                                                   \
            JUG_MORE_MANAGERS                                                            \
            JugTimeout *: jug_timeout_as_manager,                                        \
            JugTaskGroup *: jug_task_group_as_manager,                                   \
            JugContextManager: jug_manager_as_manager) (manager)
/* clang-format on */

/* Names as plain as these are for programs, not for the libraries that they are linked
 * with. */
#pragma GCC visibility push(hidden)

/* Builtins */
void print (const char *format, ...) G_GNUC_PRINTF (1, 2);
void print_value (JugValue value);
const char *text (const char *format, ...) G_GNUC_PRINTF (1, 2);
const char *str (JugValue value);
const char *truth (gboolean value);
void time_sleep (double seconds);
const char *exception_name (const GError *exception);

/* Lists; of coroutines, futures and tasks: list (a, b, c) */
#define list(...) jug_list_of (JUG_COUNT_ (__VA_ARGS__), JUG_LIST_ (__VA_ARGS__))
#define JUG_COUNT_(...) ((guint) (sizeof JUG_LIST_ (__VA_ARGS__) / sizeof (gpointer)))
#define JUG_LIST_(...) ((const gpointer[]){ __VA_ARGS__ })
JugValue jug_list_of (guint n, const gpointer *pointers);
JugValue string (const char *value);
void append (JugValue list, JugValue item);
guint len (JugValue list);
JugValue item (JugValue list, guint index);

#pragma GCC visibility pop

/* for name in [a, b, c]: */
/* clang-format off */
#define FOR_EACH(type, name, ...)                                                        \
  for (__typeof__ (type) G_PASTE (jug_items_, __LINE__)[] = { __VA_ARGS__ },             \
         *volatile G_PASTE (jug_at_, __LINE__) = G_PASTE (jug_items_, __LINE__), name;   \
       G_PASTE (jug_at_, __LINE__) - G_PASTE (jug_items_, __LINE__)                      \
           < (gssize) G_N_ELEMENTS (G_PASTE (jug_items_, __LINE__))                      \
       && (name = *G_PASTE (jug_at_, __LINE__), TRUE);                                   \
       G_PASTE (jug_at_, __LINE__)++)
/* clang-format on */

/* for task in tasks: */
/* clang-format off */
#define FOR_TASKS(task, tasks)                                                           \
  for (JugValue G_PASTE (jug_list_, __LINE__) = (tasks),                                 \
         *volatile G_PASTE (jug_once_, __LINE__) = &G_PASTE (jug_list_, __LINE__);       \
       G_PASTE (jug_once_, __LINE__); G_PASTE (jug_once_, __LINE__) = NULL)              \
    for (volatile guint G_PASTE (jug_at_, __LINE__) = 0,                                 \
                        G_PASTE (jug_goes_on_, __LINE__) = TRUE;                         \
         G_PASTE (jug_goes_on_, __LINE__)                                                \
         && G_PASTE (jug_at_, __LINE__) < len (G_PASTE (jug_list_, __LINE__));           \
         G_PASTE (jug_at_, __LINE__)++)                                                  \
      for (JugTask *task = (G_PASTE (jug_goes_on_, __LINE__) = FALSE,                    \
                            item (G_PASTE (jug_list_, __LINE__),                         \
                                  G_PASTE (jug_at_, __LINE__)).p);                       \
           !G_PASTE (jug_goes_on_, __LINE__); G_PASTE (jug_goes_on_, __LINE__) = TRUE)
/* clang-format on */

/* asyncio */
G_GNUC_INTERNAL JugValue await (JugAwaitable awaitable);
JugLoop *asyncio_get_running_loop (void);
JugValue asyncio_run (JugCoroutine *main);
JugValue asyncio_run_debug (JugCoroutine *main); /* run (main, debug=True) */
JugCoroutine *asyncio_sleep (double seconds);
JugCoroutine *asyncio_sleep_result (double seconds, JugValue result);
JugTask *asyncio_create_task (JugCoroutine *coroutine);
JugTask *asyncio_create_task_named (JugCoroutine *coroutine, const char *name);
JugTask *asyncio_create_eager_task (JugCoroutine *coroutine);
JugTask *asyncio_current_task (void);
JugValue asyncio_all_tasks (void);
JugCoroutine *asyncio_wait_for (JugAwaitable awaitable, double seconds);
JugFuture *asyncio_shield (JugAwaitable awaitable);
JugCoroutine *asyncio_wait (JugValue tasks);
JugCoroutine *asyncio_wait_full (JugValue tasks, double seconds, JugReturnWhen when);

/* gather (a, b, c); the same with return_exceptions=True; gather (*awaitables) */
#define asyncio_gather(...) asyncio_gather_list (list (__VA_ARGS__), FALSE)
#define asyncio_gather_exceptions(...) asyncio_gather_list (list (__VA_ARGS__), TRUE)
JugFuture *asyncio_gather_list (JugValue awaitables, gboolean return_exceptions);

/* for coroutine in as_completed(…): */
#define FOR_AS_COMPLETED(coroutine, iterator)                                            \
  for (JugAsCompleted *volatile G_PASTE (jug_iterator_, __LINE__) = (iterator);          \
       G_PASTE (jug_iterator_, __LINE__); G_PASTE (jug_iterator_, __LINE__) = NULL)      \
    for (JugCoroutine * coroutine;                                                       \
         (coroutine = next_completed (G_PASTE (jug_iterator_, __LINE__)));)
JugAsCompleted *asyncio_as_completed (JugValue awaitables);
JugAsCompleted *asyncio_as_completed_full (JugValue awaitables, double seconds);
JugCoroutine *next_completed (JugAsCompleted *iterator);

/* async for future in as_completed(…): */
#define ASYNC_FOR_AS_COMPLETED(future, iterator)                                         \
  for (JugAsCompleted *volatile G_PASTE (jug_iterator_, __LINE__) = (iterator);          \
       G_PASTE (jug_iterator_, __LINE__); G_PASTE (jug_iterator_, __LINE__) = NULL)      \
    for (JugFuture * future;                                                             \
         (future = await_next_completed (G_PASTE (jug_iterator_, __LINE__)));)
JugFuture *await_next_completed (JugAsCompleted *iterator);

/* async with asyncio.timeout(seconds) as limit; limit.… */
JugTimeout *asyncio_timeout (double seconds);
JugTimeout *asyncio_timeout_at (double when);
#define timeout_expired jug_timeout_has_expired
#define timeout_when jug_timeout_get_when
void timeout_reschedule (JugTimeout *timeout, double when);

/* async with asyncio.TaskGroup() as group; group.… */
JugTaskGroup *asyncio_task_group (void);
JugTask *group_create_task (JugTaskGroup *group, JugCoroutine *coroutine);
JugTask *
group_create_task_named (JugTaskGroup *group, JugCoroutine *coroutine, const char *name);

/* Raises what a function with a GError failed with. */
#define CHECK(call)                                                                      \
  ({                                                                                     \
    GError *jug_error_ = NULL;                                                           \
    __auto_type jug_result_ = (call);                                                    \
    if (jug_error_)                                                                      \
      jug_raise (jug_error_);                                                            \
    jug_result_;                                                                         \
  })
#define ERROR (&jug_error_)

G_END_DECLS
