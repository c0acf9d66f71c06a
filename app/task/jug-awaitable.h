/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can stand behind `await`: a coroutine, a future, a task. */
#pragma once

#include "jug-loop.h"
#include "jug-value.h"

G_BEGIN_DECLS

/**
 * JugCoroutine:
 *
 * A call of a coroutine function: the function with its arguments, not begun or
 * suspended.
 */
typedef struct _JugCoroutine JugCoroutine;
typedef struct _JugFuture JugFuture;
typedef struct _JugTask JugTask;

/**
 * JugAwaitableKind:
 *
 * The first byte of everything awaitable.
 */
typedef enum
{
  JUG_AWAITABLE_COROUTINE,
  JUG_AWAITABLE_FUTURE,
  JUG_AWAITABLE_GATHER,
  JUG_AWAITABLE_TASK,
} JugAwaitableKind;

/**
 * JugAwaitable:
 *
 * A parameter that takes any of them as it is, without a cast.
 *
 * Ownership, everywhere: a coroutine is consumed by whoever awaits it or makes a task of
 * it (as it can run only once); a future or task is borrowed.
 */
typedef union
{
  guint8 *kind;
  JugCoroutine *coroutine;
  JugFuture *future;
  JugTask *task;
  gpointer any;
} JugAwaitable __attribute__ ((transparent_union));

G_END_DECLS
