/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Traces that hold what a trace may hold, and tell a story that makes no sense. */
#include "jug-nonsense-trace.h"

enum
{
  MAX_OBJECT = 60, /* so that numbers are used for several things */
  MAX_DETAIL = 17
};

static JugEventKind
choose_kind (GRand *rand)
{
  guint kind;

  do
    kind = (guint) g_rand_int_range (rand, 1, JUG_EVENT_LOCALS + 1);
  while (!jug_event_kind_is_known (kind));
  return kind;
}

static guint32
choose (GRand *rand, guint32 end)
{
  return (guint32) g_rand_int_range (rand, 0, (gint32) end);
}

static gint64
choose_deadline (GRand *rand)
{
  switch (choose (rand, 10))
    {
    case 0:
      return -JUG_EVENT_MAX_TIME_NS;
    case 1:
      return JUG_EVENT_MAX_TIME_NS;
    case 2:
      return -1;
    default:
      return choose (rand, 50);
    }
}

/* What kinds may have that use a field. */
static void
choose_fields (JugEvent *event, GRand *rand, JugTrace *trace, guint32 index)
{
  JugEventShape shape = jug_event_kind_get_shape (event->kind);

  event->object = 1 + choose (rand, MIN (index + 1, MAX_OBJECT));
  event->detail = choose (rand, MAX_DETAIL);
  while (event->detail != 0 && !jug_event_get_detail_name (event))
    event->detail = choose (rand, MAX_DETAIL);
  if (shape & JUG_EVENT_HAS_TEXT)
    event->text = choose (rand, jug_trace_get_n_strings (trace));
  if (shape & JUG_EVENT_HAS_VALUE)
    event->value = choose (rand, 5);
  if (shape & JUG_EVENT_HAS_EXTRA)
    event->extra = choose (rand, MIN (index + 1, MAX_OBJECT));
  if ((shape & JUG_EVENT_HAS_CAUSE) && index > 0 && choose (rand, 5) > 0)
    event->cause = choose (rand, index);
  if (shape & JUG_EVENT_HAS_DEADLINE)
    event->deadline_ns = choose_deadline (rand);
}

/* What only some kinds promise. */
static void
keep_promises (JugEvent *event, GRand *rand, JugTrace *trace)
{
  guint32 n_tasks = jug_trace_get_n_tasks (trace);

  if (event->kind == JUG_EVENT_TASK_CREATE)
    {
      event->task = n_tasks + 1;
      event->object = choose (rand, n_tasks + 1);
    }
  else if (event->kind == JUG_EVENT_CANCEL)
    event->object = choose (rand, n_tasks + 1);
  else if (event->kind == JUG_EVENT_WAIT && event->detail == JUG_WAIT_TASK)
    event->object = 1 + choose (rand, n_tasks);
  else if (event->kind == JUG_EVENT_DONE &&
           jug_trace_get_task (trace, event->task)->end_event != JUG_NO_EVENT)
    {
      event->kind = JUG_EVENT_PRINT;
      event->detail = 0;
    }
}

JugTrace *
jug_nonsense_trace_new (GRand *rand, guint n_events)
{
  g_autoptr (JugTrace) trace = jug_trace_new ();

  jug_trace_intern (trace, "2");
  jug_trace_intern (trace, "timeout");
  jug_trace_intern (trace, "deadlock");
  for (guint32 i = 0; i < n_events; i++)
    {
      guint32 n_tasks = jug_trace_get_n_tasks (trace);
      JugEvent event = { .time_ns = i / 3 * G_GINT64_CONSTANT (40000000),
                         .iteration = i / 10,
                         .cause = JUG_NO_EVENT,
                         .kind =
                             n_tasks == 0 ? JUG_EVENT_TASK_CREATE : choose_kind (rand) };

      event.task = n_tasks == 0 ? 0 : 1 + choose (rand, n_tasks);
      choose_fields (&event, rand, trace, i);
      keep_promises (&event, rand, trace);
      jug_trace_append (trace, &event);
    }
  jug_trace_seal (trace);
  return g_steal_pointer (&trace);
}
