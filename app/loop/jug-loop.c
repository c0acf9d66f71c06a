/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The event loop: who runs next. */
#include "jug-loop-private.h"

/* The one piece of global state there is, as in asyncio: which loop this thread runs. */
_Thread_local JugLoop *jug_loop_current;

static void
run_nothing (JugLoop *loop, JugCallback *callback)
{
}

/**
 * jug_loop_new:
 * @context: (nullable): the context to run on, or %NULL for the thread's default
 * @clock: (transfer full): where time comes from
 * @trace: (nullable): what to record into; the loop takes a reference
 *
 * Returns: (transfer full): a loop that does not run yet
 */
JugLoop *
jug_loop_new (GMainContext *context, JugClock *clock, JugTrace *trace)
{
  JugLoop *self = g_new0 (JugLoop, 1);

  self->context =
      context ? g_main_context_ref (context) : g_main_context_ref_thread_default ();
  self->clock = clock;
  self->is_virtual = jug_clock_is_virtual (clock);
  self->front.trace = trace ? jug_trace_ref (trace) : NULL;
  self->front.activity = JUG_NO_EVENT;
  self->stop_event = JUG_NO_EVENT;
  self->event_limit = JUG_TRACE_MAX_EVENTS / 2;
  self->empty = (JugCallback){ .run = run_nothing, .is_cancelled = TRUE };
  jug_ready_queue_init (&self->front.ready);
  self->front.run_ready = jug_loop_run_ready;
  self->front.run_watched = jug_loop_run_watched;
  g_mutex_init (&self->foreign_lock);
  g_queue_init (&self->foreign);
  return self;
}

/**
 * jug_loop_close:
 * @self: a loop that does not run
 *
 * Forgets all callbacks and timers, as asyncio's `loop.close()` does.
 */
void
jug_loop_close (JugLoop *self)
{
  JugTimer *timer;

  g_return_if_fail (!self->is_running);

  jug_loop_take_foreign (self);
  while (jug_ready_queue_get_length (&self->front.ready) > 0)
    {
      JugCallback *callback = jug_ready_queue_pop (&self->front.ready);

      callback->is_queued = FALSE;
      callback->run (NULL, callback);
    }
  while ((timer = jug_timer_heap_pop (&self->timers)))
    timer->callback.run (NULL, &timer->callback);
}

/**
 * jug_loop_free:
 * @self: (transfer full): a loop that does not run
 */
void
jug_loop_free (JugLoop *self)
{
  if (self->front.free_tasks)
    self->front.free_tasks (self->front.tasks);
  jug_loop_close (self);
  if (jug_loop_current == self)
    jug_loop_current = NULL;
  jug_block_pool_clear (&self->front.small_blocks);
  jug_block_pool_clear (&self->front.large_blocks);
  jug_ready_queue_clear (&self->front.ready);
  jug_timer_heap_clear (&self->timers);
  g_mutex_clear (&self->foreign_lock);
  g_clear_error (&self->front.escaped);
  g_clear_pointer (&self->front.trace, jug_trace_unref);
  g_clear_pointer (&self->clock, jug_clock_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self);
}

/**
 * jug_loop_set_current:
 * @self: (nullable): the loop whose program will run on this thread
 *
 * Returns: (nullable): the one before, to be set again afterwards
 */
JugLoop *
jug_loop_set_current (JugLoop *self)
{
  JugLoop *previous = jug_loop_current;

  jug_loop_current = self;
  return previous;
}

/**
 * jug_loop_run_forever:
 * @self: a loop that does not run
 *
 * Runs iterations until something ends it; blocks the calling thread, so it is for
 * threads that have nothing else to do.  S9: after jug_loop_stop() the iteration that is
 * under way is finished.
 *
 * Returns: why it ended
 */
