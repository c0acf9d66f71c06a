/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The primitive of a scene, and what the actors' words mean for it. */
#pragma once

#include "jug-task.h"

G_BEGIN_DECLS

/**
 * JugSyncStage:
 *
 * A lock, event, condition, semaphore, barrier or queue whose functions are called by
 * their Python names.
 */
typedef struct _JugSyncStage JugSyncStage;

JugSyncStage *jug_sync_stage_new (JugLoop *loop, char **description)
    G_GNUC_WARN_UNUSED_RESULT;
void jug_sync_stage_free (JugSyncStage *self);

JugCoroutine *jug_sync_stage_start (JugSyncStage *self,
                                    const char *verb,
                                    const char *argument) G_GNUC_WARN_UNUSED_RESULT;
gboolean jug_sync_stage_call (JugSyncStage *self,
                              const char *verb,
                              const char *argument,
                              JugValue *result,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugSyncStage, jug_sync_stage_free)

G_END_DECLS
