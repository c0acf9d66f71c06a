/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A callback on the heap, for those who have nothing to embed one in. */
#include "jug-handle.h"

#include "jug-loop-private.h"

struct _JugHandle
{
  JugTimer timer; /* first, so that a callback of ours is a handle of ours */
  JugLoop *loop;  /* (unowned) */
  JugHandleFunc func;
  gpointer data;
  GDestroyNotify notify;
  gatomicrefcount n_refs;
  gboolean is_cancelled;
  gboolean is_foreign; /* made on another thread: not to be touched from there any more */
  char *label;
};

/* As Handle.cancel does: whoever keeps a handle keeps nothing that was given with it. */
static void
drop_data (JugHandle *self)
{
  GDestroyNotify notify = g_steal_pointer (&self->notify);

  if (notify)
    notify (g_steal_pointer (&self->data));
}

static void
run_handle (JugLoop *loop, JugCallback *callback)
{
  JugHandle *self = (JugHandle *) callback;
  GDestroyNotify notify;

  if (!loop)
    {
      drop_data (self);
      jug_handle_unref (self);
      return;
    }
  notify = g_steal_pointer (&self->notify); /* it may cancel itself */
  JUG_LOOP_FRONT (loop)->activity =
      jug_loop_record (loop, .kind = JUG_EVENT_CALLBACK_RUN, .object = callback->number,
                       .text = callback->text, .cause = callback->queue_event);
  self->func (self->data);
  jug_loop_refresh_time (loop);
  jug_loop_record (loop, .kind = JUG_EVENT_CALLBACK_END, .object = callback->number);
  JUG_LOOP_FRONT (loop)->activity = JUG_NO_EVENT;
  if (notify)
    notify (g_steal_pointer (&self->data));
  jug_handle_unref (self);
}

static JugHandle *
handle_new (JugLoop *loop,
            const char *label,
            JugHandleFunc func,
            gpointer data,
            GDestroyNotify notify)
{
  JugHandle *self = g_new0 (JugHandle, 1);

  self->timer.callback.run = run_handle;
  self->loop = loop;
  self->func = func;
  self->data = data;
  self->notify = notify;
  g_atomic_ref_count_init (&self->n_refs);
  return self;
}

/**
 * jug_loop_call_soon:
 * @self: a loop
 * @label: (nullable): what it does, for people
 * @func: what to run
 * @data: for @func
 * @notify: (nullable): frees @data after the run, or once there will be none
 *
 * Runs @func in the next iteration (S1, S3).
 *
 * Returns: (transfer none): the handle; take a reference to keep it beyond its run
 */
JugHandle *
jug_loop_call_soon (JugLoop *self,
                    const char *label,
                    JugHandleFunc func,
                    gpointer data,
                    GDestroyNotify notify)
{
  JugHandle *handle = handle_new (self, label, func, data, notify);

  handle->timer.callback.text = jug_loop_intern (self, label);
  jug_loop_schedule (self, &handle->timer.callback, self->front.activity);
  return handle;
}

/**
 * jug_loop_call_at:
 * @self: a loop
 * @deadline_ns: loop time
 * @label: (nullable): what it does, for people
 * @func: what to run
 * @data: for @func
 * @notify: (nullable): frees @data after the run, or once there will be none
 *
 * Runs @func in the first iteration that finds the deadline reached: never early, often
 * late (S5).
 *
 * Returns: (transfer none): the handle; take a reference to keep it beyond its run
 */
JugHandle *
jug_loop_call_at (JugLoop *self,
                  gint64 deadline_ns,
                  const char *label,
                  JugHandleFunc func,
                  gpointer data,
                  GDestroyNotify notify)
{
  return jug_loop_call_at_for (self, deadline_ns, JUG_TASK_LOOP, JUG_TIMER_WAKES, label,
                               func, data, notify);
}

/**
 * jug_loop_call_at_for:
 * @self: a loop
 * @deadline_ns: loop time
 * @task: the number of the task whose wait this ends
 * @effect: how it does so
 * @label: (nullable): what it does, for people
 * @func: what to run
 * @data: for @func
 * @notify: (nullable): frees @data after the run, or once there will be none
 *
 * jug_loop_call_at() that tells the trace for whom.
 *
 * Returns: (transfer none): the handle; take a reference to keep it beyond its run
 */
