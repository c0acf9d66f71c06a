/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long a stop is shown before the next one is. */
#include "jug-pace-private.h"

#define MS G_GINT64_CONSTANT (1000000)

/* A run in which nothing takes time is to be seen nevertheless, and one that waits a
 * night for a timer is not to be sat through; sleeps of one, two and three seconds keep
 * their proportions. */
#define MIN_DWELL_NS (400 * MS)
#define MAX_DWELL_NS (3000 * MS)

enum
{
  MAX_SLOW_STOPS = 1500, /* in a run of more stops all is shortened in proportion */
  N_SAMPLED = 20000      /* events that are looked at to tell how many stops there are */
};

/* Looks at how much there is to show, if that has changed. */
void
jug_pace_measure (JugPace *self, JugTrace *trace, JugDetail detail)
{
  guint32 n_events = jug_trace_get_n_events (trace);
  guint32 n_sampled = MIN (n_events, N_SAMPLED);
  guint n_stops = 0;
  double expected;

  if (self->factor > 0 && self->n_events == n_events && self->detail == detail)
    return;
  for (guint32 i = 0; i < n_sampled; i++)
    n_stops += jug_stop_is (trace, i, detail);
  expected = (double) n_stops * n_events / MAX (n_sampled, 1);
  *self = (JugPace){ .n_events = n_events,
                     .detail = detail,
                     .factor = MIN (1.0, MAX_SLOW_STOPS / MAX (expected, 1.0)) };
}

/* How long a stop is shown if so much of the trace's time goes by until the next. */
gint64
jug_pace_get_dwell (const JugPace *self, gint64 gap_ns)
{
  double dwell = (double) CLAMP (gap_ns, MIN_DWELL_NS, MAX_DWELL_NS) * self->factor;

  return MAX (1, (gint64) dwell);
}