JugLoopEnd
jug_loop_run_forever (JugLoop *self)
{
  g_return_val_if_fail (!self->is_running, JUG_LOOP_END_STOPPED);

  self->is_running = TRUE;
  self->has_ended = FALSE;
  self->end = JUG_LOOP_END_STOPPED;
  self->source = jug_loop_source_new (self);
  g_source_attach (self->source, self->context);
  jug_loop_refresh_time (self);
  jug_loop_record (self, .kind = JUG_EVENT_LOOP_START);

  while (!self->has_ended)
    g_main_context_iteration (self->context, TRUE);

  jug_loop_refresh_time (self);
  self->stop_event = jug_loop_record (self, .kind = JUG_EVENT_LOOP_STOP);
  g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  self->is_stopping = FALSE;
  self->is_running = FALSE;
  self->phase = JUG_LOOP_BETWEEN;
  self->front.activity = JUG_NO_EVENT;
  return self->end;
}

/**
 * jug_loop_get_stop_event:
 * @self: a loop
 *
 * Returns: the event with which its last run ended, which is the cause of what is done
 * about that; %JUG_NO_EVENT if nothing recorded it
 */
guint32
jug_loop_get_stop_event (JugLoop *self)
{
  return self->stop_event;
}

/**
 * jug_loop_stop:
 * @self: a loop
 *
 * Lets the current iteration finish and then ends the run (S9).  On a loop that does not
 * run yet the next run ends after its first iteration.
 */
void
jug_loop_stop (JugLoop *self)
{
  self->is_stopping = TRUE;
}

/**
 * jug_loop_interrupt:
 * @self: a loop
 *
 * Ends its run after the iteration under way, and each later run at once; from any
 * thread.  For whoever started the program and wants no more of it.
 */
void
jug_loop_interrupt (JugLoop *self)
{
  g_atomic_int_set (&self->is_interrupted, TRUE);
  g_main_context_wakeup (self->context);
}

/**
 * jug_loop_is_running:
 * @self: a loop
 *
 * Returns: whether jug_loop_run_forever() is under way
 */
gboolean
jug_loop_is_running (JugLoop *self)
{
  return self->is_running;
}

/**
 * jug_loop_escape:
 * @self: a running loop
 * @error: (transfer full): an exception that no loop keeps in: SystemExit,
 * KeyboardInterrupt
 *
 * Ends the run in the middle of the iteration, once the callback that calls this returns
 * (S8). What was ready stays ready.
 */
void
jug_loop_escape (JugLoop *self, GError *error)
{
  g_clear_error (&self->front.escaped);
  self->front.escaped = error;
}

/**
 * jug_loop_steal_escaped:
 * @self: a loop
 *
 * Returns: (transfer full) (nullable): the exception that ended the last run
 */
GError *
jug_loop_steal_escaped (JugLoop *self)
{
  return g_steal_pointer (&self->front.escaped);
}

/**
 * jug_loop_record_queued:
 * @self: a loop that records
 * @callback: what becomes ready
 * @cause: index of the event because of which it does
 *
 * What jug_loop_schedule() has to do besides while there is a trace.
 */
void
jug_loop_record_queued (JugLoop *self, JugCallback *callback, guint32 cause)
{
  if (callback->number == 0)
    callback->number = jug_loop_new_object (self);
  callback->queue_event = jug_loop_record (
      self, .kind = JUG_EVENT_CALLBACK_QUEUE, .task = callback->task,
      .object = callback->number, .text = callback->text, .cause = cause);
}

/**
 * jug_loop_unschedule:
 * @self: a loop
 * @callback: a callback, queued or not
 *
 * Cancels it for an owner that goes away: its place in the queue stays, empty, as
 * CPython's cancelled handle would keep it (S4).
 */
void
jug_loop_unschedule (JugLoop *self, JugCallback *callback)
{
  if (!callback->is_queued)
    return;
  jug_loop_cancel_callback (self, callback);
  jug_ready_queue_replace (&self->front.ready, callback, &self->empty);
  callback->is_queued = FALSE;
}

/**
 * jug_loop_cancel_callback:
 * @self: a loop
 * @callback: a callback in its ready queue
 *
 * It keeps its place and is passed over when its turn comes (S4).
 */
