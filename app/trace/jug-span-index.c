/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trace read as stretches of lanes: how the index is built, event by event. */
#include "jug-span-index.h"

#include "jug-span-index-private.h"

#include <string.h>

/* A run that takes less is too short to be seen at most zooms: time seems to stand
 * still. */
#define BRIEF_NS (G_GINT64_CONSTANT (1000) * 1000)

/* Eager tasks nest; a trace that nests deeper than any interpreter would is not
 * believed. */
#define MAX_NESTING 4096

static void
push_index (GArray *array, guint32 index)
{
  g_array_append_val (array, index);
}

/* Room for one more lane. */
static JugLane *
add_lane (JugSpanIndex *self)
{
  if (self->n_lanes == self->n_lanes_allocated)
    {
      self->n_lanes_allocated = MAX (16, 2 * self->n_lanes_allocated);
      self->lanes = g_renew (JugLane, self->lanes, self->n_lanes_allocated);
    }
  self->lanes[self->n_lanes] = (JugLane){ .end_event = JUG_NO_EVENT };
  return &self->lanes[self->n_lanes++];
}

static JugLane *
get_lane (JugSpanIndex *self, guint32 task)
{
  return task != JUG_TASK_LOOP && task < self->n_lanes ? &self->lanes[task] : NULL;
}

/* The state that a task is in; -1 if it has ended. */
static int
get_state (const JugLane *lane)
{
  if (lane->n_spans == 0 || lane->end_event != JUG_NO_EVENT)
    return -1;
  return (int) lane->spans[lane->n_spans - 1].state;
}

/* Keeps the sum of the blocks before the span that was pushed last. */
static void
keep_sum (JugSpanIndex *self, JugLane *lane)
{
  guint32 last = lane->n_spans - 1;
  guint32 block = last / JUG_SPAN_BLOCK;
  JugSpanSum sum = { 0 };

  if (block > 0)
    {
      jug_span_index_sum_plainly (self, lane, lane->n_spans - JUG_SPAN_BLOCK,
                                  lane->n_spans, &sum);
      jug_span_index_accumulate (&sum, &lane->sums[block - 1], +1);
    }
  lane->sums[block] = sum;
}

static void
push_span (JugSpanIndex *self,
           JugLane *lane,
           JugSpanState state,
           const JugEvent *event,
           guint32 index)
{
  if (lane->n_spans == lane->n_allocated)
    {
      lane->n_allocated = MAX (4, 2 * lane->n_allocated);
      lane->spans = g_renew (JugSpan, lane->spans, lane->n_allocated);
      lane->sums = g_renew (JugSpanSum, lane->sums,
                            (lane->n_allocated + JUG_SPAN_BLOCK - 1) / JUG_SPAN_BLOCK);
    }

  lane->spans[lane->n_spans] = (JugSpan){
    .begin_ns = event->time_ns,
    .begin = index,
    .run = self->runs->len > 0 ? MIN (self->runs->len - 1, JUG_SPAN_NO_RUN)
                               : JUG_SPAN_NO_RUN,
    .state = state,
  };
  /* The span before ends here, so that all spans of a full block are over. */
  if (lane->n_spans++ % JUG_SPAN_BLOCK == 0)
    keep_sum (self, lane);
}

/* Runs */

static void
close_run (JugSpanIndex *self, const JugEvent *event, guint32 index)
{
  JugRun *run = jug_span_index_peek_run (self, self->runs->len - 1);

  run->end = index;
  run->brief = event->time_ns - run->begin_ns < BRIEF_NS;
}

static void
end_run (JugSpanIndex *self, const JugEvent *event, guint32 index)
{
  const JugRun *run;
  gint64 length_ns;

  if (!self->run_open)
    return;
  close_run (self, event, index);
  self->run_open = FALSE;
  run = jug_span_index_peek_run (self, self->runs->len - 1);
  if (run->kind == JUG_RUN_IDLE)
    return;
  length_ns = event->time_ns - run->begin_ns;
  self->done.busy_ns += length_ns;
  self->done.n_steps += jug_span_index_begins_step (self, run);
  if (length_ns >= JUG_SLOW_RUN_NS)
    push_index (self->slow, self->runs->len - 1);
}

