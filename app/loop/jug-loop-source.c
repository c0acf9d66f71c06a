/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One iteration of the loop, and the source by which GLib performs it. */
#include "jug-loop-private.h"

#include <string.h>

#include "jug-handle.h"

enum
{
  ITERATIONS_PER_LOOK = 64,   /* iterations between two looks at the system's clock */
  BUDGET_NS = 4 * 1000 * 1000 /* time of one dispatch; then GLib polls again */
};

/* base_events.MAXIMUM_SELECT_TIMEOUT */
#define MAX_POLL_NS (24 * 3600 * JUG_NS_PER_SECOND)

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

/* The next timer that will ever fire: one for the end of time is as good as none. */
static JugTimer *
peek_timer (JugLoop *self)
{
  JugTimer *next = jug_timer_heap_peek (&self->timers);

  return next && next->deadline_ns < JUG_EVENT_MAX_TIME_NS ? next : NULL;
}

/* Until when an iteration waits: a day at most, and then it is over with nothing to run
 * (S2). */
static gint64
get_wake_time (JugLoop *self, JugTimer *next)
{
  return MIN (next->deadline_ns, self->poll_start_ns + MAX_POLL_NS);
}

/* Due means not later than now plus the clock's resolution, which is a nanosecond
 * (S5). */
static gboolean
is_time_to_wake (JugLoop *self)
{
  JugTimer *next = peek_timer (self);

  return next && get_wake_time (self, next) <= jug_clock_get_time (self->clock);
}

/* Whether waiting can be over: something is ready, due, or will never come. */
static gboolean
can_go_on (JugLoop *self)
{
  if (jug_ready_queue_get_length (&self->front.ready) > 0 || self->is_stopping ||
      g_atomic_int_get (&self->n_foreign) > 0 || g_atomic_int_get (&self->is_interrupted))
    return TRUE;
  if (self->n_held == 0 && (self->is_virtual || !peek_timer (self)))
    return TRUE;
  return is_time_to_wake (self);
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
  JugTimer *next = peek_timer (self);
  guint n_ready = jug_ready_queue_get_length (&self->front.ready);

  self->iteration++;
  self->phase = JUG_LOOP_POLLING;
  if (n_ready == 0)
    self->poll_start_ns = jug_clock_get_time (self->clock);
  if (!self->front.trace)
    return;
  jug_loop_refresh_time (self);
  self->front.activity =
      jug_loop_record (self, .kind = JUG_EVENT_ITERATION, .value = n_ready);
  if (n_ready == 0 && !self->is_stopping && !is_time_to_wake (self) &&
      (next || self->n_held > 0))
    jug_loop_record (self, .kind = JUG_EVENT_POLL,
                     .deadline_ns = next ? get_wake_time (self, next) : -1);
}

static void
queue_timer (JugLoop *self, JugTimer *timer, gint64 last)
{
  guint32 fired = JUG_NO_EVENT;

  if (self->front.trace)
    {
      JugTimer *next = jug_timer_heap_peek (&self->timers);
      gboolean is_tie =
          timer->deadline_ns == last || (next && next->deadline_ns == timer->deadline_ns);

      fired = jug_loop_record (self, .kind = JUG_EVENT_TIMER_FIRE, .detail = is_tie,
                               .object = timer->callback.number, .task = timer->waiter,
                               .cause = timer->arm_event);
    }
  jug_loop_schedule (self, &timer->callback, fired);
}

/* Without timers, and with nobody to tell the time, an iteration does without the
 * clock. */
static void
queue_due_timers (JugLoop *self)
{
  gint64 last = G_MININT64;
  JugTimer *timer = jug_timer_heap_peek (&self->timers);

  if (!timer && !self->front.trace)
    return;
  jug_loop_refresh_time (self);
  for (; timer && timer->deadline_ns <= self->now_ns;
       timer = jug_timer_heap_peek (&self->timers))
    {
      jug_timer_heap_pop (&self->timers);
      queue_timer (self, timer, last);
      last = timer->deadline_ns;
    }
}

/* Whether there is nothing about the loop but callbacks that are ready. */
static inline gboolean
is_plain (JugLoop *self)
{
  guint others = self->timers.length | (guint) g_atomic_int_get (&self->n_foreign) |
                 (guint) g_atomic_int_get (&self->is_interrupted) |
                 (guint) self->is_stopping | (guint) self->debug |
                 (self->phase ^ JUG_LOOP_BETWEEN);

  return !self->front.trace && others == 0 &&
         jug_ready_queue_get_length (&self->front.ready) > 0;
}

guint
jug_loop_begin_plain_iteration (JugLoop *self)
{
  if (!is_plain (self) || self->n_until_look <= 1)
    return 0;
  self->n_until_look--;
  self->iteration++;
  return jug_ready_queue_get_length (&self->front.ready);
}

static inline void
run_callback (JugLoop *self, JugCallback *callback)
{
  callback->run (G_UNLIKELY (callback->is_cancelled) ? NULL : self, callback);
}

/* How a loop without tasks runs what is ready. */
void
jug_loop_run_ready (JugLoop *self, guint n_ready)
{
  do
    for (; n_ready > 0; n_ready--)
      {
        run_callback (self, jug_loop_take_ready (self));
        if (G_UNLIKELY (self->front.escaped))
          return;
      }
  while ((n_ready = jug_loop_begin_plain_iteration (self)) > 0);
}

