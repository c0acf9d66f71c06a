/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Those who watch futures, and hold what they watch. */
#include "jug-watcher.h"

#include "jug-task-scheduler-private.h"

/**
 * jug_watcher_add:
 * @self: (out caller-allocates): room for it
 * @loop: the loop of what it watches
 * @let_go: removes its callbacks from what it watches; called at the end of @loop, when
 * it is out of the list
 *
 * Enters it in the loop's list.
 */
void
jug_watcher_add (JugWatcher *self, JugLoop *loop, void (*let_go) (JugWatcher *self))
{
  JugWatcher **list = &jug_task_scheduler_get (loop)->watchers;

  self->let_go = let_go;
  self->next = *list;
  self->previous = list;
  if (self->next)
    self->next->previous = &self->next;
  *list = self;
}

/**
 * jug_watcher_remove:
 * @self: a watcher, in the list or not, or all zero
 *
 * Takes it out of its loop's list.
 */
void
jug_watcher_remove (JugWatcher *self)
{
  if (!self->previous)
    return;
  *self->previous = self->next;
  if (self->next)
    self->next->previous = self->previous;
  self->previous = NULL;
}