static void
begin_run (JugSpanIndex *self,
           JugRunKind kind,
           guint32 task,
           const JugEvent *event,
           guint32 index)
{
  JugRun run = {
    .begin_ns = event->time_ns, .begin = index, .end = index, .task = task, .kind = kind
  };

  end_run (self, event, index);
  if (self->runs->len > 0)
    {
      JugRun *last = jug_span_index_peek_run (self, self->runs->len - 1);

      run.marks = last->marks + jug_span_index_get_run_units (last, TRUE);
      run.rooms = last->rooms + jug_span_index_get_run_units (last, FALSE);
    }
  if (self->runs->len % JUG_SPAN_WORK_BLOCK == 0)
    g_array_append_val (self->work, self->done);
  g_array_append_val (self->runs, run);
  self->run_open = TRUE;
}

/* Something begins inside what runs already, or after it. */
static void
enter (JugSpanIndex *self,
       JugRunKind kind,
       guint32 task,
       const JugEvent *event,
       guint32 index)
{
  if (self->stack->len >= MAX_NESTING)
    g_array_set_size (self->stack, 0);
  push_index (self->stack, task);
  begin_run (self, kind, task, event, index);
}

/* What began last is over: what it began inside of goes on. */
static void
leave (JugSpanIndex *self, guint32 task, const JugEvent *event, guint32 index)
{
  guint depth = self->stack->len;

  if (depth == 0 || g_array_index (self->stack, guint32, depth - 1) != task)
    return;
  g_array_set_size (self->stack, depth - 1);
  if (depth > 1)
    begin_run (self, JUG_RUN_STEP, g_array_index (self->stack, guint32, depth - 2), event,
               index);
  else
    end_run (self, event, index);
}

/* The loop itself goes on: nothing can be running any more. */
static void
leave_all (JugSpanIndex *self, const JugEvent *event, guint32 index)
{
  g_array_set_size (self->stack, 0);
  end_run (self, event, index);
}

/* Events */

static void
take_create (JugSpanIndex *self, const JugEvent *event, guint32 index)
{
  JugLane *lane = add_lane (self);
  guint32 task = self->n_lanes - 1;
  guint32 parent = event->object < task ? event->object : JUG_TASK_LOOP;
  JugLane *above = &self->lanes[parent];

  lane->parent = parent;
  lane->depth = parent == JUG_TASK_LOOP ? 0 : above->depth + 1;
  if (above->last_child != 0)
    self->lanes[above->last_child].next_sibling = task;
  else
    above->first_child = task;
  above->last_child = task;
  push_span (self, lane, JUG_SPAN_READY, event, index);
}

static void
take_step (JugSpanIndex *self, const JugEvent *event, guint32 index)
{
  JugLane *lane = get_lane (self, event->task);

  if (lane == NULL || get_state (lane) < 0)
    return;
  lane->is_queued = FALSE;
  enter (self, JUG_RUN_STEP, event->task, event, index);
  push_span (self, lane, JUG_SPAN_RUNNING, event, index);
}

static void
take_wait (JugSpanIndex *self, const JugEvent *event, guint32 index)
{
  JugLane *lane = get_lane (self, event->task);
  gpointer future;

  if (lane == NULL || get_state (lane) < 0)
    return;
  leave (self, event->task, event, index);
  /* A bare yield goes to the back of the ready queue at once. */
  push_span (self, lane,
             event->detail == JUG_WAIT_YIELD || lane->is_queued ? JUG_SPAN_READY
                                                                : JUG_SPAN_WAITING,
             event, index);
  if (event->detail == JUG_WAIT_FUTURE &&
      g_hash_table_lookup_extended (self->futures, GUINT_TO_POINTER (event->object), NULL,
                                    &future))
    {
      JugSpanWait wait = { index, GPOINTER_TO_UINT (future) };

      g_array_append_val (self->waits, wait);
    }
}

static void
take_queue (JugSpanIndex *self, const JugEvent *event, guint32 index)
{
  JugLane *lane = get_lane (self, event->task);
  int state;

  if (lane == NULL || (state = get_state (lane)) < 0)
    return;
  if (state == JUG_SPAN_WAITING)
    push_span (self, lane, JUG_SPAN_READY, event, index);
  else if (state == JUG_SPAN_RUNNING)
    lane->is_queued = TRUE;
}