void
jug_loop_report_slow (
    JugLoop *self, gint64 duration_ns, guint32 task, guint32 object, const char *what)
{
  g_autofree char *text = g_strdup_printf ("Executing %s took %.3f seconds", what,
                                           (double) duration_ns / JUG_NS_PER_SECOND);

  jug_loop_report (self, JUG_REPORT_SLOW_CALLBACK, task, object, text);
}

void
jug_loop_run_watched (JugLoop *self, JugCallback *callback)
{
  gint64 start = jug_loop_get_time (self);
  guint32 number = callback->number;
  guint32 text = callback->text;
  gint64 duration;

  run_callback (self, callback);
  duration = jug_loop_get_time (self) - start;
  if (duration >= JUG_LOOP_SLOW_NS && self->front.trace)
    {
      const char *label =
          text ? jug_trace_get_string (self->front.trace, text) : "callback";
      /* A label of several words is none of the program's functions. */
      gboolean is_function = text && !strchr (label, ' ');
      g_autofree char *what =
          g_strdup_printf ("<Handle %s%s>", label, is_function ? "()" : "");

      jug_loop_report_slow (self, duration, 0, number, what);
    }
}

/* Runs the callbacks that are ready now, and none that they make ready (S3). */
static inline void
run_ready (JugLoop *self)
{
  guint n_ready = jug_ready_queue_get_length (&self->front.ready);

  jug_loop_record (self, .kind = JUG_EVENT_RUN, .value = n_ready);
  if (G_UNLIKELY (self->debug))
    while (n_ready-- > 0 && !self->front.escaped)
      self->front.run_watched (self, jug_loop_take_ready (self));
  else
    self->front.run_ready (self, n_ready);
}

/* Lets time pass up to the next timer, if nothing is ready; FALSE if there will never
 * be. */
static gboolean
wait_for_timer (JugLoop *self)
{
  JugTimer *next = peek_timer (self);

  if (jug_ready_queue_get_length (&self->front.ready) > 0 || self->is_stopping)
    return TRUE;
  if (!next)
    return FALSE;
  if (self->is_virtual)
    jug_clock_advance_to (self->clock, get_wake_time (self, next));
  return TRUE;
}

/* Whether the run goes on after an iteration. */
static gboolean
goes_on (JugLoop *self)
{
  self->phase = JUG_LOOP_BETWEEN;
  self->front.activity = JUG_NO_EVENT;
  if (self->front.escaped)
    end_run (self, JUG_LOOP_END_ESCAPED);
  else if (self->is_stopping)
    end_run (self, JUG_LOOP_END_STOPPED);
  else if (self->front.trace &&
           (jug_trace_get_n_events (self->front.trace) >= self->event_limit ||
            jug_trace_is_full (self->front.trace)))
    end_run (self, JUG_LOOP_END_LIMIT);
  return !self->has_ended;
}

/*
 * One iteration, as `BaseEventLoop._run_once` of Lib/asyncio/base_events.py does it: look
 * for timers and the outside world, then run the callbacks that are ready now and no
 * others (S2, S3). Returns FALSE when it has to wait, or the run is over; then it is
 * called again to go on.
 */
static gboolean
iterate (JugLoop *self)
{
  if (self->phase == JUG_LOOP_BETWEEN)
    begin_iteration (self);
  if (!can_go_on (self))
    return FALSE;

  jug_loop_take_foreign (self);
  if (G_UNLIKELY (g_atomic_int_get (&self->is_interrupted)))
    {
      end_run (self, JUG_LOOP_END_INTERRUPTED);
      return FALSE;
    }
  if (!wait_for_timer (self))
    {
      end_run (self, JUG_LOOP_END_DEADLOCK);
      return FALSE;
    }
  queue_due_timers (self);
  run_ready (self);
  return goes_on (self);
}

/* The same iteration where there are no timers to look for, and nobody to tell; and those
 * after it of which that is true. */
static inline gboolean
iterate_plainly (JugLoop *self)
{
  self->iteration++;
  run_ready (self);
  return G_LIKELY (!self->front.escaped && !self->is_stopping) || goes_on (self);
}

static gboolean
loop_source_prepare (GSource *source, int *timeout)
{
  JugLoop *loop = ((LoopSource *) source)->loop;

  *timeout = -1;
  return loop->phase == JUG_LOOP_BETWEEN || can_go_on (loop);
}

static gboolean
loop_source_check (GSource *source)
{
  JugLoop *loop = ((LoopSource *) source)->loop;

  return loop->phase == JUG_LOOP_BETWEEN || can_go_on (loop);
}

/*
 * Several iterations a dispatch: GLib's own turn costs more than twenty times what an
 * iteration of two callbacks does.  Each counts, and polls the timers, as an iteration of
 * its own.
 */
static gboolean
loop_source_dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  JugLoop *loop = ((LoopSource *) source)->loop;
  gint64 until = jug_clock_system_ns () + BUDGET_NS;
  gboolean has_more;

  do
    {
      loop->n_until_look = ITERATIONS_PER_LOOK;
      do
        has_more = is_plain (loop) ? iterate_plainly (loop) : iterate (loop);
      while (has_more && --loop->n_until_look > 0);
    }
  while (has_more && jug_clock_system_ns () < until);

  if (!loop->is_virtual)
    {
      JugTimer *next = peek_timer (loop);

      g_source_set_ready_time (source, next ? jug_clock_to_monotonic_us (
                                                  loop->clock, get_wake_time (loop, next))
                                            : -1);
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
