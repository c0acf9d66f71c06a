/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which signs occur in a timeline, so that a legend explains those and no others. */
#include "jug-legend-private.h"

static JugLegend
find_on_loop (JugSpanIndex *index)
{
  JugLegend found = 0;
  guint n_steps = 0;

  for (guint32 i = 0; i < jug_span_index_get_n_runs (index); i++)
    {
      const JugRun *run = jug_span_index_get_run (index, i);

      if (run->kind == JUG_RUN_CALLBACK)
        found |= JUG_LEGEND_CALLBACK;
      else if (run->kind == JUG_RUN_IDLE)
        found |= JUG_LEGEND_IDLE;
      else if (run->kind == JUG_RUN_STEP && ++n_steps == 2)
        found |= JUG_LEGEND_NEIGHBOURS;
      if (run->brief && jug_span_index_get_run_units (run, TRUE) > 0)
        found |= JUG_LEGEND_MOMENT;
    }
  return found;
}

static JugLegend
find_end (JugSpanIndex *index, guint32 task)
{
  guint32 end = jug_span_index_get_end_event (index, task);

  if (end == JUG_NO_EVENT)
    return 0;
  switch (
      (JugOutcome) jug_trace_get_event (jug_span_index_get_trace (index), end)->detail)
    {
    case JUG_OUTCOME_RESULT:
      return JUG_LEGEND_DONE;
    case JUG_OUTCOME_EXCEPTION:
      return JUG_LEGEND_FAILED;
    case JUG_OUTCOME_CANCELLED:
      return JUG_LEGEND_CANCELLED;
    }
  g_assert_not_reached ();
}

/* The signs that the lanes of @index need. */
JugLegend
jug_legend_find (JugSpanIndex *index)
{
  static const JugLegend states[] = {
    [JUG_SPAN_READY] = JUG_LEGEND_READY,
    [JUG_SPAN_RUNNING] = JUG_LEGEND_RUNNING,
    [JUG_SPAN_WAITING] = JUG_LEGEND_WAITING,
  };
  JugLegend found = find_on_loop (index);
  guint32 n_cancels;

  jug_span_index_get_cancels (index, &n_cancels);
  if (n_cancels > 0 && n_cancels <= JUG_LEGEND_MAX_CANCELS)
    found |= JUG_LEGEND_CANCEL;

  for (guint32 task = 1; task < jug_span_index_get_n_rows (index); task++)
    {
      guint32 n_spans;
      const JugSpan *spans = jug_span_index_get_spans (index, task, &n_spans);

      for (guint32 i = 0; i < n_spans; i++)
        found |= states[spans[i].state];
      found |= find_end (index, task);
    }
  return found;
}