static void
take_done (JugSpanIndex *self, const JugEvent *event, guint32 index)
{
  JugLane *lane = get_lane (self, event->task);

  if (lane == NULL || lane->end_event != JUG_NO_EVENT)
    return;
  leave (self, event->task, event, index);
  lane->end_event = index;
  if (event->detail == JUG_OUTCOME_EXCEPTION)
    push_index (self->errors, index);
}

/* Children are chained, as those of a task group may come late. */
static void
take_child (JugSpanIndex *self, const JugEvent *event, guint32 index)
{
  JugSpanChild child = { .event = index };
  guint32 place = self->children->len + 1;
  guint32 first = jug_span_index_get_first_child (self, event->object);

  g_array_append_val (self->children, child);
  if (first == 0)
    {
      first = place;
      g_hash_table_insert (self->parents, GUINT_TO_POINTER (event->object),
                           GUINT_TO_POINTER (place));
    }
  else
    {
      guint32 last = jug_span_index_peek_child (self, first)->last;

      jug_span_index_peek_child (self, last)->next = place;
    }
  jug_span_index_peek_child (self, first)->last = place;
}

static void
take_event (JugSpanIndex *self, const JugEvent *event, guint32 index)
{
  /* Idleness is over as soon as anything happens. */
  if (self->run_open && self->stack->len == 0)
    end_run (self, event, index);

  switch ((JugEventKind) event->kind)
    {
    case JUG_EVENT_TASK_CREATE:
      take_create (self, event, index);
      break;
    case JUG_EVENT_STEP:
      take_step (self, event, index);
      break;
    case JUG_EVENT_WAIT:
      take_wait (self, event, index);
      break;
    case JUG_EVENT_DONE:
      take_done (self, event, index);
      break;
    case JUG_EVENT_CALLBACK_QUEUE:
      take_queue (self, event, index);
      break;
    case JUG_EVENT_CALLBACK_RUN:
      enter (self, JUG_RUN_CALLBACK, JUG_TASK_LOOP, event, index);
      break;
    case JUG_EVENT_CALLBACK_END:
      leave (self, JUG_TASK_LOOP, event, index);
      break;
    case JUG_EVENT_POLL:
      leave_all (self, event, index);
      begin_run (self, JUG_RUN_IDLE, JUG_TASK_LOOP, event, index);
      break;
    case JUG_EVENT_ITERATION:
      leave_all (self, event, index);
      push_index (self->iterations, index);
      break;
    case JUG_EVENT_RUN:
    case JUG_EVENT_LOOP_START:
    case JUG_EVENT_LOOP_STOP:
      leave_all (self, event, index);
      break;
    case JUG_EVENT_FUTURE_CREATE:
      g_hash_table_insert (self->futures, GUINT_TO_POINTER (event->object),
                           GUINT_TO_POINTER (index));
      break;
    case JUG_EVENT_FUTURE_DONE:
      g_hash_table_remove (self->futures, GUINT_TO_POINTER (event->object));
      break;
    case JUG_EVENT_FUTURE_CHILD:
      take_child (self, event, index);
      break;
    case JUG_EVENT_SYNC_CREATE:
      g_hash_table_insert (self->syncs, GUINT_TO_POINTER (event->object),
                           GUINT_TO_POINTER (index));
      break;
    case JUG_EVENT_CANCEL:
      push_index (self->cancels, index);
      break;
    case JUG_EVENT_PRINT:
      push_index (self->prints, index);
      break;
    case JUG_EVENT_EXIT:
    case JUG_EVENT_REPORT:
    case JUG_EVENT_LIMIT:
      push_index (self->errors, index);
      break;
    case JUG_EVENT_NONE:
    case JUG_EVENT_SHUTDOWN:
    case JUG_EVENT_CALLBACK_CANCEL:
    case JUG_EVENT_TIMER_ARM:
    case JUG_EVENT_TIMER_FIRE:
    case JUG_EVENT_TIMER_CANCEL:
    case JUG_EVENT_UNCANCEL:
    case JUG_EVENT_TASK_NAME:
    case JUG_EVENT_EXCEPTION:
    case JUG_EVENT_UNORDERED:
    case JUG_EVENT_SYNC:
    case JUG_EVENT_IO_START:
    case JUG_EVENT_IO_DONE:
    case JUG_EVENT_IO_DATA:
    case JUG_EVENT_LINE:
    case JUG_EVENT_BLOCK:
    case JUG_EVENT_INTERVENTION:
    case JUG_EVENT_FRAMES:
    case JUG_EVENT_LOCALS:
      break;
    }
}

