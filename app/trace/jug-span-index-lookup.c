/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trace read as stretches of lanes: how things are found and summed up in the index. */
#include "jug-span-index-private.h"

/* Units of room of what is no step. */
#define CALLBACK_MARKS 1
#define CALLBACK_ROOMS 2
#define IDLE_ROOMS 4

/* How many causes are followed back before it is given up. */
#define MAX_CAUSES 64

JugTrace *
jug_span_index_get_trace (JugSpanIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->trace;
}

guint32
jug_span_index_get_n_events (JugSpanIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_events;
}

gint64
jug_span_index_get_end_time (JugSpanIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->end_ns;
}

/* Lanes */

guint32
jug_span_index_get_n_rows (JugSpanIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

guint32
jug_span_index_get_row_task (JugSpanIndex *self, guint32 row)
{
  g_return_val_if_fail (self != NULL, JUG_TASK_LOOP);
  g_return_val_if_fail (row < self->n_rows, JUG_TASK_LOOP);

  return self->rows[row];
}

guint32
jug_span_index_get_task_row (JugSpanIndex *self, guint32 task)
{
  g_return_val_if_fail (self != NULL, JUG_NO_ROW);

  return task < self->n_rows ? self->lanes[task].row : JUG_NO_ROW;
}

guint32
jug_span_index_get_depth (JugSpanIndex *self, guint32 task)
{
  g_return_val_if_fail (self != NULL, 0);

  return task < self->n_lanes ? self->lanes[task].depth : 0;
}

gboolean
jug_span_index_has_children (JugSpanIndex *self, guint32 task)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return task != JUG_TASK_LOOP && task < self->n_lanes &&
         self->lanes[task].first_child != 0;
}

/* Spans */

const JugSpan *
jug_span_index_get_spans (JugSpanIndex *self, guint32 task, guint32 *n_spans)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_spans != NULL, NULL);

  if (task >= self->n_lanes)
    {
      *n_spans = 0;
      return NULL;
    }
  *n_spans = self->lanes[task].n_spans;
  return self->lanes[task].spans;
}

/* The event that ends a span. */
static guint32
get_span_end (JugSpanIndex *self, const JugLane *lane, guint32 span)
{
  if (span + 1 < lane->n_spans)
    return lane->spans[span + 1].begin;
  if (lane->end_event != JUG_NO_EVENT)
    return lane->end_event;
  return MAX (lane->spans[span].begin, MAX (self->n_events, 1) - 1);
}

guint32
jug_span_index_get_span_end (JugSpanIndex *self, guint32 task, guint32 span)
{
  g_return_val_if_fail (self != NULL, JUG_NO_EVENT);
  g_return_val_if_fail (task < self->n_lanes, JUG_NO_EVENT);
  g_return_val_if_fail (span < self->lanes[task].n_spans, JUG_NO_EVENT);

  return get_span_end (self, &self->lanes[task], span);
}

