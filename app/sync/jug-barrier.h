/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.Barrier */
#pragma once

#include "jug-task.h"

G_BEGIN_DECLS

/**
 * JugBarrier:
 *
 * Asyncio's Barrier: tasks wait until a number of them has come; the last goes on first
 * (S53). Reference-counted; who waits for it holds a reference.
 */
typedef struct _JugBarrier JugBarrier;

JugBarrier *
jug_barrier_new (JugLoop *loop, gint parties, const char *label, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
JugBarrier *jug_barrier_ref (JugBarrier *self);
void jug_barrier_unref (JugBarrier *self);

JugCoroutine *jug_barrier_wait (JugBarrier *self) G_GNUC_WARN_UNUSED_RESULT;
JugCoroutine *jug_barrier_reset (JugBarrier *self) G_GNUC_WARN_UNUSED_RESULT;
JugCoroutine *jug_barrier_abort (JugBarrier *self) G_GNUC_WARN_UNUSED_RESULT;
guint jug_barrier_get_parties (JugBarrier *self);
guint jug_barrier_get_n_waiting (JugBarrier *self);
gboolean jug_barrier_is_broken (JugBarrier *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugBarrier, jug_barrier_unref)

G_END_DECLS
