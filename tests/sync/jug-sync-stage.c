/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The primitive of a scene, and what the actors' words mean for it. */
#include "jug-sync-stage.h"

#include "jug-barrier.h"
#include "jug-condition.h"
#include "jug-lock.h"
#include "jug-queue.h"
#include "jug-semaphore.h"
#include "jug-sync-event.h"

struct _JugSyncStage
{
  /* Owned, one of them; the others are NULL. */
  JugLock *lock;
  JugSyncEvent *event;
  JugCondition *condition;
  JugSemaphore *semaphore;
  JugBarrier *barrier;
  JugQueue *queue;

  gboolean flag; /* what wait_for waits for */
};

/* @description: (array zero-terminated=1): its kind, and a number where that kind has
 * one */
JugSyncStage *
jug_sync_stage_new (JugLoop *loop, char **description)
{
  JugSyncStage *self = g_new0 (JugSyncStage, 1);
  const char *kind = description[0];
  gint number = description[1] ? (gint) g_ascii_strtoll (description[1], NULL, 10) : 0;

  if (g_str_equal (kind, "lock"))
    self->lock = jug_lock_new (loop, kind);
  else if (g_str_equal (kind, "event"))
    self->event = jug_sync_event_new (loop, kind);
  else if (g_str_equal (kind, "condition"))
    self->condition = jug_condition_new (loop, NULL, kind);
  else if (g_str_equal (kind, "semaphore"))
    self->semaphore = jug_semaphore_new (loop, number, kind, NULL);
  else if (g_str_equal (kind, "bounded"))
    self->semaphore = jug_semaphore_new_bounded (loop, number, kind, NULL);
  else if (g_str_equal (kind, "barrier"))
    self->barrier = jug_barrier_new (loop, number, kind, NULL);
  else if (g_str_equal (kind, "queue"))
    self->queue = jug_queue_new (loop, number, kind);
  else if (g_str_equal (kind, "lifo"))
    self->queue = jug_queue_new_lifo (loop, number, kind);
  else if (g_str_equal (kind, "priority"))
    self->queue = jug_queue_new_priority (loop, number, kind);
  else
    g_error ("%s is no primitive", kind);
  return self;
}

void
jug_sync_stage_free (JugSyncStage *self)
{
  g_clear_pointer (&self->lock, jug_lock_unref);
  g_clear_pointer (&self->event, jug_sync_event_unref);
  g_clear_pointer (&self->condition, jug_condition_unref);
  g_clear_pointer (&self->semaphore, jug_semaphore_unref);
  g_clear_pointer (&self->barrier, jug_barrier_unref);
  g_clear_pointer (&self->queue, jug_queue_unref);
  g_free (self);
}

/* An int, or with a point a float. */
static JugValue
parse_item (const char *argument)
{
  if (strchr (argument, '.'))
    return JUG_FLOAT (g_ascii_strtod (argument, NULL));
  return JUG_INT (g_ascii_strtoll (argument, NULL, 10));
}

static gboolean
is_flag_up (gpointer data, JugValue *value, GError **error)
{
  *value = JUG_BOOL (((JugSyncStage *) data)->flag);
  return TRUE;
}

/* Returns: (nullable): the coroutine that a verb stands for, if it stands for one */
JugCoroutine *
jug_sync_stage_start (JugSyncStage *self, const char *verb, const char *argument)
{
  if (g_str_equal (verb, "acquire"))
    return self->lock        ? jug_lock_acquire (self->lock)
           : self->condition ? jug_condition_acquire (self->condition)
                             : jug_semaphore_acquire (self->semaphore);
  if (g_str_equal (verb, "wait"))
    return self->event       ? jug_sync_event_wait (self->event)
           : self->condition ? jug_condition_wait (self->condition)
                             : jug_barrier_wait (self->barrier);
  if (g_str_equal (verb, "wait_for"))
    return jug_condition_wait_for (self->condition, is_flag_up, self);
  if (g_str_equal (verb, "abort"))
    return jug_barrier_abort (self->barrier);
  if (g_str_equal (verb, "reset"))
    return jug_barrier_reset (self->barrier);
  if (g_str_equal (verb, "put"))
    return jug_queue_put (self->queue, parse_item (argument));
  if (g_str_equal (verb, "get"))
    return jug_queue_get (self->queue);
  if (g_str_equal (verb, "join"))
    return jug_queue_join (self->queue);
  return NULL;
}

