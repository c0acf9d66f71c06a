/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.TaskGroup, after Lib/asyncio/taskgroups.py. */
#include "jug-task-group.h"

#include "jug-future-private.h"
#include "jug-task-cancel.h"
#include "jug-task-scheduler.h"

typedef struct
{
  JugDoneCallback done;
  GList link;          /* in the group's list while the task is not done */
  JugTaskGroup *group; /* owned */
  JugTask *task;       /* owned */
} Child;

struct _JugTaskGroup
{
  guint n_refs;
  JugLoop *loop;           /* (unowned) */
  JugTask *parent;         /* owned once it is entered */
  GQueue children;         /* of Child, in creation order; CPython's is a set (S45) */
  GPtrArray *errors;       /* of GError */
  GError *base_error;      /* the first SystemExit or KeyboardInterrupt */
  JugFuture *on_completed; /* owned while the end waits */
  gboolean is_entered;
  gboolean is_exiting;
  gboolean is_aborting;
  gboolean parent_cancel_requested;
};

/**
 * jug_task_group_new:
 * @loop: the loop
 *
 * Returns: (transfer full): a group that is not entered yet
 */
JugTaskGroup *
jug_task_group_new (JugLoop *loop)
{
  JugTaskGroup *self = g_new0 (JugTaskGroup, 1);

  self->n_refs = 1;
  self->loop = loop;
  g_queue_init (&self->children);
  self->errors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  return self;
}

/**
 * jug_task_group_ref:
 * @self: a group
 *
 * Returns: (transfer full): @self
 */
JugTaskGroup *
jug_task_group_ref (JugTaskGroup *self)
{
  self->n_refs++;
  return self;
}

/**
 * jug_task_group_unref:
 * @self: (transfer full): a group
 */
void
jug_task_group_unref (JugTaskGroup *self)
{
  if (--self->n_refs > 0)
    return;
  g_clear_pointer (&self->parent, jug_task_unref);
  g_clear_pointer (&self->errors, g_ptr_array_unref);
  g_clear_error (&self->base_error);
  g_clear_pointer (&self->on_completed, jug_future_unref);
  g_free (self);
}

/* TaskGroup.__repr__ */
static char *
dup_repr (JugTaskGroup *self)
{
  GString *repr = g_string_new ("<TaskGroup");
  guint n_errors = self->errors ? self->errors->len : 0;

  if (self->children.length > 0)
    g_string_append_printf (repr, " tasks=%u", self->children.length);
  if (n_errors > 0)
    g_string_append_printf (repr, " errors=%u", n_errors);
  if (self->is_aborting)
    g_string_append (repr, " cancelling");
  else if (self->is_entered)
    g_string_append (repr, " entered");
  g_string_append_c (repr, '>');
  return g_string_free (repr, FALSE);
}

/* Always fails. */
static gboolean
refuse (JugTaskGroup *self, const char *why, GError **error)
{
  g_autofree char *repr = dup_repr (self);

  jug_exception_set (error, "RuntimeError", "TaskGroup %s %s", repr, why);
  return FALSE;
}

/**
 * jug_task_group_enter:
 * @self: a group that was never entered
 * @error: RuntimeError
 *
 * Returns: whether it could be entered
 */
gboolean
jug_task_group_enter (JugTaskGroup *self, GError **error)
{
  JugTask *parent = jug_task_get_current (self->loop);

  if (self->is_entered)
    return refuse (self, "has already been entered", error);
  if (!parent)
    return refuse (self, "cannot determine the parent task", error);
  self->parent = jug_task_ref (parent);
  self->is_entered = TRUE;
  return TRUE;
}

static void
abort_group (JugTaskGroup *self)
{
  guint n_left = 0;

  self->is_aborting = TRUE;
  for (GList *link = self->children.head; link; link = link->next)
    n_left += !jug_future_is_done (JUG_FUTURE (((Child *) link->data)->task));
  jug_task_record_unordered (self->loop, JUG_UNORDERED_GROUP, n_left);
  for (GList *link = self->children.head; link; link = link->next)
    {
      Child *child = link->data;

      if (!jug_future_is_done (JUG_FUTURE (child->task)))
        jug_task_cancel (child->task);
    }
}

static gboolean
is_base_error (const GError *error)
{
  return g_error_matches (error, JUG_EXCEPTION, JUG_EXCEPTION_EXIT);
}

static void
handle_done (JugTaskGroup *self, JugTask *task)
{
  JugFuture *future = JUG_FUTURE (task);
  const GError *exception;

  if (self->on_completed && g_queue_is_empty (&self->children) &&
      !jug_future_is_done (self->on_completed))
    jug_future_set_result (self->on_completed, JUG_BOOL (TRUE), NULL);

  if (jug_future_is_cancelled (future))
    return;
  exception = jug_future_get_exception (future, NULL);
  if (!exception || !self->errors)
    return;

  g_ptr_array_add (self->errors, g_error_copy (exception));
  if (is_base_error (exception) && !self->base_error)
    self->base_error = g_error_copy (exception);
  if (jug_future_is_done (JUG_FUTURE (self->parent)))
    jug_loop_report (self->loop, JUG_REPORT_CALLBACK_ERROR, jug_task_get_number (task), 0,
                     "A task has errored out but its parent task is already completed");
  else if (!self->is_aborting && !self->parent_cancel_requested)
    {
      abort_group (self);
      self->parent_cancel_requested = TRUE;
      jug_task_cancel (self->parent);
    }
}

