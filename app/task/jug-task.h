/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A task: a coroutine that the loop runs, step by step. */
#pragma once

#include "jug-coroutine.h"
#include "jug-future.h"

G_BEGIN_DECLS

/**
 * JugTask:
 *
 * Asyncio's Task, which is a future too: cast it with JUG_FUTURE().  Reference-counted;
 * until it is done the loop holds a reference itself (where CPython's holds a weak one,
 * S19: without a garbage collector nothing could tell a task that is lost from one that
 * waits).
 */

#define JUG_FUTURE(task) ((JugFuture *) (task))

JugTask *
jug_task_new (JugLoop *loop, JugCoroutine *coroutine, const char *name, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
JugTask *jug_task_new_eager (JugLoop *loop,
                             JugCoroutine *coroutine,
                             const char *name,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
JugFuture *jug_ensure_future (JugLoop *loop, JugAwaitable awaitable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

JugTask *jug_task_ref (JugTask *self);
void jug_task_unref (JugTask *self);

JugTask *jug_task_get_current (JugLoop *loop);
guint32 jug_task_get_number (JugTask *self);
char *jug_task_dup_name (JugTask *self) G_GNUC_WARN_UNUSED_RESULT;
void jug_task_set_name (JugTask *self, const char *name);
const char *jug_task_get_coroutine_name (JugTask *self);

gboolean jug_yield (GError **error);
gboolean jug_task_suspend (JugFuture *future, GError **error);

/**
 * jug_await:
 * @awaitable: a coroutine, consumed, or a future or task, borrowed
 * @result: (out) (optional): its result
 * @error: its exception, or the one thrown into the current task
 *
 * Python's `await`.  A coroutine runs here and now (S12); a future or task that is done
 * does not suspend (S16).
 *
 * Returns: whether it has a result
 */
static inline gboolean
jug_await (JugAwaitable awaitable, JugValue *result, GError **error)
{
  if (*awaitable.kind == JUG_AWAITABLE_COROUTINE)
    return jug_coroutine_run (awaitable.coroutine, result, error);
  return jug_future_await (awaitable.future, result, error);
}

/* For jug-scope.c, which gives programs their exceptions */
gpointer *jug_task_get_scope_place (JugTask *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugTask, jug_task_unref)

G_END_DECLS
