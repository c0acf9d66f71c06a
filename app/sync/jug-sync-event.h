/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.Event */
#pragma once

#include "jug-task.h"

G_BEGIN_DECLS

/**
 * JugSyncEvent:
 *
 * Asyncio's Event: a flag that tasks wait for (S51).  (#JugEvent is a record of the
 * trace.) Reference-counted; who waits for it holds a reference.
 */
typedef struct _JugSyncEvent JugSyncEvent;

JugSyncEvent *jug_sync_event_new (JugLoop *loop, const char *label)
    G_GNUC_WARN_UNUSED_RESULT;
JugSyncEvent *jug_sync_event_ref (JugSyncEvent *self);
void jug_sync_event_unref (JugSyncEvent *self);

JugCoroutine *jug_sync_event_wait (JugSyncEvent *self) G_GNUC_WARN_UNUSED_RESULT;
void jug_sync_event_set (JugSyncEvent *self);
void jug_sync_event_clear (JugSyncEvent *self);
gboolean jug_sync_event_is_set (JugSyncEvent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugSyncEvent, jug_sync_event_unref)

G_END_DECLS
