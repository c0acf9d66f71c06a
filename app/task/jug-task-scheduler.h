/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the task layer keeps for a loop: its tasks and their stacks. */
#pragma once

#include "jug-stack.h"
#include "jug-task.h"

G_BEGIN_DECLS

/**
 * JugTaskScheduler:
 * @stacks: where tasks get their stacks
 * @first: (nullable): the oldest task that is not done
 * @last: (nullable): the newest
 * @n_created: how many tasks were made, for the names that asyncio gives them (S23)
 * @is_eager: whether tasks are eager unless told otherwise (asyncio's eager_task_factory)
 *
 * Made at a loop's first task and freed with the loop.
 */
typedef struct {
  JugLoop *loop;        /* (unowned) */
  JugStackPool *stacks; /* owned */
  JugTask *first;       /* a reference for each in the list */
  JugTask *last;        /* (unowned) */
  guint32 n_created;
  guint8 is_eager;
} JugTaskScheduler;

JugTaskScheduler *jug_task_scheduler_get (JugLoop *loop);

G_END_DECLS
