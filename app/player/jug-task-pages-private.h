/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tasks of one moment, in pages that moments share until one of them writes. */
#pragma once

#include "jug-cursor.h"

G_BEGIN_DECLS

/*
 * JugTaskPages:
 *
 * An array of tasks by number, from 0 (whatever runs outside any task) on.  A copy costs
 * a pointer for every 32 tasks and shares the rest, so what a keyframe takes is what
 * changed since the one before it: tasks that ended long ago take nothing.
 *
 * A plain value: initialise with zeros, clear with jug_task_pages_clear().
 */
typedef struct
{
  GPtrArray *pages; /* (owned) of JugTaskPage */
  guint32 n_tasks;
} JugTaskPages;

void jug_task_pages_copy (JugTaskPages *self, const JugTaskPages *from);
void jug_task_pages_clear (JugTaskPages *self);
const JugCursorTask *jug_task_pages_get (const JugTaskPages *self, guint32 task);
JugCursorTask *jug_task_pages_edit (JugTaskPages *self, guint32 task);
JugCursorTask *jug_task_pages_append (JugTaskPages *self);

G_END_DECLS
