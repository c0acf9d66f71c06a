/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio in C, for lesson programs that are read beside their Python. */
#pragma once

#include "jug-as-completed.h"
#include "jug-gather.h"
#include "jug-handle.h"
#include "jug-program.h"
#include "jug-scope.h"
#include "jug-shield.h"
#include "jug-sleep.h"
#include "jug-task-group.h"
#include "jug-timeout.h"
#include "jug-wait.h"

G_BEGIN_DECLS

/*
 * With this header a native program reads, line by line, like its Python:
 *
 *     ASYNC (hello, (const char *, name), (double, seconds))     async def hello(name, seconds):
 *     {
 *       AT (5) print ("hello %s", name);                             print("hello", name)
 *       AT (6) await (asyncio_sleep (seconds));                      await asyncio.sleep(seconds)
 *     }
 *
 * Calling hello ("A", 1) makes a coroutine, and runs nothing.  await gives a value or raises.
 * Whatever the functions below return belongs to the coroutine that called them and goes with it,
 * as Python's local variables do: there is nothing to free.
 *
 * An exception leaves functions by a jump.  So a local variable that is changed inside TRY or WITH
 * and read after an exception has to be volatile; and neither return, break nor continue may
 * leave a TRY that has a FINALLY, or a WITH.
 */

/* A coroutine function; up to six parameters, each (type, name). */
#define ASYNC(function, ...)                                                             \
  JUG_ASYNC_ (function, #function, void, JUG_IGNORE_RESULT_, __VA_ARGS__)

/* A coroutine function that returns a JugValue. */
#define ASYNC_VALUE(function, ...)                                                       \
  JUG_ASYNC_ (function, #function, JugValue, JUG_KEEP_RESULT_, __VA_ARGS__)

/* A coroutine function whose Python name is none that C allows. */
#define ASYNC_AS(function, name, ...)                                                    \
  JUG_ASYNC_ (function, name, void, JUG_IGNORE_RESULT_, __VA_ARGS__)

/* async def main(): called as main_ () */
#define ASYNC_MAIN ASYNC_AS (main_, "main")

/* Marks the line of the Python program that the statement behind it stands for. */
#define AT(line) jug_program_mark_line ((line), __LINE__);

/* try: … except NAME: … finally: …; several EXCEPT may follow each other, or one FINALLY; for
 * both, put one TRY into another. */
#define TRY                                                                              \
  {                                                                                      \
    JugTry jug_try_;                                                                     \
    jug_try_begin (&jug_try_);                                                           \
    if (setjmp (jug_try_.env) == 0)
#define EXCEPT(name) else if (jug_try_catches (&jug_try_, #name))
#define FINALLY jug_try_finally (&jug_try_);
#define END_TRY                                                                          \
  jug_try_end (&jug_try_);                                                               \
  }

/* Inside EXCEPT: a bare `raise`, and the exception itself. */
#define RAISE_AGAIN jug_try_raise_again (&jug_try_)
#define EXCEPTION ((const GError *) jug_try_.error)

/* raise NAME(message) */
#define RAISE(name, ...) jug_raise (jug_exception_new (#name, __VA_ARGS__))

/* async with manager: …, where manager is a JugTimeout, JugTaskGroup or JugContextManager */
#define ASYNC_WITH(manager)                                                              \
  {                                                                                      \
    JugContextManager jug_with_ = JUG_CONTEXT_MANAGER (manager);                         \
    JugTry jug_try_;                                                                     \
    jug_with_enter (&jug_with_);                                                         \
    jug_try_begin (&jug_try_);                                                           \
    if (setjmp (jug_try_.env) == 0)
#define END_WITH                                                                         \
  jug_with_exit (&jug_with_, &jug_try_);                                                 \
  }

/**
 * JugContextManager:
 * @self: what it manages
 * @enter: begins the block
 * @exit: ends it; gets the exception that ended it, if any (transfer full), and returns %FALSE
 *   with the one that goes on
 *
 * What can stand behind ASYNC_WITH.
 */
typedef struct {
  gpointer self;
  gboolean (*enter) (gpointer self, GError **error);
  gboolean (*exit) (gpointer self, GError *body_error, GError **error);
} JugContextManager;

JugContextManager jug_timeout_as_manager (JugTimeout *timeout);
JugContextManager jug_task_group_as_manager (JugTaskGroup *group);
JugContextManager jug_manager_as_manager (JugContextManager manager);
void jug_with_enter (JugContextManager *self);
void jug_with_exit (JugContextManager *self, JugTry *body);

#define JUG_CONTEXT_MANAGER(manager)                                                     \
  _Generic ((manager), JugTimeout * : jug_timeout_as_manager, JugTaskGroup * : jug_task_group_as_manager, JugContextManager : jug_manager_as_manager) (manager)

/* Builtins */
void print (const char *format, ...) G_GNUC_PRINTF (1, 2);
void print_value (JugValue value);
const char *text (const char *format, ...) G_GNUC_PRINTF (1, 2);
void time_sleep (double seconds);
const char *exception_name (const GError *exception);

/* asyncio */
JugValue await (JugAwaitable awaitable);
JugLoop *asyncio_get_running_loop (void);
JugValue asyncio_run (JugCoroutine *main);
JugCoroutine *asyncio_sleep (double seconds);
JugTask *asyncio_create_task (JugCoroutine *coroutine);
JugTask *asyncio_create_task_named (JugCoroutine *coroutine, const char *name);
JugTask *asyncio_create_eager_task (JugCoroutine *coroutine);
JugTask *asyncio_current_task (void);
JugCoroutine *asyncio_wait_for (JugAwaitable awaitable, double seconds);
JugFuture *asyncio_shield (JugAwaitable awaitable);
JugTimeout *asyncio_timeout (double seconds);
JugTimeout *asyncio_timeout_at (double when);
JugTaskGroup *asyncio_task_group (void);
JugTask *group_create_task (JugTaskGroup *group, JugCoroutine *coroutine);
JugFuture *asyncio_gather_list (guint n, const gpointer *awaitables, gboolean return_exceptions);
JugCoroutine *asyncio_wait_list (guint n, const gpointer *futures, double seconds, JugReturnWhen when);
JugAsCompleted *asyncio_as_completed_list (guint n, const gpointer *awaitables, double seconds);

/* gather (a, b, c); the same with return_exceptions=True */
#define asyncio_gather(...)                                                              \
  asyncio_gather_list (JUG_COUNT_ (__VA_ARGS__), JUG_LIST_ (__VA_ARGS__), FALSE)
#define asyncio_gather_exceptions(...)                                                   \
  asyncio_gather_list (JUG_COUNT_ (__VA_ARGS__), JUG_LIST_ (__VA_ARGS__), TRUE)
#define asyncio_as_completed(...)                                                        \
  asyncio_as_completed_list (JUG_COUNT_ (__VA_ARGS__), JUG_LIST_ (__VA_ARGS__), JUG_FOREVER)

/* for coroutine in as_completed(…): */
#define FOR_AS_COMPLETED(coroutine, iterator)                                            \
  for (JugCoroutine *coroutine; (coroutine = next_completed (iterator));)
JugCoroutine *next_completed (JugAsCompleted *iterator);

/* async for future in as_completed(…): */
#define ASYNC_FOR_AS_COMPLETED(future, iterator)                                         \
  for (JugFuture *future; (future = await_next_completed (iterator));)
JugFuture *await_next_completed (JugAsCompleted *iterator);

/* loop.… */
JugFuture *loop_create_future (void);
double loop_time (void);
JugHandle *loop_call_soon (JugHandleFunc func, gpointer data);
JugHandle *loop_call_later (double seconds, JugHandleFunc func, gpointer data);
JugHandle *loop_call_at (double when, JugHandleFunc func, gpointer data);

/* future.…, which raise */
void future_set_result (JugFuture *future, JugValue result);
void future_set_exception (JugFuture *future, GError *exception);
JugValue future_result (JugAwaitable future);
void future_add_done_callback (JugAwaitable future, void (*func) (JugFuture *future, gpointer data), gpointer data);

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

/* The machinery of ASYNC */
#define JUG_COUNT_(...)                                                                  \
  ((guint) (sizeof ((gpointer[]){ __VA_ARGS__ }) / sizeof (gpointer)))
#define JUG_LIST_(...) ((gpointer[]){ __VA_ARGS__ })
#define JUG_IGNORE_RESULT_(call) call
#define JUG_KEEP_RESULT_(call) *result = jug_keep_result_ (call)

#define JUG_NARGS_(...) JUG_NARGS_2_ (__VA_ARGS__ __VA_OPT__ (, ) 6, 5, 4, 3, 2, 1, 0)
#define JUG_NARGS_2_(a, b, c, d, e, f, n, ...) n
#define JUG_CAT_(a, b) JUG_CAT_2_ (a, b)
#define JUG_CAT_2_(a, b) a##b

#define JUG_FIELD_(type, name) type name;
#define JUG_FIELDS_0_()
#define JUG_FIELDS_1_(a) JUG_FIELD_ a
#define JUG_FIELDS_2_(a, ...) JUG_FIELD_ a JUG_FIELDS_1_ (__VA_ARGS__)
#define JUG_FIELDS_3_(a, ...) JUG_FIELD_ a JUG_FIELDS_2_ (__VA_ARGS__)
#define JUG_FIELDS_4_(a, ...) JUG_FIELD_ a JUG_FIELDS_3_ (__VA_ARGS__)
#define JUG_FIELDS_5_(a, ...) JUG_FIELD_ a JUG_FIELDS_4_ (__VA_ARGS__)
#define JUG_FIELDS_6_(a, ...) JUG_FIELD_ a JUG_FIELDS_5_ (__VA_ARGS__)
#define JUG_FIELDS_(...) JUG_CAT_ (JUG_CAT_ (JUG_FIELDS_, JUG_NARGS_ (__VA_ARGS__)), _) (__VA_ARGS__)

#define JUG_PARAM_(type, name) type name
#define JUG_PARAMS_0_() void
#define JUG_PARAMS_1_(a) JUG_PARAM_ a
#define JUG_PARAMS_2_(a, ...) JUG_PARAM_ a, JUG_PARAMS_1_ (__VA_ARGS__)
#define JUG_PARAMS_3_(a, ...) JUG_PARAM_ a, JUG_PARAMS_2_ (__VA_ARGS__)
#define JUG_PARAMS_4_(a, ...) JUG_PARAM_ a, JUG_PARAMS_3_ (__VA_ARGS__)
#define JUG_PARAMS_5_(a, ...) JUG_PARAM_ a, JUG_PARAMS_4_ (__VA_ARGS__)
#define JUG_PARAMS_6_(a, ...) JUG_PARAM_ a, JUG_PARAMS_5_ (__VA_ARGS__)
#define JUG_PARAMS_(...) JUG_CAT_ (JUG_CAT_ (JUG_PARAMS_, JUG_NARGS_ (__VA_ARGS__)), _) (__VA_ARGS__)

#define JUG_NAME_(type, name) name
#define JUG_NAMES_0_()
#define JUG_NAMES_1_(a) JUG_NAME_ a
#define JUG_NAMES_2_(a, ...) JUG_NAME_ a, JUG_NAMES_1_ (__VA_ARGS__)
#define JUG_NAMES_3_(a, ...) JUG_NAME_ a, JUG_NAMES_2_ (__VA_ARGS__)
#define JUG_NAMES_4_(a, ...) JUG_NAME_ a, JUG_NAMES_3_ (__VA_ARGS__)
#define JUG_NAMES_5_(a, ...) JUG_NAME_ a, JUG_NAMES_4_ (__VA_ARGS__)
#define JUG_NAMES_6_(a, ...) JUG_NAME_ a, JUG_NAMES_5_ (__VA_ARGS__)
#define JUG_NAMES_(...) JUG_CAT_ (JUG_CAT_ (JUG_NAMES_, JUG_NARGS_ (__VA_ARGS__)), _) (__VA_ARGS__)

#define JUG_UNPACK_(type, name) jug_arguments_->name
#define JUG_UNPACKS_0_()
#define JUG_UNPACKS_1_(a) JUG_UNPACK_ a
#define JUG_UNPACKS_2_(a, ...) JUG_UNPACK_ a, JUG_UNPACKS_1_ (__VA_ARGS__)
#define JUG_UNPACKS_3_(a, ...) JUG_UNPACK_ a, JUG_UNPACKS_2_ (__VA_ARGS__)
#define JUG_UNPACKS_4_(a, ...) JUG_UNPACK_ a, JUG_UNPACKS_3_ (__VA_ARGS__)
#define JUG_UNPACKS_5_(a, ...) JUG_UNPACK_ a, JUG_UNPACKS_4_ (__VA_ARGS__)
#define JUG_UNPACKS_6_(a, ...) JUG_UNPACK_ a, JUG_UNPACKS_5_ (__VA_ARGS__)
#define JUG_UNPACKS_(...) JUG_CAT_ (JUG_CAT_ (JUG_UNPACKS_, JUG_NARGS_ (__VA_ARGS__)), _) (__VA_ARGS__)

JugValue jug_keep_result_ (JugValue result);

#define JUG_ASYNC_(function, pythons_name, type, keep, ...)                              \
  static type function##_body (JUG_PARAMS_ (__VA_ARGS__));                               \
                                                                                         \
  typedef struct                                                                         \
  {                                                                                      \
    JUG_FIELDS_ (__VA_ARGS__)                                                            \
  } function##_arguments;                                                                \
                                                                                         \
  static gboolean function##_run (gpointer data, JugValue *result, GError **error)       \
  {                                                                                      \
    function##_arguments *jug_arguments_ G_GNUC_UNUSED = data;                           \
    JugScope scope;                                                                      \
                                                                                         \
    jug_scope_push (&scope);                                                             \
    if (setjmp (scope.base.env) == 0)                                                    \
      keep (function##_body (JUG_UNPACKS_ (__VA_ARGS__)));                               \
    return jug_scope_pop (&scope, error);                                                \
  }                                                                                      \
                                                                                         \
  static inline JugCoroutine *function (JUG_PARAMS_ (__VA_ARGS__))                       \
  {                                                                                      \
    function##_arguments arguments = { JUG_NAMES_ (__VA_ARGS__) };                       \
                                                                                         \
    return jug_scope_own_coroutine (                                                     \
        jug_coroutine_new (pythons_name, function##_run, &arguments, sizeof arguments, NULL)); \
  }                                                                                      \
                                                                                         \
  static type function##_body (JUG_PARAMS_ (__VA_ARGS__))

G_END_DECLS
