/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.TaskGroup */
#pragma once

#include "jug-task.h"

G_BEGIN_DECLS

/**
 * JugTaskGroup:
 *
 * Asyncio's TaskGroup, a context manager: its end waits for all tasks made in it; the
 * first error cancels the rest and comes out in an ExceptionGroup (S45, S46).
 * Reference-counted.
 */
typedef struct _JugTaskGroup JugTaskGroup;

JugTaskGroup *jug_task_group_new (JugLoop *loop) G_GNUC_WARN_UNUSED_RESULT;
JugTaskGroup *jug_task_group_ref (JugTaskGroup *self);
void jug_task_group_unref (JugTaskGroup *self);

gboolean jug_task_group_enter (JugTaskGroup *self, GError **error);
JugTask *jug_task_group_create_task (JugTaskGroup *self,
                                     JugCoroutine *coroutine,
                                     const char *name,
                                     GError **error);
gboolean jug_task_group_exit (JugTaskGroup *self, GError *body_error, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugTaskGroup, jug_task_group_unref)

G_END_DECLS
