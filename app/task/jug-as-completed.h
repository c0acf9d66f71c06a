/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.as_completed */
#pragma once

#include "jug-coroutine.h"
#include "jug-future.h"

G_BEGIN_DECLS

/**
 * JugAsCompleted:
 *
 * Asyncio's as_completed iterator: the results of several awaitables as they finish.
 * Reference-counted.
 */
typedef struct _JugAsCompleted JugAsCompleted;

JugAsCompleted *jug_as_completed_new (JugLoop *loop,
                                      guint n_awaitables,
                                      const gpointer *awaitables,
                                      double seconds,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
JugAsCompleted *jug_as_completed_ref (JugAsCompleted *self);
void jug_as_completed_unref (JugAsCompleted *self);
JugCoroutine *jug_as_completed_next (JugAsCompleted *self) G_GNUC_WARN_UNUSED_RESULT;
JugCoroutine *jug_as_completed_next_future (JugAsCompleted *self)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugAsCompleted, jug_as_completed_unref)

G_END_DECLS
