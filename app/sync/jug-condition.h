/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.Condition */
#pragma once

#include "jug-lock.h"

G_BEGIN_DECLS

/**
 * JugCondition:
 *
 * Asyncio's Condition: a lock, and a place to wait for a notification that gives the lock
 * away meanwhile (S52).  Reference-counted; who waits for it holds a reference.
 */
typedef struct _JugCondition JugCondition;

/**
 * JugPredicate:
 * @data: what was given with it
 * @value: (out): what to return, None before
 * @error: (out): where to put an exception
 *
 * What jug_condition_wait_for() waits for: it is over when @value is true in Python's
 * sense.
 *
 * Returns: %FALSE if it raised an exception
 */
typedef gboolean (*JugPredicate) (gpointer data, JugValue *value, GError **error);

JugCondition *jug_condition_new (JugLoop *loop, JugLock *lock, const char *label)
    G_GNUC_WARN_UNUSED_RESULT;
JugCondition *jug_condition_ref (JugCondition *self);
void jug_condition_unref (JugCondition *self);

JugLock *jug_condition_get_lock (JugCondition *self);
JugCoroutine *jug_condition_acquire (JugCondition *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean jug_condition_release (JugCondition *self, GError **error);
gboolean jug_condition_is_locked (JugCondition *self);

JugCoroutine *jug_condition_wait (JugCondition *self) G_GNUC_WARN_UNUSED_RESULT;
JugCoroutine *jug_condition_wait_for (JugCondition *self,
                                      JugPredicate predicate,
                                      gpointer data) G_GNUC_WARN_UNUSED_RESULT;
gboolean jug_condition_notify (JugCondition *self, guint n, GError **error);
gboolean jug_condition_notify_all (JugCondition *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugCondition, jug_condition_unref)

G_END_DECLS
