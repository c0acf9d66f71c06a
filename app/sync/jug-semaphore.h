/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.Semaphore and asyncio.BoundedSemaphore */
#pragma once

#include "jug-task.h"

G_BEGIN_DECLS

/**
 * JugSemaphore:
 *
 * Asyncio's Semaphore: a number of permits (S50).  A released permit goes to who waits
 * first, at once.  A bounded one refuses to have more permits than it began with.
 * Reference-counted; who waits for it holds a reference.
 */
typedef struct _JugSemaphore JugSemaphore;

JugSemaphore *
jug_semaphore_new (JugLoop *loop, gint value, const char *label, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
JugSemaphore *
jug_semaphore_new_bounded (JugLoop *loop, gint value, const char *label, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
JugSemaphore *jug_semaphore_ref (JugSemaphore *self);
void jug_semaphore_unref (JugSemaphore *self);

JugCoroutine *jug_semaphore_acquire (JugSemaphore *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean jug_semaphore_release (JugSemaphore *self, GError **error);
gboolean jug_semaphore_is_locked (JugSemaphore *self);
guint jug_semaphore_get_value (JugSemaphore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugSemaphore, jug_semaphore_unref)

G_END_DECLS
