/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the task layer keeps for a loop: its tasks and their stacks. */
#include "jug-task-scheduler.h"

#include "jug-future-private.h"
#include "jug-task-scheduler-private.h"

static void
close_task (JugTaskScheduler *self, JugTask *task)
{
  JugLoopFront *front = JUG_LOOP_FRONT (self->loop);

  jug_loop_report (self->loop, JUG_REPORT_DESTROYED_PENDING, task->number, 0,
                   "Task was destroyed but it is pending!");
  jug_loop_unschedule (self->loop, &task->wakeup.callback);
  if (task->waiting_for)
    {
      jug_future_remove_done_callback (task->waiting_for, &task->wakeup);
      g_clear_pointer (&task->waiting_for, jug_future_unref);
    }
  if (task->stack)
    {
      /* What is on its stack is owned there; GeneratorExit makes it let go, as close()
       * does. */
      gpointer current = front->current;

      g_clear_error (&task->thrown);
      task->is_closing = TRUE;
      task->thrown = jug_exception_new ("GeneratorExit", "%s", "");
      front->current = task;
      while (!jug_stack_enter (task->stack))
        ;
      front->current = current;
      jug_stack_pool_give (self->stacks, g_steal_pointer (&task->stack));
      task->future.state = JUG_FUTURE_CANCELLED;
      if (!task->failed)
        {
          jug_value_clear (&task->future.result);
          task->future.error = jug_future_make_cancelled_error (NULL);
        }
    }
  jug_future_drop_callbacks (&task->future);
}

static void
scheduler_free (gpointer data)
{
  JugTaskScheduler *self = data;
  JugLoop *current = jug_loop_set_current (self->loop);

  while (self->first)
    {
      JugTask *task = self->first;

      jug_task_scheduler_remove (self, task);
      close_task (self, task);
      jug_task_unref (task);
    }
  while (self->watchers)
    {
      JugWatcher *watcher = self->watchers;

      jug_watcher_remove (watcher);
      watcher->let_go (watcher);
    }
  jug_stack_pool_free (self->stacks);
  jug_loop_set_current (current);
  g_free (self);
}

/* For jug_task_scheduler_get(). */
JugTaskScheduler *
jug_task_scheduler_make (JugLoop *loop)
{
  JugLoopFront *front = JUG_LOOP_FRONT (loop);
  JugTaskScheduler *self = g_new0 (JugTaskScheduler, 1);

  self->loop = loop;
  self->stacks = jug_stack_pool_new ();
  front->tasks = self;
  front->free_tasks = scheduler_free;
  front->run_ready = jug_task_run_ready;
  return self;
}

/**
 * jug_task_record_unordered:
 * @loop: the loop
 * @what: what follows
 * @n: how many
 *
 * Tells the trace that asyncio promises no order for what follows, if that is several.
 */
void
jug_task_record_unordered (JugLoop *loop, JugUnordered what, guint n)
{
  if (n > 1)
    jug_loop_record (loop, .kind = JUG_EVENT_UNORDERED, .detail = what,
                     .task = JUG_LOOP_FRONT (loop)->current_task, .value = n,
                     .cause = JUG_LOOP_FRONT (loop)->activity);
}

/**
 * jug_task_list_all:
 * @loop: a loop
 *
 * Returns: (transfer full) (element-type JugTask): the tasks that are not done, oldest
 * first
 */
GPtrArray *
jug_task_list_all (JugLoop *loop)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) jug_task_unref);

  for (JugTask *task = jug_task_scheduler_get (loop)->first; task; task = task->next)
    g_ptr_array_add (all, jug_task_ref (task));
  return all;
}

/**
 * jug_task_set_eager_by_default:
 * @loop: a loop
 * @eager: whether jug_task_new() makes eager tasks, as asyncio's `eager_task_factory`
 * does
 */
void
jug_task_set_eager_by_default (JugLoop *loop, gboolean eager)
{
  jug_task_scheduler_get (loop)->is_eager = eager;
}