guint32
jug_span_index_lower_span (JugSpanIndex *self, guint32 task, guint32 event)
{
  const JugLane *lane;
  guint32 low = 0, high;

  g_return_val_if_fail (self != NULL, 0);

  if (task >= self->n_lanes)
    return 0;
  lane = &self->lanes[task];
  high = lane->n_spans;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (lane->spans[middle].begin < event)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint32
jug_span_index_find_span (JugSpanIndex *self, guint32 task, guint32 event)
{
  const JugLane *lane;
  guint32 span;

  g_return_val_if_fail (self != NULL, G_MAXUINT32);

  if (task >= self->n_lanes)
    return G_MAXUINT32;
  lane = &self->lanes[task];
  if (lane->end_event != JUG_NO_EVENT && event >= lane->end_event)
    return G_MAXUINT32;
  span = jug_span_index_lower_span (self, task, event);
  if (span < lane->n_spans && lane->spans[span].begin == event)
    return span;
  return span > 0 ? span - 1 : G_MAXUINT32;
}

guint32
jug_span_index_get_end_event (JugSpanIndex *self, guint32 task)
{
  g_return_val_if_fail (self != NULL, JUG_NO_EVENT);

  return task < self->n_lanes ? self->lanes[task].end_event : JUG_NO_EVENT;
}

void
jug_span_index_accumulate (JugSpanSum *sum, const JugSpanSum *other, int sign)
{
  sum->running_ns += sign * other->running_ns;
  sum->ready_ns += sign * other->ready_ns;
  sum->running_marks += sign * other->running_marks;
  sum->running_rooms += sign * other->running_rooms;
  sum->n_running += sign * other->n_running;
  sum->n_ready += sign * other->n_ready;
}

/* Adds one running span; eager tasks may have cut it into several runs. */
static void
add_running (JugSpanIndex *self, const JugLane *lane, guint32 span, JugSpanSum *sum)
{
  guint32 end = get_span_end (self, lane, span);
  guint32 first_run = lane->spans[span].run;
  guint32 last_run = span + 1 < lane->n_spans ? lane->spans[span + 1].run
                                              : jug_span_index_find_run (self, end);
  const JugRun *first = jug_span_index_peek_run (self, first_run);
  const JugRun *last = jug_span_index_peek_run (self, last_run);

  sum->running_marks +=
      (gint64) jug_span_index_get_units_in_run (last, end, TRUE) - first->marks;
  sum->running_rooms +=
      (gint64) jug_span_index_get_units_in_run (last, end, FALSE) - first->rooms;
  sum->n_running++;
}

/* Adds up spans one by one. */
void
jug_span_index_sum_plainly (
    JugSpanIndex *self, const JugLane *lane, guint32 first, guint32 last, JugSpanSum *sum)
{
  for (guint32 i = first; i < last; i++)
    {
      const JugSpan *span = &lane->spans[i];
      gint64 length_ns;

      if (span->state == JUG_SPAN_WAITING)
        continue;
      length_ns = -span->begin_ns;
      if (i + 1 < lane->n_spans)
        length_ns += lane->spans[i + 1].begin_ns;
      else
        length_ns +=
            jug_trace_get_event (self->trace, get_span_end (self, lane, i))->time_ns;
      if (span->state == JUG_SPAN_READY)
        {
          sum->ready_ns += length_ns;
          sum->n_ready++;
        }
      else
        {
          sum->running_ns += length_ns;
          add_running (self, lane, i, sum);
        }
    }
}

void
jug_span_index_sum_spans (
    JugSpanIndex *self, guint32 task, guint32 first, guint32 last, JugSpanSum *sum)
{
  const JugLane *lane;
  guint32 first_block, last_block;

  g_return_if_fail (self != NULL);
  g_return_if_fail (task < self->n_lanes);
  g_return_if_fail (sum != NULL);

  *sum = (JugSpanSum){ 0 };
  lane = &self->lanes[task];
  last = MIN (last, lane->n_spans);
  if (first >= last)
    return;

  /* From the first whole block to the last, and plainly on either side. */
  first_block = (first + JUG_SPAN_BLOCK - 1) / JUG_SPAN_BLOCK;
  last_block = last / JUG_SPAN_BLOCK;
  if (last_block * JUG_SPAN_BLOCK == lane->n_spans)
    last_block--; /* its sum is not kept before the next span begins */
  if (first_block >= last_block)
    {
      jug_span_index_sum_plainly (self, lane, first, last, sum);
      return;
    }
  jug_span_index_accumulate (sum, &lane->sums[last_block], +1);
  jug_span_index_accumulate (sum, &lane->sums[first_block], -1);
  jug_span_index_sum_plainly (self, lane, first, first_block * JUG_SPAN_BLOCK, sum);
  jug_span_index_sum_plainly (self, lane, last_block * JUG_SPAN_BLOCK, last, sum);
}

/* Runs */

guint32
jug_span_index_get_n_runs (JugSpanIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->runs->len;
}

const JugRun *
jug_span_index_get_run (JugSpanIndex *self, guint32 run)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (run < self->runs->len, NULL);

  return jug_span_index_peek_run (self, run);
}

guint32
jug_span_index_get_run_units (const JugRun *run, gboolean marks)
{
  g_return_val_if_fail (run != NULL, 0);

  switch ((JugRunKind) run->kind)
    {
    case JUG_RUN_STEP:
      /* A long one, too: a step never gets less room for taking longer. */
      return JUG_SPAN_STEP_UNITS;
    case JUG_RUN_CALLBACK:
      return marks ? CALLBACK_MARKS : CALLBACK_ROOMS;
    case JUG_RUN_IDLE:
      return marks || run->brief ? 0 : IDLE_ROOMS;
    }
  g_assert_not_reached ();
}

guint32
jug_span_index_find_run (JugSpanIndex *self, guint32 event)
{
  guint32 stride, low, high;

  g_return_val_if_fail (self != NULL, G_MAXUINT32);

  /* How many runs begin before the stride and before the next one bounds the search. */
  stride = event / JUG_SPAN_STRIDE;
  low = stride < self->run_at->len ? g_array_index (self->run_at, guint32, stride)
                                   : self->runs->len;
  high = stride + 1 < self->run_at->len
             ? g_array_index (self->run_at, guint32, stride + 1)
             : self->runs->len;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (jug_span_index_peek_run (self, middle)->begin <= event)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? low - 1 : G_MAXUINT32;
}

guint32
jug_span_index_get_total_units (JugSpanIndex *self, gboolean marks)
{
  const JugRun *run;

  g_return_val_if_fail (self != NULL, 0);

  if (self->runs->len == 0)
    return 0;
  run = jug_span_index_peek_run (self, self->runs->len - 1);
  return (marks ? run->marks : run->rooms) + jug_span_index_get_run_units (run, marks);
}