static gboolean
call_queue (JugQueue *self,
            const char *verb,
            const char *argument,
            JugValue *result,
            GError **error)
{
  if (g_str_equal (verb, "put_nowait"))
    return jug_queue_put_nowait (self, parse_item (argument), error);
  if (g_str_equal (verb, "get_nowait"))
    return jug_queue_get_nowait (self, result, error);
  if (g_str_equal (verb, "task_done"))
    return jug_queue_task_done (self, error);
  if (g_str_equal (verb, "shutdown") || g_str_equal (verb, "shutdown_now"))
    jug_queue_shutdown (self, g_str_equal (verb, "shutdown_now"));
  else if (g_str_equal (verb, "qsize"))
    *result = JUG_INT (jug_queue_get_size (self));
  else if (g_str_equal (verb, "full"))
    *result = JUG_BOOL (jug_queue_is_full (self));
  else if (g_str_equal (verb, "empty"))
    *result = JUG_BOOL (jug_queue_is_empty (self));
  else
    g_error ("a queue cannot %s", verb);
  return TRUE;
}

static gboolean
call_condition (JugCondition *self,
                const char *verb,
                const char *argument,
                JugValue *result,
                GError **error)
{
  if (g_str_equal (verb, "release"))
    return jug_condition_release (self, error);
  if (g_str_equal (verb, "notify"))
    return jug_condition_notify (self, (guint) g_ascii_strtoull (argument, NULL, 10),
                                 error);
  if (g_str_equal (verb, "notify_all"))
    return jug_condition_notify_all (self, error);
  if (!g_str_equal (verb, "locked"))
    g_error ("a condition cannot %s", verb);
  *result = JUG_BOOL (jug_condition_is_locked (self));
  return TRUE;
}

static void
call_event (JugSyncEvent *self, const char *verb, JugValue *result)
{
  if (g_str_equal (verb, "set"))
    jug_sync_event_set (self);
  else if (g_str_equal (verb, "clear"))
    jug_sync_event_clear (self);
  else if (g_str_equal (verb, "is_set"))
    *result = JUG_BOOL (jug_sync_event_is_set (self));
  else
    g_error ("an event cannot %s", verb);
}

/* Does what a verb stands for that is no coroutine. */
gboolean
jug_sync_stage_call (JugSyncStage *self,
                     const char *verb,
                     const char *argument,
                     JugValue *result,
                     GError **error)
{
  if (g_str_equal (verb, "flag"))
    self->flag = TRUE;
  else if (self->queue)
    return call_queue (self->queue, verb, argument, result, error);
  else if (self->condition)
    return call_condition (self->condition, verb, argument, result, error);
  else if (self->event)
    call_event (self->event, verb, result);
  else if (g_str_equal (verb, "release"))
    return self->lock ? jug_lock_release (self->lock, error)
                      : jug_semaphore_release (self->semaphore, error);
  else if (g_str_equal (verb, "locked"))
    *result = JUG_BOOL (self->lock ? jug_lock_is_locked (self->lock)
                                   : jug_semaphore_is_locked (self->semaphore));
  else if (g_str_equal (verb, "n_waiting"))
    *result = JUG_INT (jug_barrier_get_n_waiting (self->barrier));
  else if (g_str_equal (verb, "broken"))
    *result = JUG_BOOL (jug_barrier_is_broken (self->barrier));
  else
    g_error ("nothing here can %s", verb);
  return TRUE;
}
