/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trace read as stretches of lanes: what the loop has done. */
#include "jug-span-index-private.h"

/* How much of a run lies before a time at or after @event. */
static gint64
get_part (JugSpanIndex *self, const JugRun *run, guint32 event, gint64 time_ns)
{
  if (run->kind == JUG_RUN_IDLE)
    return 0;
  if (event >= run->end)
    time_ns = jug_trace_get_event (self->trace, run->end)->time_ns;
  return time_ns - run->begin_ns;
}

gint64
jug_span_index_get_busy_time (JugSpanIndex *self, guint32 event, gint64 time_ns)
{
  guint32 run, first;
  gint64 busy_ns;

  g_return_val_if_fail (self != NULL, 0);

  run = jug_span_index_find_run (self, event);
  if (run == G_MAXUINT32)
    return 0;
  first = run - run % JUG_SPAN_WORK_BLOCK;
  busy_ns = g_array_index (self->work, JugSpanWork, run / JUG_SPAN_WORK_BLOCK).busy_ns;
  for (guint32 i = first; i < run; i++)
    {
      const JugRun *before = jug_span_index_peek_run (self, i);

      busy_ns += get_part (self, before, before->end, 0);
    }
  return busy_ns + get_part (self, jug_span_index_peek_run (self, run), event, time_ns);
}

/* Whether it is the beginning of a step: what an eager task has interrupted goes on. */
gboolean
jug_span_index_begins_step (JugSpanIndex *self, const JugRun *run)
{
  return run->kind == JUG_RUN_STEP &&
         jug_trace_get_event (self->trace, run->begin)->kind == JUG_EVENT_STEP;
}

guint32
jug_span_index_count_steps (JugSpanIndex *self, guint32 event)
{
  guint32 run, n_steps;

  g_return_val_if_fail (self != NULL, 0);

  run = event > 0 ? jug_span_index_find_run (self, event - 1) : G_MAXUINT32;
  if (run == G_MAXUINT32)
    return 0;
  n_steps = g_array_index (self->work, JugSpanWork, run / JUG_SPAN_WORK_BLOCK).n_steps;
  for (guint32 i = run - run % JUG_SPAN_WORK_BLOCK; i <= run; i++)
    n_steps += jug_span_index_begins_step (self, jug_span_index_peek_run (self, i));
  return n_steps;
}

const guint32 *
jug_span_index_get_slow_runs (JugSpanIndex *self, guint32 *n_slow)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_slow != NULL, NULL);

  *n_slow = self->slow->len;
  return (const guint32 *) (gpointer) self->slow->data;
}
