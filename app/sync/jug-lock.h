/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.Lock */
#pragma once

#include "jug-task.h"

G_BEGIN_DECLS

/**
 * JugLock:
 *
 * Asyncio's Lock: one task at a time, first come first served, no barging (S47 to S49).
 * It is not owned: any task may release it.  Reference-counted; who waits for it holds a
 * reference.
 */
typedef struct _JugLock JugLock;

JugLock *jug_lock_new (JugLoop *loop, const char *label) G_GNUC_WARN_UNUSED_RESULT;
JugLock *jug_lock_ref (JugLock *self);
void jug_lock_unref (JugLock *self);

JugCoroutine *jug_lock_acquire (JugLock *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean jug_lock_release (JugLock *self, GError **error);
gboolean jug_lock_is_locked (JugLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugLock, jug_lock_unref)

G_END_DECLS