void
jug_loop_cancel_callback (JugLoop *self, JugCallback *callback)
{
  if (callback->is_cancelled)
    return;
  callback->is_cancelled = TRUE;
  jug_loop_record (self, .kind = JUG_EVENT_CALLBACK_CANCEL, .object = callback->number,
                   .cause = self->front.activity);
}

/**
 * jug_loop_arm:
 * @self: a loop
 * @timer: a timer that is not armed; must stay alive until it fires or is disarmed
 * @deadline_ns: loop time at which its callback becomes ready, at the earliest; never, if
 * that is %JUG_EVENT_MAX_TIME_NS or later
 */
void
jug_loop_arm (JugLoop *self, JugTimer *timer, gint64 deadline_ns)
{
  deadline_ns = MIN (deadline_ns, JUG_EVENT_MAX_TIME_NS);
  timer->deadline_ns = deadline_ns;
  timer->sequence = self->next_sequence++;
  if (self->front.trace)
    {
      if (timer->callback.number == 0)
        timer->callback.number = jug_loop_new_object (self);
      timer->arm_event =
          jug_loop_record (self, .kind = JUG_EVENT_TIMER_ARM, .detail = timer->effect,
                           .task = timer->waiter, .object = timer->callback.number,
                           .deadline_ns = deadline_ns);
    }
  jug_timer_heap_push (&self->timers, timer);
}

/**
 * jug_loop_disarm:
 * @self: a loop
 * @timer: a timer, armed or not
 *
 * Cancels it.  If it is due already, its callback is passed over, as asyncio's would be.
 */
void
jug_loop_disarm (JugLoop *self, JugTimer *timer)
{
  if (timer->place > 0)
    {
      jug_timer_heap_remove (&self->timers, timer);
      jug_loop_record (self, .kind = JUG_EVENT_TIMER_CANCEL,
                       .object = timer->callback.number, .cause = self->front.activity);
    }
  else
    jug_loop_unschedule (self, &timer->callback);
}

/**
 * jug_loop_hold:
 * @self: a loop
 *
 * Says that something outside (a socket, a thread) is outstanding: a virtual clock does
 * not jump meanwhile, and having nothing to run is no deadlock.
 */
void
jug_loop_hold (JugLoop *self)
{
  self->n_held++;
}

/**
 * jug_loop_release:
 * @self: a loop
 *
 * Ends what jug_loop_hold() began.
 */
void
jug_loop_release (JugLoop *self)
{
  g_return_if_fail (self->n_held > 0);

  self->n_held--;
}

/**
 * jug_loop_get_time:
 * @self: a loop
 *
 * Returns: nanoseconds, asyncio's `loop.time()`
 */
gint64
jug_loop_get_time (JugLoop *self)
{
  return jug_clock_get_time (self->clock);
}

/**
 * jug_loop_block:
 * @self: a loop
 * @duration_ns: how long
 *
 * Python's `time.sleep`: nothing else runs meanwhile.  Under a virtual clock time jumps.
 */
void
jug_loop_block (JugLoop *self, gint64 duration_ns)
{
  gint64 until = jug_loop_get_time (self) + MAX (duration_ns, 0);

  jug_loop_refresh_time (self);
  jug_loop_record (self, .kind = JUG_EVENT_BLOCK, .task = self->front.current_task,
                   .deadline_ns = until);
  if (self->is_virtual)
    jug_clock_advance_to (self->clock, until);
  else
    g_usleep (MAX (duration_ns, 0) / 1000);
  jug_loop_refresh_time (self);
}

/**
 * jug_loop_get_iteration:
 * @self: a loop
 *
 * Returns: the number of the last iteration that began, from 1; 0 before the first
 */
guint32
jug_loop_get_iteration (JugLoop *self)
{
  return self->iteration;
}

/**
 * jug_loop_set_debug:
 * @self: a loop
 * @debug: whether callbacks that take 0.1 s or longer are reported, as asyncio's debug
 * mode does
 */
void
jug_loop_set_debug (JugLoop *self, gboolean debug)
{
  self->debug = debug;
}

