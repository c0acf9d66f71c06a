/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One iteration of the loop, and the source by which GLib performs it. */
#include "jug-loop-private.h"

#include "jug-handle.h"

enum
{
  ITERATIONS_PER_LOOK = 64,            /* iterations between two looks at the system's clock */
  BUDGET_NS = 4 * 1000 * 1000,         /* time of one dispatch; then GLib polls again */
  SLOW_CALLBACK_NS = 100 * 1000 * 1000 /* asyncio's slow_callback_duration */
};

typedef struct
{
  GSource source;
  JugLoop *loop; /* (unowned): destroys the source before it goes */
} LoopSource;

/* Reads the clock into the time that events get. */
void
jug_loop_refresh_time (JugLoop *self)
{
  self->now_ns = jug_clock_get_time (self->clock);
}

/* Takes in what other threads handed over (S10). */
void
jug_loop_take_foreign (JugLoop *self)
{
  JugHandle *handle;

  if (g_atomic_int_get (&self->n_foreign) == 0)
    return;
  g_mutex_lock (&self->foreign_lock);
  while ((handle = g_queue_pop_head (&self->foreign)))
    jug_loop_schedule (self, jug_handle_get_callback (handle), JUG_NO_EVENT);
  g_atomic_int_set (&self->n_foreign, 0);
  g_mutex_unlock (&self->foreign_lock);
}

static gboolean
has_due_timer (JugLoop *self)
{
  JugTimer *next = jug_timer_heap_peek (&self->timers);

  return next && next->deadline_ns <= jug_clock_get_time (self->clock);
}

/* Whether waiting can be over: something is ready, due, or will never come. */
gboolean
jug_loop_can_go_on (JugLoop *self)
{
  if (jug_ready_queue_get_length (&self->ready) > 0 || self->is_stopping
      || g_atomic_int_get (&self->n_foreign) > 0 || g_atomic_int_get (&self->is_interrupted))
    return TRUE;
  if (self->timers.length > 0)
    return (self->is_virtual && self->n_held == 0) || has_due_timer (self);
  return self->n_held == 0;
}

static void
end_run (JugLoop *self, JugLoopEnd end)
{
  self->has_ended = TRUE;
  self->end = end;
}

static void
begin_iteration (JugLoop *self)
{
  JugTimer *next = jug_timer_heap_peek (&self->timers);

  self->iteration++;
  jug_loop_refresh_time (self);
  self->front.activity = jug_loop_record (self, .kind = JUG_EVENT_ITERATION,
                                          .value = jug_ready_queue_get_length (&self->ready));
  self->phase = JUG_LOOP_POLLING;
  if (jug_ready_queue_get_length (&self->ready) == 0 && !self->is_stopping
      && !has_due_timer (self) && (next || self->n_held > 0))
    jug_loop_record (self, .kind = JUG_EVENT_POLL, .deadline_ns = next ? next->deadline_ns : -1);
}

/* Due means not later than now plus the clock's resolution, which is a nanosecond (S5). */
static void
queue_due_timers (JugLoop *self)
{
  gint64 now = self->now_ns;
  gint64 last = G_MININT64;
  JugTimer *timer = jug_timer_heap_peek (&self->timers);

  for (; timer && timer->deadline_ns <= now; timer = jug_timer_heap_peek (&self->timers))
    {
      guint32 fired = JUG_NO_EVENT;

      jug_timer_heap_pop (&self->timers);
      if (self->front.trace)
        {
          JugTimer *next = jug_timer_heap_peek (&self->timers);
          gboolean is_tie = timer->deadline_ns == last
                            || (next && next->deadline_ns == timer->deadline_ns);

          fired = jug_loop_record (self, .kind = JUG_EVENT_TIMER_FIRE, .detail = is_tie,
                                   .object = timer->callback.number, .task = timer->waiter,
                                   .cause = timer->arm_event);
        }
      last = timer->deadline_ns;
      jug_loop_schedule (self, &timer->callback, fired);
    }
}

static void
run_callback (JugLoop *self, JugCallback *callback)
{
  gint64 start = self->debug ? jug_loop_get_time (self) : 0;

  callback->run (self, callback);
  if (self->debug && jug_loop_get_time (self) - start >= SLOW_CALLBACK_NS)
    {
      g_autofree char *text = g_strdup_printf (
          "Executing a callback took %.3f seconds",
          (double) (jug_loop_get_time (self) - start) / JUG_NS_PER_SECOND);

      jug_loop_report (self, JUG_REPORT_SLOW_CALLBACK, 0, 0, text);
    }
}

