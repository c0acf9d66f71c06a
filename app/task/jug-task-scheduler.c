/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the task layer keeps for a loop: its tasks and their stacks. */
#include "jug-task-scheduler.h"

#include "jug-future-private.h"
#include "jug-task-scheduler-private.h"

/* What Python calls a task, but for where in which file its coroutine stands and what it
 * waits for. */
static char *
make_repr (JugTask *task)
{
  const JugFuture *future = JUG_FUTURE (task);
  g_autofree char *own_name = jug_task_dup_name (task);
  g_autofree char *name =
      jug_value_repr (&(JugValue){ .type = JUG_VALUE_STRING, .s = own_name });
  g_autofree char *end = NULL;
  const char *state = "finished";

  switch (future->state)
    {
    case JUG_FUTURE_PENDING:
      state = task->n_cancels > 0 ? "cancelling" : "pending";
      break;
    case JUG_FUTURE_RESULT:
      end = jug_value_repr (&future->result);
      break;
    case JUG_FUTURE_EXCEPTION:
      end =
          jug_value_repr (&(JugValue){ .type = JUG_VALUE_ERROR, .error = future->error });
      break;
    case JUG_FUTURE_CANCELLED:
      state = "cancelled";
      break;
    }
  return g_strdup_printf ("<Task %s name=%s coro=<%s() %s>%s%s>", state, name, task->name,
                          future->state == JUG_FUTURE_PENDING ? "running" : "done",
                          !end                                    ? ""
                          : future->state == JUG_FUTURE_EXCEPTION ? " exception="
                                                                  : " result=",
                          end ? end : "");
}

/* jug_loop_run_watched() that knows tasks. */
static void
run_watched (JugLoop *loop, JugCallback *callback)
{
  gint64 start = jug_loop_get_time (loop);
  g_autoptr (JugTask) task = NULL;
  gint64 duration;

  if (callback->task == JUG_TASK_LOOP || callback->is_cancelled)
    {
      jug_loop_run_watched (loop, callback);
      return;
    }
  task = (JugTask *) ((char *) callback - G_STRUCT_OFFSET (JugTask, wakeup.callback));
  jug_task_ref (task); /* it may be over, and is told on all the same */
  callback->run (loop, callback);
  duration = jug_loop_get_time (loop) - start;
  if (duration >= JUG_LOOP_SLOW_NS && JUG_LOOP_FRONT (loop)->trace)
    {
      g_autofree char *what = make_repr (task);

      jug_loop_report_slow (loop, duration, task->number, callback->number, what);
    }
}

static void
report_pending (JugTask *task)
{
  jug_loop_report (task->future.loop, JUG_REPORT_DESTROYED_PENDING, task->number, 0,
                   "Task was destroyed but it is pending!");
}

static void
close_task (JugTaskScheduler *self, JugTask *task)
{
  JugLoopFront *front = JUG_LOOP_FRONT (self->loop);

  report_pending (task);
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
  front->run_watched = run_watched;
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
 * jug_task_report_pending:
 * @loop: a loop that will not run any more
 *
 * Tells on each task that the end of its run left behind, as Python does when it throws
 * them away at its own end.
 */
void
jug_task_report_pending (JugLoop *loop)
{
  JugTaskScheduler *self = JUG_LOOP_FRONT (loop)->tasks;

  for (JugTask *task = self ? self->first : NULL; task; task = task->next)
    report_pending (task);
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
