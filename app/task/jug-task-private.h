/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A task's fields, and how it suspends, for the files in whose functions tasks wait. */
#pragma once

#include "jug-stack-private.h"
#include "jug-task.h"

G_BEGIN_DECLS

struct _JugTask
{
  JugFuture future; /* first, as a task is a future */
  JugDoneCallback wakeup;
  JugCoroutine *coroutine; /* owned until it runs */
  JugStack *stack;         /* owned from its first step to its last */
  JugFuture *waiting_for;  /* owned; asyncio's _fut_waiter */
  JugFuture *yielded; /* (unowned) what it suspended on, until the step is dealt with */
  GError *thrown;     /* owned; what its await is to raise */
  char *own_name;
  char *cancel_message;
  gpointer scope; /* (unowned) the layer above's */
  JugTask *previous;
  JugTask *next;
  guint32 number;
  guint32 name_number;
  guint32 n_cancels;
  guint8 must_cancel;
  guint8 failed; /* its coroutine ended by an exception */
  guint8 is_closing;
  guint8 is_in_cancel;   /* cancel() is on its way down from it */
  guint8 awaited_itself; /* which spoils it: CPython refuses to await it ever again */
  const char *name;      /* static: the coroutine's */
};

G_GNUC_INTERNAL void jug_task_run_ready (JugLoop *loop, guint n_ready);
G_GNUC_INTERNAL JugTask *jug_task_new_quiet (JugLoop *loop, const char *name);
G_GNUC_INTERNAL void jug_task_end_quietly (JugTask *self);
G_GNUC_INTERNAL gboolean jug_task_refuse_to_suspend (JugTask *self, GError **error);

/* jug_task_suspend(), inline for the reason that jug_stack_switch() is. */
G_ALWAYS_INLINE static inline gboolean
jug_task_suspend_inline (JugFuture *future, GError **error)
{
  JugLoop *loop = future ? future->loop : jug_loop_get_current ();
  JugTask *self = loop ? JUG_LOOP_FRONT (loop)->current : NULL;

  if (G_UNLIKELY (!self || self->is_closing))
    return jug_task_refuse_to_suspend (self, error);
  self->yielded = future;
  jug_stack_leave (self->stack);
  if (G_UNLIKELY (self->thrown))
    {
      g_propagate_error (error, g_steal_pointer (&self->thrown));
      return FALSE;
    }
  return TRUE;
}

G_END_DECLS
