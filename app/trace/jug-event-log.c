/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The event log: the canonical text of a trace, to compare engines line by line. */
#include "jug-event-log.h"

#include "jug-number-private.h"

/* " NAME-N", or " loop". */
static void
append_task (GString *out, JugTrace *trace, guint32 task)
{
  const JugTraceTask *known;

  g_string_append_c (out, ' ');
  if (task == JUG_TASK_LOOP)
    {
      g_string_append (out, "loop");
      return;
    }
  known = jug_trace_get_task (trace, task);
  g_string_append (out, jug_trace_get_string (trace, known->name));
  g_string_append_c (out, '-');
  jug_number_append (out, known->ordinal, 1);
}

/* " TEXT", and nothing where there is none. */
static void
append_text (GString *out, JugTrace *trace, const JugEvent *event)
{
  if (event->text == 0)
    return;
  g_string_append_c (out, ' ');
  g_string_append (out, jug_trace_get_string (trace, event->text));
}

static void
append_wait (GString *out, JugTrace *trace, const JugEvent *event)
{
  switch ((JugWaitKind) event->detail)
    {
    case JUG_WAIT_YIELD:
      g_string_append (out, " yield");
      return;
    case JUG_WAIT_TASK:
      g_string_append (out, " task");
      append_task (out, trace, event->object);
      return;
    case JUG_WAIT_FUTURE:
      g_string_append (out, " future");
      return;
    }
  g_assert_not_reached ();
}

static void
append_outcome (GString *out, JugTrace *trace, const JugEvent *event)
{
  switch ((JugOutcome) event->detail)
    {
    case JUG_OUTCOME_RESULT:
      g_string_append (out, " result");
      return;
    case JUG_OUTCOME_EXCEPTION:
      g_string_append (out, " exception");
      append_text (out, trace, event);
      return;
    case JUG_OUTCOME_CANCELLED:
      g_string_append (out, " cancelled");
      return;
    }
  g_assert_not_reached ();
}

/* " EVENT TASK [DETAIL]" */
static void
append_event (GString *out, JugTrace *trace, const JugEvent *event)
{
  static const char *const words[] = {
    [JUG_EVENT_TASK_CREATE] = " create", [JUG_EVENT_STEP] = " step",
    [JUG_EVENT_WAIT] = " wait",          [JUG_EVENT_DONE] = " done",
    [JUG_EVENT_CANCEL] = " cancel",      [JUG_EVENT_PRINT] = " print",
    [JUG_EVENT_EXIT] = " exit program",
  };

  g_string_append (out, words[event->kind]);
  if (event->kind != JUG_EVENT_EXIT)
    append_task (out, trace, event->task);

  if (event->kind == JUG_EVENT_TASK_CREATE || event->kind == JUG_EVENT_CANCEL)
    {
      g_string_append (out, " by");
      append_task (out, trace, event->object);
    }
  else if (event->kind == JUG_EVENT_WAIT)
    append_wait (out, trace, event);
  else if (event->kind == JUG_EVENT_DONE)
    append_outcome (out, trace, event);
  else if (event->kind == JUG_EVENT_STEP && event->text != 0)
    {
      g_string_append (out, " throw");
      append_text (out, trace, event);
    }
  else if (event->kind == JUG_EVENT_PRINT || event->kind == JUG_EVENT_EXIT)
    append_text (out, trace, event);
}

gboolean
jug_event_log_append_line (GString *out, JugTrace *trace, guint32 index)
{
  const JugEvent *event;
  guint64 time_us;

  g_return_val_if_fail (out != NULL, FALSE);
  g_return_val_if_fail (trace != NULL, FALSE);

  event = jug_trace_get_event (trace, index);
  g_return_val_if_fail (event != NULL, FALSE);
  if (event->kind > JUG_EVENT_EXIT ||
      (event->kind == JUG_EVENT_PRINT && event->detail == JUG_STREAM_STDERR))
    return FALSE;

  time_us = ((guint64) event->time_ns + 500) / 1000;
  jug_number_append (out, time_us / G_USEC_PER_SEC, 1);
  g_string_append_c (out, '.');
  jug_number_append (out, time_us % G_USEC_PER_SEC, 6);
  g_string_append_c (out, ' ');
  jug_number_append (out, event->iteration, 1);
  append_event (out, trace, event);
  g_string_append_c (out, '\n');
  return TRUE;
}

char *
jug_event_log_to_string (JugTrace *trace)
{
  GString *out;
  guint32 n_events;

  g_return_val_if_fail (trace != NULL, NULL);

  out = g_string_new (NULL);
  n_events = jug_trace_get_n_events (trace);
  for (guint32 i = 0; i < n_events; i++)
    jug_event_log_append_line (out, trace, i);
  return g_string_free (out, FALSE);
}