static void
child_done_cb (JugFuture *future, JugDoneCallback *callback)
{
  Child *child = (Child *) callback;
  JugTaskGroup *self = child->group;

  g_queue_unlink (&self->children, &child->link);
  if (future)
    handle_done (self, child->task);
  jug_task_unref (child->task);
  g_free (child);
  jug_task_group_unref (self);
}

/**
 * jug_task_group_create_task:
 * @self: an entered group
 * @coroutine: (transfer full): what the task will run
 * @name: (nullable): the name that the program gives it
 * @error: RuntimeError if the group is finished, aborting or not entered; or what an
 * eager task quit with, as in jug_task_new()
 *
 * A task whose eager first step was its last is a child like any other: the group hears
 * of its end in the next iteration, so that an error cancels the parent when it waits and
 * not in the middle of the call (Lib/asyncio/taskgroups.py, TaskGroup.create_task, since
 * CPython 3.13.2; before, the group handled such an end within the call).
 *
 * Returns: (transfer full) (nullable): the task
 */
JugTask *
jug_task_group_create_task (JugTaskGroup *self,
                            JugCoroutine *coroutine,
                            const char *name,
                            GError **error)
{
  const char *refusal = NULL;
  JugTask *task;
  Child *child;

  if (!self->is_entered)
    refusal = "has not been entered";
  else if (self->is_exiting && g_queue_is_empty (&self->children))
    refusal = "is finished";
  else if (self->is_aborting)
    refusal = "is shutting down";
  if (refusal)
    {
      jug_coroutine_free (coroutine);
      refuse (self, refusal, error);
      return NULL;
    }

  task = jug_task_new (self->loop, coroutine, name, error);
  if (!task)
    return NULL;
  child = g_new0 (Child, 1);
  child->group = jug_task_group_ref (self);
  child->task = jug_task_ref (task);
  child->link.data = child;
  g_queue_push_tail_link (&self->children, &child->link);
  jug_future_add_done_callback (JUG_FUTURE (task), &child->done, child_done_cb,
                                "TaskGroup");
  if (self->on_completed && !jug_future_is_done (self->on_completed))
    jug_future_record_child (self->on_completed, JUG_FUTURE (task));
  return task;
}

/* Waits for the children; a cancellation that comes meanwhile aborts them. */
static void
wait_for_children (JugTaskGroup *self, GError **cancelled)
{
  while (!g_queue_is_empty (&self->children))
    {
      GError *error = NULL;

      if (!self->on_completed)
        {
          self->on_completed =
              jug_future_new_for (self->loop, JUG_PURPOSE_TASK_GROUP, NULL, 0);
          for (GList *link = self->children.head; link; link = link->next)
            jug_future_record_child (self->on_completed,
                                     JUG_FUTURE (((Child *) link->data)->task));
        }
      if (!jug_future_await (self->on_completed, NULL, &error))
        {
          if (!jug_exception_is_cancelled (error))
            {
              /* Closed in the middle: nobody waits for anything any more. */
              g_clear_error (cancelled);
              *cancelled = error;
              return;
            }
          if (!self->is_aborting)
            {
              g_clear_error (cancelled);
              *cancelled = g_steal_pointer (&error);
              abort_group (self);
            }
          g_clear_error (&error);
        }
      g_clear_pointer (&self->on_completed, jug_future_unref);
    }
}

/**
 * jug_task_group_exit:
 * @self: an entered group
 * @body_error: (nullable) (transfer full): the exception that ended the block
 * @error: the exception that goes on
 *
 * TaskGroup.__aexit__: ends `async with`, when all children have ended.
 *
 * Returns: %FALSE if an exception goes on
 */
gboolean
jug_task_group_exit (JugTaskGroup *self, GError *body_error, GError **error)
{
  g_autoptr (GError) body = body_error;
  g_autoptr (GError) cancelled = NULL;

  self->is_exiting = TRUE;
  if (body && is_base_error (body) && !self->base_error)
    self->base_error = g_error_copy (body);
  if (body && jug_exception_is_cancelled (body))
    cancelled = g_error_copy (body);
  if (body && !self->is_aborting)
    abort_group (self);

  wait_for_children (self, &cancelled);
  if (!g_queue_is_empty (&self->children))
    {
      g_propagate_error (error, g_steal_pointer (&cancelled));
      return FALSE;
    }

  if (self->base_error)
    {
      g_propagate_error (error, g_steal_pointer (&self->base_error));
      return FALSE;
    }
  if (self->parent_cancel_requested && jug_task_uncancel (self->parent) == 0)
    g_clear_error (&cancelled);
  if (cancelled && self->errors->len == 0)
    {
      g_propagate_error (error, g_steal_pointer (&cancelled));
      return FALSE;
    }
  if (body && !jug_exception_is_cancelled (body))
    g_ptr_array_add (self->errors, g_steal_pointer (&body));
  if (self->errors->len == 0)
    return TRUE;

  if (jug_task_get_cancelling (self->parent) > 0)
    {
      /* Cancelled from outside as well: keep the count, but deliver the errors. */
      jug_task_uncancel (self->parent);
      jug_task_cancel (self->parent);
    }
  g_propagate_error (error, jug_exception_new_group ("unhandled errors in a TaskGroup",
                                                     g_steal_pointer (&self->errors)));
  return FALSE;
}