/*
 * One iteration, as `BaseEventLoop._run_once` of Lib/asyncio/base_events.py does it: look for
 * timers and the outside world, then run the callbacks that are ready now and no others (S2, S3).
 * Returns FALSE when it has to wait, or the run is over; then it is called again to go on.
 */
gboolean
jug_loop_iterate (JugLoop *self)
{
  if (self->phase == JUG_LOOP_BETWEEN)
    begin_iteration (self);

  if (!jug_loop_can_go_on (self))
    return FALSE;

  jug_loop_take_foreign (self);
  if (G_UNLIKELY (g_atomic_int_get (&self->is_interrupted)))
    {
      end_run (self, JUG_LOOP_END_INTERRUPTED);
      return FALSE;
    }
  if (jug_ready_queue_get_length (&self->ready) == 0 && !self->is_stopping)
    {
      JugTimer *next = jug_timer_heap_peek (&self->timers);

      if (!next)
        {
          end_run (self, JUG_LOOP_END_DEADLOCK);
          return FALSE;
        }
      if (self->is_virtual)
        jug_clock_advance_to (self->clock, next->deadline_ns);
    }
  jug_loop_refresh_time (self);
  queue_due_timers (self);

  guint n_ready = jug_ready_queue_get_length (&self->ready);
  jug_loop_record (self, .kind = JUG_EVENT_RUN, .value = n_ready);
  while (n_ready-- > 0 && !self->escaped)
    {
      JugCallback *callback = jug_ready_queue_pop (&self->ready);

      callback->is_queued = FALSE;
      if (G_LIKELY (!callback->is_cancelled))
        run_callback (self, callback);
      else
        callback->run (NULL, callback);
    }

  self->phase = JUG_LOOP_BETWEEN;
  self->front.activity = JUG_NO_EVENT;
  if (self->escaped)
    end_run (self, JUG_LOOP_END_ESCAPED);
  else if (self->is_stopping)
    end_run (self, JUG_LOOP_END_STOPPED);
  else if (self->front.trace && jug_trace_get_n_events (self->front.trace) >= self->event_limit)
    end_run (self, JUG_LOOP_END_LIMIT);
  return !self->has_ended;
}

static gboolean
loop_source_prepare (GSource *source, int *timeout)
{
  JugLoop *loop = ((LoopSource *) source)->loop;

  *timeout = -1;
  return loop->phase == JUG_LOOP_BETWEEN || jug_loop_can_go_on (loop);
}

static gboolean
loop_source_check (GSource *source)
{
  JugLoop *loop = ((LoopSource *) source)->loop;

  return loop->phase == JUG_LOOP_BETWEEN || jug_loop_can_go_on (loop);
}

/*
 * Several iterations a dispatch: GLib's own turn costs more than twenty times what an iteration
 * of two callbacks does.  Each counts, and polls the timers, as an iteration of its own.
 */
static gboolean
loop_source_dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  JugLoop *loop = ((LoopSource *) source)->loop;
  gint64 until = jug_clock_system_ns () + BUDGET_NS;
  gboolean goes_on;

  do
    {
      guint left = ITERATIONS_PER_LOOK;

      do
        goes_on = jug_loop_iterate (loop);
      while (goes_on && --left > 0);
    }
  while (goes_on && jug_clock_system_ns () < until);

  if (!loop->is_virtual)
    {
      JugTimer *next = jug_timer_heap_peek (&loop->timers);

      g_source_set_ready_time (
          source, next ? jug_clock_to_monotonic_us (loop->clock, next->deadline_ns) : -1);
    }
  return G_SOURCE_CONTINUE;
}

static GSourceFuncs loop_source_funcs = {
  .prepare = loop_source_prepare,
  .check = loop_source_check,
  .dispatch = loop_source_dispatch,
};

/* The source of a loop that begins to run. */
GSource *
jug_loop_source_new (JugLoop *loop)
{
  GSource *source = g_source_new (&loop_source_funcs, sizeof (LoopSource));

  ((LoopSource *) source)->loop = loop;
  g_source_set_static_name (source, "[jug-loop]");
  g_source_set_priority (source, JUG_LOOP_PRIORITY);
  return source;
}
