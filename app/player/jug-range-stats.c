/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums a stretch of a run up: whole spans by the index's sums, those at its ends by hand.
 */
#include "jug-range-stats.h"

/* How much of a stretch lies in a range. */
static gint64
get_overlap (const JugRange *range, gint64 begin_ns, gint64 end_ns)
{
  return MAX (0, MIN (end_ns, range->to_ns) - MAX (begin_ns, range->from_ns));
}

static gint64
get_time (JugSpanIndex *index, guint32 event)
{
  return jug_trace_get_event (jug_span_index_get_trace (index), event)->time_ns;
}

static gint64
get_busy_time (JugSpanIndex *index, guint32 event, gint64 time_ns)
{
  return event > 0 ? jug_span_index_get_busy_time (index, event - 1, time_ns) : 0;
}

/* Brings what a person has marked into a trace that may be shorter. */
static JugRange
clip (JugSpanIndex *index, const JugRange *range)
{
  guint32 n_events = jug_span_index_get_n_events (index);
  gint64 end_ns = jug_span_index_get_end_time (index);
  JugRange clipped = *range;

  clipped.end = MIN (clipped.end, n_events);
  clipped.first = MIN (clipped.first, clipped.end);
  clipped.to_ns = MIN (clipped.to_ns, end_ns);
  clipped.from_ns = MIN (clipped.from_ns, clipped.to_ns);
  return clipped;
}

JugRangeStats
jug_range_stats_get (JugSpanIndex *index, const JugRange *range)
{
  JugRangeStats stats = { 0 };
  JugRange clipped;

  g_return_val_if_fail (index != NULL, stats);
  g_return_val_if_fail (range != NULL, stats);

  clipped = clip (index, range);
  stats.duration_ns = clipped.to_ns - clipped.from_ns;
  stats.n_events = clipped.end - clipped.first;
  stats.n_steps = jug_span_index_count_steps (index, clipped.end) -
                  jug_span_index_count_steps (index, clipped.first);
  stats.n_iterations = jug_span_index_find_iteration (index, clipped.end) -
                       jug_span_index_find_iteration (index, clipped.first);
  stats.busy_ns = get_busy_time (index, clipped.end, clipped.to_ns) -
                  get_busy_time (index, clipped.first, clipped.from_ns);
  return stats;
}

/* Adds one span, or as much of it as lies in the range. */
static void
add_span (JugSpanIndex *index, const JugRange *range, guint32 span, JugRangeLane *lane)
{
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (index, lane->task, &n_spans);
  gint64 end_ns = get_time (index, jug_span_index_get_span_end (index, lane->task, span));
  gint64 length_ns = get_overlap (range, spans[span].begin_ns, end_ns);

  switch ((JugSpanState) spans[span].state)
    {
    case JUG_SPAN_RUNNING:
      lane->running_ns += length_ns;
      break;
    case JUG_SPAN_READY:
      lane->ready_ns += length_ns;
      break;
    case JUG_SPAN_WAITING:
      break;
    }
}

gboolean
jug_range_stats_get_lane (JugSpanIndex *index,
                          const JugRange *range,
                          guint32 task,
                          JugRangeLane *lane)
{
  guint32 n_spans, first, end, last_event;
  const JugSpan *spans;
  gint64 alive_ns;
  JugSpanSum sum;
  JugRange clipped;

  g_return_val_if_fail (index != NULL, FALSE);
  g_return_val_if_fail (range != NULL, FALSE);
  g_return_val_if_fail (lane != NULL, FALSE);

  clipped = clip (index, range);
  spans = jug_span_index_get_spans (index, task, &n_spans);
  if (n_spans == 0)
    return FALSE;
  last_event = jug_span_index_get_span_end (index, task, n_spans - 1);
  alive_ns = get_overlap (&clipped, spans[0].begin_ns, get_time (index, last_event));
  if (alive_ns == 0 &&
      MAX (spans[0].begin, clipped.first) >= MIN (last_event + 1, clipped.end))
    return FALSE;

  *lane = (JugRangeLane){ .task = task };
  first = jug_span_index_lower_span (index, task, clipped.first);
  end = jug_span_index_lower_span (index, task, clipped.end);
  jug_span_index_sum_spans (index, task, first, end, &sum);
  lane->n_steps = (guint32) sum.n_running;
  /* What goes on at either end of the range is only partly in it. */
  if (first > 0)
    add_span (index, &clipped, first - 1, lane);
  if (end > first)
    {
      jug_span_index_sum_spans (index, task, first, end - 1, &sum);
      lane->running_ns += sum.running_ns;
      lane->ready_ns += sum.ready_ns;
      add_span (index, &clipped, end - 1, lane);
    }
  lane->waiting_ns = alive_ns - lane->running_ns - lane->ready_ns;
  return TRUE;
}