JugHandle *
jug_loop_call_at_for (JugLoop *self,
                      gint64 deadline_ns,
                      guint32 task,
                      JugTimerEffect effect,
                      const char *label,
                      JugHandleFunc func,
                      gpointer data,
                      GDestroyNotify notify)
{
  JugHandle *handle = handle_new (self, label, func, data, notify);

  handle->timer.callback.text = jug_loop_intern (self, label);
  handle->timer.waiter = task;
  handle->timer.effect = effect;
  jug_loop_arm (self, &handle->timer, deadline_ns);
  return handle;
}

/**
 * jug_loop_call_later:
 * @self: a loop
 * @delay_ns: from now
 * @label: (nullable): what it does, for people
 * @func: what to run
 * @data: for @func
 * @notify: (nullable): frees @data after the run, or once there will be none
 *
 * jug_loop_call_at() from now.
 *
 * Returns: (transfer none): the handle; take a reference to keep it beyond its run
 */
JugHandle *
jug_loop_call_later (JugLoop *self,
                     gint64 delay_ns,
                     const char *label,
                     JugHandleFunc func,
                     gpointer data,
                     GDestroyNotify notify)
{
  return jug_loop_call_at (self, jug_loop_get_time (self) + delay_ns, label, func, data,
                           notify);
}

/**
 * jug_loop_call_soon_threadsafe:
 * @self: a loop
 * @label: (nullable): what it does, for people
 * @func: what to run, on the loop's thread
 * @data: for @func
 * @notify: (nullable): frees @data, on the loop's thread
 *
 * jug_loop_call_soon() from any thread; wakes the loop (S10).  Whoever means to call it
 * later must hold the loop (jug_loop_hold()) for so long.  On the thread whose running
 * loop it is, the callback takes its place in the queue at once; from elsewhere, when the
 * loop looks at the outside world.
 */
void
jug_loop_call_soon_threadsafe (JugLoop *self,
                               const char *label,
                               JugHandleFunc func,
                               gpointer data,
                               GDestroyNotify notify)
{
  JugHandle *handle;

  if (jug_loop_get_current () == self)
    {
      jug_loop_call_soon (self, label, func, data, notify);
      return;
    }

  handle = handle_new (self, label, func, data, notify);
  handle->is_foreign = TRUE;
  handle->label = g_strdup (label);
  g_mutex_lock (&self->foreign_lock);
  g_queue_push_tail (&self->foreign, handle);
  g_atomic_int_inc (&self->n_foreign);
  g_mutex_unlock (&self->foreign_lock);
  g_main_context_wakeup (self->context);
}

/**
 * jug_handle_get_callback:
 * @self: a handle
 *
 * Returns: (transfer none): its entry for the ready queue
 */
JugCallback *
jug_handle_get_callback (JugHandle *self)
{
  if (self->is_foreign)
    {
      self->timer.callback.text = jug_loop_intern (self->loop, self->label);
      self->is_foreign = FALSE;
    }
  return &self->timer.callback;
}

/**
 * jug_handle_ref:
 * @self: a handle
 *
 * Returns: (transfer full): @self
 */
JugHandle *
jug_handle_ref (JugHandle *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

/**
 * jug_handle_unref:
 * @self: (transfer full): a handle
 */
void
jug_handle_unref (JugHandle *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  drop_data (self);
  g_free (self->label);
  g_free (self);
}

/**
 * jug_handle_cancel:
 * @self: a handle
 *
 * It will not run, and lets go of its data.  One that is ready keeps its place in the
 * queue and is passed over (S4).
 */
void
jug_handle_cancel (JugHandle *self)
{
  if (self->is_cancelled)
    return;
  self->is_cancelled = TRUE;
  jug_handle_ref (self);
  drop_data (self);
  if (self->timer.place > 0)
    {
      jug_loop_disarm (self->loop, &self->timer);
      jug_handle_unref (self);
    }
  else if (self->timer.callback.is_queued)
    jug_loop_cancel_callback (self->loop, &self->timer.callback);
  jug_handle_unref (self);
}

/**
 * jug_handle_is_cancelled:
 * @self: a handle
 *
 * Returns: whether jug_handle_cancel() was called
 */
gboolean
jug_handle_is_cancelled (JugHandle *self)
{
  return self->is_cancelled;
}

/**
 * jug_handle_get_when:
 * @self: a handle of jug_loop_call_at()
 *
 * Returns: its deadline, in loop time
 */
gint64
jug_handle_get_when (JugHandle *self)
{
  return self->timer.deadline_ns;
}
