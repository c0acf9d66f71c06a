/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.wait and asyncio.wait_for */
#pragma once

#include "jug-coroutine.h"
#include "jug-future.h"

G_BEGIN_DECLS

/**
 * JugReturnWhen:
 *
 * When jug_wait() is over.
 */
typedef enum
{
  JUG_ALL_COMPLETED,
  JUG_FIRST_COMPLETED,
  JUG_FIRST_EXCEPTION
} JugReturnWhen;

/**
 * JUG_FOREVER:
 *
 * A number of seconds that stands for Python's `timeout=None`.
 */
#define JUG_FOREVER G_MAXDOUBLE

JugCoroutine *jug_wait (guint n_futures,
                        const gpointer *futures,
                        double seconds,
                        JugReturnWhen return_when) G_GNUC_WARN_UNUSED_RESULT;
JugCoroutine *jug_wait_for (JugAwaitable awaitable, double seconds)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
