/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who creates, wakes and cancels whom, and when iterations end: the plan of a file. */
#include "jug-trace-chrome-private.h"

/* Whether something is drawn on the loop's lane at an event. */
static gboolean
is_loop_drawn (const JugChromePlan *self, JugSpanIndex *index, guint32 event)
{
  guint32 run = jug_span_index_find_run (index, event);
  guint32 n;

  if (run != G_MAXUINT32 && jug_span_index_get_run (index, run)->end > event)
    return TRUE;
  n = jug_span_index_find_iteration (index, event);
  if (n < jug_span_index_get_n_iterations (index) &&
      jug_span_index_get_iteration (index, n) == event)
    return TRUE;
  return n > 0 && g_array_index (self->iteration_ends, guint32, n - 1) > event;
}

static gboolean
is_drawn (const JugChromePlan *self, JugSpanIndex *index, guint32 task, guint32 event)
{
  if (task == JUG_TASK_LOOP)
    return is_loop_drawn (self, index, event);
  return jug_span_index_find_span (index, task, event) != G_MAXUINT32;
}

/* An arrow needs a slice at both ends.  With the last event every slice is over. */
static void
add_flow (JugChromePlan *self, JugSpanIndex *index, JugChromeFlow flow)
{
  if (flow.from_task != flow.to_task &&
      flow.to + 1 < jug_span_index_get_n_events (index) &&
      is_drawn (self, index, flow.from_task, flow.from) &&
      is_drawn (self, index, flow.to_task, flow.to))
    g_array_append_val (self->flows, flow);
}

/* What made a task ready that waited. */
static void
add_wake (JugChromePlan *self, JugSpanIndex *index, guint32 task, guint32 event)
{
  guint32 span = jug_span_index_find_span (index, task, event);
  guint32 n_spans, origin;
  const JugSpan *spans = jug_span_index_get_spans (index, task, &n_spans);
  JugChromeFlow flow = { .to = event, .to_task = task, .kind = JUG_CHROME_WAKES };
  const JugEvent *from;

  /* The first span is ready from the creation on. */
  if (span == G_MAXUINT32 || span == 0 || spans[span].begin != event)
    return;
  origin = jug_span_index_get_origin (index, event);
  if (origin == JUG_NO_EVENT)
    return;
  from = jug_trace_get_event (jug_span_index_get_trace (index), origin);
  /* A cancel has an arrow of its own. */
  if (from->kind == JUG_EVENT_CANCEL)
    return;
  if (from->kind != JUG_EVENT_TIMER_FIRE && from->kind != JUG_EVENT_IO_DONE)
    flow.from_task = from->task;
  flow.from = origin;
  /* With its end a task's last slice is over: the arrow comes from within it. */
  if (from->kind == JUG_EVENT_DONE && origin > 0)
    flow.from--;
  add_flow (self, index, flow);
}

static void
take_event (JugChromePlan *self, JugSpanIndex *index, guint32 i)
{
  const JugEvent *event = jug_trace_get_event (jug_span_index_get_trace (index), i);
  JugChromeFlow flow = { i, i, event->object, event->task, JUG_CHROME_CREATES };

  if (event->kind == JUG_EVENT_TASK_CREATE)
    add_flow (self, index, flow);
  else if (event->kind == JUG_EVENT_CANCEL)
    {
      flow.kind = JUG_CHROME_CANCELS;
      add_flow (self, index, flow);
    }
  else if (event->kind == JUG_EVENT_CALLBACK_QUEUE && event->task != JUG_TASK_LOOP)
    add_wake (self, index, event->task, i);
}

/* An iteration ends with the next one, or with the run of the loop. */
static void
find_iteration_ends (JugChromePlan *self, JugSpanIndex *index)
{
  JugTrace *trace = jug_span_index_get_trace (index);
  guint32 n_events = jug_span_index_get_n_events (index);
  gboolean is_open = FALSE;

  for (guint32 i = 0; i < n_events; i++)
    {
      guint8 kind = jug_trace_get_event (trace, i)->kind;

      if (is_open && (kind == JUG_EVENT_ITERATION || kind == JUG_EVENT_LOOP_STOP))
        g_array_append_val (self->iteration_ends, i);
      if (kind == JUG_EVENT_ITERATION)
        is_open = TRUE;
      else if (kind == JUG_EVENT_LOOP_STOP)
        is_open = FALSE;
    }
  if (is_open)
    {
      n_events--;
      g_array_append_val (self->iteration_ends, n_events);
    }
}

static int
compare_starts (gconstpointer a, gconstpointer b, gpointer data)
{
  const JugChromePlan *self = data;
  const JugChromeFlow *x =
      &g_array_index (self->flows, JugChromeFlow, *(const guint32 *) a);
  const JugChromeFlow *y =
      &g_array_index (self->flows, JugChromeFlow, *(const guint32 *) b);

  if (x->from != y->from)
    return x->from < y->from ? -1 : +1;
  return x->to < y->to ? -1 : x->to > y->to;
}

void
jug_chrome_plan_init (JugChromePlan *self, JugSpanIndex *index)
{
  self->flows = g_array_new (FALSE, FALSE, sizeof (JugChromeFlow));
  self->by_start = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->iteration_ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  find_iteration_ends (self, index);
  for (guint32 i = 0; i < jug_span_index_get_n_events (index); i++)
    take_event (self, index, i);
  for (guint32 i = 0; i < self->flows->len; i++)
    g_array_append_val (self->by_start, i);
  g_array_sort_with_data (self->by_start, compare_starts, self);
}

void
jug_chrome_plan_clear (JugChromePlan *self)
{
  g_clear_pointer (&self->flows, g_array_unref);
  g_clear_pointer (&self->by_start, g_array_unref);
  g_clear_pointer (&self->iteration_ends, g_array_unref);
}
