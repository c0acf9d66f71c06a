/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a loop's time comes from: the machine's clock, or one that only moves when
 * told. */
#include "jug-clock.h"

#include <math.h>
#include <time.h>

struct _JugClock
{
  gboolean is_virtual;
  gint64 origin_ns; /* real: the system's time when it was made */
  gint64 now_ns;    /* virtual: the time */
};

/**
 * jug_clock_system_ns:
 *
 * The one place that reads the system's monotonic clock; for budgets and measurements,
 * never for what a trace shows.
 *
 * Returns: nanoseconds since some moment in the past
 */
gint64
jug_clock_system_ns (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return now.tv_sec * JUG_NS_PER_SECOND + now.tv_nsec;
}

/**
 * jug_clock_seconds_to_ns:
 * @seconds: a time span as Python programs give it
 *
 * Rounds to whole nanoseconds, as both engines do before they compare deadlines.
 *
 * Returns: nanoseconds, at most a hundred years of them in either direction; for infinity
 *   %JUG_CLOCK_NEVER_NS
 */
gint64
jug_clock_seconds_to_ns (double seconds)
{
  const double century = 100.0 * 366 * 86400;

  if (isnan (seconds))
    return 0;
  if (isinf (seconds) && seconds > 0)
    return JUG_CLOCK_NEVER_NS;
  return (gint64) llrint (CLAMP (seconds, -century, century) * JUG_NS_PER_SECOND);
}

/**
 * jug_clock_new_virtual:
 *
 * Returns: (transfer full): a clock that starts at 0 and stands still
 */
JugClock *
jug_clock_new_virtual (void)
{
  JugClock *self = g_new0 (JugClock, 1);

  self->is_virtual = TRUE;
  return self;
}

/**
 * jug_clock_new_real:
 *
 * Returns: (transfer full): a clock that starts at 0 and runs
 */
JugClock *
jug_clock_new_real (void)
{
  JugClock *self = g_new0 (JugClock, 1);

  self->origin_ns = jug_clock_system_ns ();
  return self;
}

/**
 * jug_clock_free:
 * @self: (transfer full): a clock
 */
void
jug_clock_free (JugClock *self)
{
  g_free (self);
}

/**
 * jug_clock_is_virtual:
 * @self: a clock
 *
 * Returns: whether it moves only when it is told
 */
gboolean
jug_clock_is_virtual (JugClock *self)
{
  return self->is_virtual;
}

/**
 * jug_clock_get_time:
 * @self: a clock
 *
 * Returns: nanoseconds since it was made
 */
gint64
jug_clock_get_time (JugClock *self)
{
  return self->is_virtual ? self->now_ns : jug_clock_system_ns () - self->origin_ns;
}

/**
 * jug_clock_advance_to:
 * @self: a virtual clock
 * @time_ns: the new time; an earlier one than now is ignored, as time never goes back
 */
void
jug_clock_advance_to (JugClock *self, gint64 time_ns)
{
  g_return_if_fail (self->is_virtual);

  self->now_ns = MAX (self->now_ns, time_ns);
}

/**
 * jug_clock_to_monotonic_us:
 * @self: a real clock
 * @time_ns: one of its times
 *
 * Rounds up, so that a source that wakes then finds the time reached.
 *
 * Returns: the same moment for g_source_set_ready_time()
 */
gint64
jug_clock_to_monotonic_us (JugClock *self, gint64 time_ns)
{
  g_return_val_if_fail (!self->is_virtual, 0);

  return (self->origin_ns + time_ns + 999) / 1000;
}