/**
 * jug_loop_get_debug:
 * @self: a loop
 *
 * Returns: whether debug mode is on
 */
gboolean
jug_loop_get_debug (JugLoop *self)
{
  return self->debug;
}

/**
 * jug_loop_set_event_limit:
 * @self: a loop
 * @limit: how many events its trace may get; the run ends at the first iteration beyond
 */
void
jug_loop_set_event_limit (JugLoop *self, guint32 limit)
{
  self->event_limit = limit;
}

/* Under a real clock, the events whose time is read anew; what lies between them happens
 * within the time that reading the clock takes. */
static inline gboolean
begins_or_ends (guint8 kind)
{
  const guint64 kinds = (G_GUINT64_CONSTANT (1) << JUG_EVENT_STEP) |
                        (G_GUINT64_CONSTANT (1) << JUG_EVENT_WAIT) |
                        (G_GUINT64_CONSTANT (1) << JUG_EVENT_DONE) |
                        (G_GUINT64_CONSTANT (1) << JUG_EVENT_PRINT) |
                        (G_GUINT64_CONSTANT (1) << JUG_EVENT_EXIT) |
                        (G_GUINT64_CONSTANT (1) << JUG_EVENT_CALLBACK_RUN) |
                        (G_GUINT64_CONSTANT (1) << JUG_EVENT_CALLBACK_END) |
                        (G_GUINT64_CONSTANT (1) << JUG_EVENT_IO_START) |
                        (G_GUINT64_CONSTANT (1) << JUG_EVENT_IO_DATA) |
                        (G_GUINT64_CONSTANT (1) << JUG_EVENT_IO_DONE) |
                        (G_GUINT64_CONSTANT (1) << JUG_EVENT_LINE);

  return (kinds >> kind) & 1;
}

/**
 * jug_loop_append:
 * @self: a loop that records
 * @event: all but its time, iteration and loop, which are filled in
 *
 * Use jug_loop_record().
 *
 * Returns: the event's index, or %JUG_NO_EVENT if the trace is full
 */
guint32
jug_loop_append (JugLoop *self, JugEvent *event)
{
  if (G_UNLIKELY (jug_trace_get_n_events (self->front.trace) >= JUG_TRACE_MAX_EVENTS))
    return JUG_NO_EVENT; /* one iteration that is longer than a whole trace */
  if (!self->is_virtual && begins_or_ends (event->kind))
    jug_loop_refresh_time (self);
  event->time_ns = self->now_ns;
  event->iteration = self->iteration;
  if (!(jug_event_kind_get_shape (event->kind) &
        (JUG_EVENT_HAS_CAUSE | JUG_EVENT_HAS_EXTRA | JUG_EVENT_HAS_DEADLINE)))
    event->cause = JUG_NO_EVENT;
  return jug_trace_append (self->front.trace, event);
}

/**
 * jug_loop_new_task:
 * @self: a loop
 *
 * Returns: the number of a new task
 */
guint32
jug_loop_new_task (JugLoop *self)
{
  return ++self->next_task;
}

/**
 * jug_loop_report:
 * @self: a loop
 * @report: what kind of thing it is
 * @task: number of the task it is about, or 0
 * @object: number of the future or callback it is about, or 0
 * @text: what Python would log
 *
 * Asyncio's exception handler, its logger and Python's warnings in one: nobody listens
 * but the trace.
 */
void
jug_loop_report (
    JugLoop *self, JugReport report, guint32 task, guint32 object, const char *text)
{
  jug_loop_record (self, .kind = JUG_EVENT_REPORT, .detail = report, .task = task,
                   .object = object, .text = jug_loop_intern (self, text),
                   .cause = self->front.activity);
}

/**
 * jug_loop_stop_recording:
 * @self: a loop
 *
 * What happens from now on, cleaning up for one, is nobody's business.
 */
void
jug_loop_stop_recording (JugLoop *self)
{
  g_clear_pointer (&self->front.trace, jug_trace_unref);
}