/* Lays the tasks out in rows, children below their parent: a walk that needs no
 * recursion. */
static void
number_rows (JugSpanIndex *self)
{
  guint32 task = JUG_TASK_LOOP;

  self->rows = g_renew (guint32, self->rows, self->n_lanes);
  self->n_rows = 0;
  while (TRUE)
    {
      self->lanes[task].row = self->n_rows;
      self->rows[self->n_rows++] = task;
      if (self->lanes[task].first_child != 0)
        {
          task = self->lanes[task].first_child;
          continue;
        }
      while (task != JUG_TASK_LOOP && self->lanes[task].next_sibling == 0)
        task = self->lanes[task].parent;
      if (task == JUG_TASK_LOOP)
        return;
      task = self->lanes[task].next_sibling;
    }
}

JugSpanIndex *
jug_span_index_new (JugTrace *trace)
{
  JugSpanIndex *self;

  g_return_val_if_fail (trace != NULL, NULL);

  self = g_new0 (JugSpanIndex, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->trace = jug_trace_ref (trace);
  self->runs = g_array_new (FALSE, FALSE, sizeof (JugRun));
  self->run_at = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->work = g_array_new (FALSE, FALSE, sizeof (JugSpanWork));
  self->slow = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->iterations = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->errors = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->prints = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->cancels = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->waits = g_array_new (FALSE, FALSE, sizeof (JugSpanWait));
  self->children = g_array_new (FALSE, FALSE, sizeof (JugSpanChild));
  self->parents = g_hash_table_new (NULL, NULL);
  self->stack = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->futures = g_hash_table_new (NULL, NULL);
  self->syncs = g_hash_table_new (NULL, NULL);
  add_lane (self);
  number_rows (self);
  return self;
}

JugSpanIndex *
jug_span_index_ref (JugSpanIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
jug_span_index_unref (JugSpanIndex *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint32 i = 0; i < self->n_lanes; i++)
    {
      g_clear_pointer (&self->lanes[i].spans, g_free);
      g_clear_pointer (&self->lanes[i].sums, g_free);
    }
  g_clear_pointer (&self->lanes, g_free);
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->run_at, g_array_unref);
  g_clear_pointer (&self->work, g_array_unref);
  g_clear_pointer (&self->slow, g_array_unref);
  g_clear_pointer (&self->iterations, g_array_unref);
  g_clear_pointer (&self->errors, g_array_unref);
  g_clear_pointer (&self->prints, g_array_unref);
  g_clear_pointer (&self->cancels, g_array_unref);
  g_clear_pointer (&self->waits, g_array_unref);
  g_clear_pointer (&self->children, g_array_unref);
  g_clear_pointer (&self->parents, g_hash_table_unref);
  g_clear_pointer (&self->stack, g_array_unref);
  g_clear_pointer (&self->futures, g_hash_table_unref);
  g_clear_pointer (&self->syncs, g_hash_table_unref);
  g_clear_pointer (&self->trace, jug_trace_unref);
  g_free (self);
}

gboolean
jug_span_index_update (JugSpanIndex *self, guint32 max_events)
{
  const JugEvent *event = NULL;
  guint32 n_events, end;

  g_return_val_if_fail (self != NULL, FALSE);

  n_events = jug_trace_get_n_events (self->trace);
  end = self->n_events + MIN (n_events - self->n_events, max_events);
  for (guint32 i = self->n_events; i < end; i++)
    {
      if (i % JUG_SPAN_STRIDE == 0)
        push_index (self->run_at, self->runs->len);
      event = jug_trace_get_event (self->trace, i);
      take_event (self, event, i);
    }

  if (event != NULL)
    {
      self->n_events = end;
      self->end_ns = event->time_ns;
      if (self->run_open)
        close_run (self, event, end - 1);
      if (self->n_rows != self->n_lanes)
        number_rows (self);
    }
  return end < n_events;
}
