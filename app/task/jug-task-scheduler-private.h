/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the task layer keeps for a loop: its tasks and their stacks. */
#pragma once

#include "jug-task-private.h"
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
 * Made at a loop's first task and freed with the loop.  What every task's beginning and
 * end goes through is inline.
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

G_GNUC_INTERNAL JugTaskScheduler *jug_task_scheduler_make (JugLoop *loop);

/**
 * jug_task_scheduler_get:
 * @loop: a loop
 *
 * Returns: (transfer none): what the task layer keeps for @loop; made at the first call
 */
static inline JugTaskScheduler *
jug_task_scheduler_get (JugLoop *loop)
{
  JugTaskScheduler *self = JUG_LOOP_FRONT (loop)->tasks;

  return G_LIKELY (self) ? self : jug_task_scheduler_make (loop);
}

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

/**
 * jug_task_scheduler_add:
 * @self: a loop's task data
 * @task: (transfer full): a new task
 *
 * Enters @task in the list of those that are not done.
 */
static inline void
jug_task_scheduler_add (JugTaskScheduler *self, JugTask *task)
{
  task->previous = self->last;
  task->next = NULL;
  if (self->last)
    self->last->next = task;
  else
    self->first = task;
  self->last = task;
}

/**
 * jug_task_scheduler_remove:
 * @self: a loop's task data
 * @task: a task in its list
 *
 * Takes @task out of the list; the list's reference is the caller's now.
 */
static inline void
jug_task_scheduler_remove (JugTaskScheduler *self, JugTask *task)
{
  if (task->previous)
    task->previous->next = task->next;
  else
    self->first = task->next;
  if (task->next)
    task->next->previous = task->previous;
  else
    self->last = task->previous;
}

G_END_DECLS
