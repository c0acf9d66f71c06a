/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The times at which events are drawn: those of one moment one after the other. */
#include "jug-trace-chrome-private.h"

/* See jug_trace_chrome_write(). */
#define VIRTUAL_STEP_NS G_GINT64_CONSTANT (1000000)
#define REAL_STEP_NS G_GINT64_CONSTANT (1000)
#define MAX_SHARE 10

void
jug_chrome_clock_init (JugChromeClock *self, JugTrace *trace)
{
  gboolean is_virtual =
      g_strcmp0 (jug_trace_get_property (trace, JUG_TRACE_CLOCK), "virtual") == 0;

  *self = (JugChromeClock){
    .trace = trace,
    .step_ns = is_virtual ? VIRTUAL_STEP_NS : REAL_STEP_NS,
    .end_ns = jug_trace_get_end_time (trace),
    .n_events = jug_trace_get_n_events (trace),
  };
}

/* The moment of an event.  After the last one there is as much room as the whole run
 * took, or any if no time passed in it. */
static JugChromeMoment
find_moment (const JugChromeClock *self, guint32 event)
{
  gint64 time_ns = jug_trace_get_event (self->trace, event)->time_ns;
  JugChromeMoment moment = {
    .first = jug_trace_find_time (self->trace, time_ns),
    .end = jug_trace_find_time (self->trace, time_ns + 1),
    .time_ns = time_ns,
  };
  gint64 room_ns = self->end_ns > 0 ? self->end_ns : G_MAXINT64;

  if (moment.end < self->n_events)
    room_ns = jug_trace_get_event (self->trace, moment.end)->time_ns - time_ns;
  moment.spread_ns =
      MIN ((moment.end - moment.first) * self->step_ns, room_ns / MAX_SHARE);
  return moment;
}

static gint64
get_time (const JugChromeMoment *moment, guint32 event)
{
  double elapsed_ns = (double) (event - moment->first) * (double) moment->spread_ns;

  return moment->time_ns + (gint64) (elapsed_ns / (moment->end - moment->first));
}

/* The time at which an event is drawn; quick for events in order. */
gint64
jug_chrome_clock_read (JugChromeClock *self, guint32 event)
{
  if (event < self->here.first || event >= self->here.end)
    self->here = find_moment (self, event);
  return get_time (&self->here, event);
}

/* The same for an event that is somewhere else. */
gint64
jug_chrome_clock_read_far (JugChromeClock *self, guint32 event)
{
  JugChromeMoment there;

  if (event >= self->here.first && event < self->here.end)
    return get_time (&self->here, event);
  there = find_moment (self, event);
  return get_time (&there, event);
}

/* A time between that of an event and the next one's: surely inside of what begins with
 * the one and ends with the other, as viewers do not agree on whether edges belong to a
 * slice. */
gint64
jug_chrome_clock_read_after (JugChromeClock *self, guint32 event)
{
  gint64 time_ns = jug_chrome_clock_read (self, event);
  gint64 room_ns;

  if (event + 1 >= self->n_events)
    return time_ns;
  room_ns = jug_chrome_clock_read_far (self, event + 1) - time_ns;
  return time_ns + MIN (room_ns, self->step_ns) / 2;
}
