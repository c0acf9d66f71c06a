/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the task layer keeps for a loop: its tasks and their stacks. */
#pragma once

#include "jug-stack.h"
#include "jug-task.h"
#include "jug-watcher.h"

G_BEGIN_DECLS

/**
 * JugTaskScheduler:
 * @stacks: where tasks get their stacks
 * @first: (nullable): the oldest task that is not done
 * @last: (nullable): the newest
 * @watchers: (nullable): who watches futures of the loop
 * @n_numbered: how many tasks got a name from asyncio, by their number (S23)
 * @is_eager: whether tasks are eager unless told otherwise (asyncio's eager_task_factory)
 *
 * Made at a loop's first task and freed with the loop.
 */
typedef struct
{
  JugLoop *loop;        /* (unowned) */
  JugStackPool *stacks; /* owned */
  JugTask *first;       /* a reference for each in the list */
  JugTask *last;        /* (unowned) */
  JugWatcher *watchers; /* (unowned) */
  guint32 n_numbered;
  guint8 is_eager;
} JugTaskScheduler;

/**
 * jug_task_scheduler_get:
 * @loop: a loop
 *
 * Returns: (transfer none): what the task layer keeps for @loop; made at the first call
 */
JugTaskScheduler *jug_task_scheduler_get (JugLoop *loop);

/**
 * jug_task_scheduler_number_task:
 * @self: a loop's task data
 *
 * Returns: N of a new task's name `Task-N`
 */
static inline guint32
jug_task_scheduler_number_task (JugTaskScheduler *self)
{
  return ++self->n_numbered;
}

G_END_DECLS