double
jug_span_index_get_units (JugSpanIndex *self, guint32 event, gboolean marks)
{
  g_return_val_if_fail (self != NULL, 0);

  return jug_span_index_get_units_near (self, event,
                                        jug_span_index_find_run (self, event), marks);
}

double
jug_span_index_get_units_near (JugSpanIndex *self,
                               guint32 event,
                               guint32 run,
                               gboolean marks)
{
  g_return_val_if_fail (self != NULL, 0);

  if (run >= self->runs->len)
    return 0;
  return jug_span_index_get_units_in_run (jug_span_index_peek_run (self, run), event,
                                          marks);
}

/* Iterations and marks */

guint32
jug_span_index_get_n_iterations (JugSpanIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->iterations->len;
}

guint32
jug_span_index_get_iteration (JugSpanIndex *self, guint32 n)
{
  g_return_val_if_fail (self != NULL, JUG_NO_EVENT);
  g_return_val_if_fail (n < self->iterations->len, JUG_NO_EVENT);

  return g_array_index (self->iterations, guint32, n);
}

guint32
jug_span_index_find_iteration (JugSpanIndex *self, guint32 event)
{
  guint32 low = 0, high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->iterations->len;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (g_array_index (self->iterations, guint32, middle) < event)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const guint32 *
jug_span_index_get_errors (JugSpanIndex *self, guint32 *n_errors)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_errors != NULL, NULL);

  *n_errors = self->errors->len;
  return (const guint32 *) (gpointer) self->errors->data;
}

const guint32 *
jug_span_index_get_cancels (JugSpanIndex *self, guint32 *n_cancels)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_cancels != NULL, NULL);

  *n_cancels = self->cancels->len;
  return (const guint32 *) (gpointer) self->cancels->data;
}

const guint32 *
jug_span_index_get_prints (JugSpanIndex *self, guint32 *n_prints)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_prints != NULL, NULL);

  *n_prints = self->prints->len;
  return (const guint32 *) (gpointer) self->prints->data;
}

/* Meaning */

guint32
jug_span_index_get_future (JugSpanIndex *self, guint32 wait)
{
  guint32 low = 0, high;

  g_return_val_if_fail (self != NULL, JUG_NO_EVENT);

  high = self->waits->len;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const JugSpanWait *found = &g_array_index (self->waits, JugSpanWait, middle);

      if (found->wait == wait)
        return found->future;
      if (found->wait < wait)
        low = middle + 1;
      else
        high = middle;
    }
  return JUG_NO_EVENT;
}

void
jug_span_index_list_children (JugSpanIndex *self, guint32 future, GArray *children)
{
  const JugEvent *created;
  guint32 place;

  g_return_if_fail (self != NULL);
  g_return_if_fail (children != NULL);

  created = jug_trace_get_event (self->trace, future);
  g_return_if_fail (created != NULL && created->kind == JUG_EVENT_FUTURE_CREATE);

  place = jug_span_index_get_first_child (self, created->object);
  if (place == 0 && created->extra != 0)
    place = jug_span_index_get_first_child (self, created->extra);
  for (; place != 0; place = jug_span_index_peek_child (self, place)->next)
    g_array_append_val (children, jug_span_index_peek_child (self, place)->event);
}

guint32
jug_span_index_get_sync (JugSpanIndex *self, guint32 object)
{
  gpointer event;

  g_return_val_if_fail (self != NULL, JUG_NO_EVENT);

  if (!g_hash_table_lookup_extended (self->syncs, GUINT_TO_POINTER (object), NULL,
                                     &event))
    return JUG_NO_EVENT;
  return GPOINTER_TO_UINT (event);
}

guint32
jug_span_index_get_origin (JugSpanIndex *self, guint32 event)
{
  guint32 task, cause;

  g_return_val_if_fail (self != NULL, JUG_NO_EVENT);
  g_return_val_if_fail (event < self->n_events, JUG_NO_EVENT);

  task = jug_trace_get_event (self->trace, event)->task;
  cause = jug_event_get_cause (jug_trace_get_event (self->trace, event));
  for (guint i = 0; i < MAX_CAUSES && cause != JUG_NO_EVENT; i++)
    {
      const JugEvent *found = jug_trace_get_event (self->trace, cause);

      if (found->kind == JUG_EVENT_TIMER_FIRE || found->kind == JUG_EVENT_IO_DONE ||
          found->kind == JUG_EVENT_CANCEL ||
          (found->task != JUG_TASK_LOOP && found->task != task))
        return cause;
      /* Beyond a step of its own lies what woke it the time before. */
      if (found->kind == JUG_EVENT_STEP)
        break;
      cause = jug_event_get_cause (found);
    }
  return JUG_NO_EVENT;
}
