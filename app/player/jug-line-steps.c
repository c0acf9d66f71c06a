/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks through the lines of a trace. */
#include "jug-line-steps.h"

static guint
get_line (const JugEvent *event, gboolean is_native)
{
  return is_native ? event->extra : event->object;
}

static gboolean
is_at (JugTrace *trace, guint32 index, guint line, gboolean is_native, guint32 task)
{
  const JugEvent *event = jug_trace_get_event (trace, index);

  return event->kind == JUG_EVENT_LINE && get_line (event, is_native) == line &&
         (task == JUG_TASK_LOOP || event->task == task);
}

guint32
jug_line_steps_find (JugTrace *trace,
                     guint line,
                     gboolean is_native,
                     guint32 task,
                     guint32 event,
                     int direction)
{
  guint32 n, index;

  g_return_val_if_fail (trace != NULL, JUG_NO_EVENT);
  g_return_val_if_fail (direction == 1 || direction == -1, JUG_NO_EVENT);

  n = jug_trace_get_n_events (trace);
  if (n == 0 || line == 0)
    return JUG_NO_EVENT;
  if (event >= n)
    event = direction > 0 ? n - 1 : 0;
  index = event;
  do
    {
      if (direction > 0)
        index = index + 1 < n ? index + 1 : 0;
      else
        index = index > 0 ? index - 1 : n - 1;
      if (is_at (trace, index, line, is_native, task))
        return index;
    }
  while (index != event);
  return JUG_NO_EVENT;
}

guint32
jug_line_steps_find_step (JugTrace *trace, guint32 event)
{
  guint32 task;

  g_return_val_if_fail (trace != NULL, JUG_NO_EVENT);
  g_return_val_if_fail (event < jug_trace_get_n_events (trace), JUG_NO_EVENT);

  task = jug_trace_get_event (trace, event)->task;
  for (guint32 i = event + 1; i-- > 0;)
    {
      const JugEvent *other = jug_trace_get_event (trace, i);

      if (other->task != task)
        continue;
      if (other->kind == JUG_EVENT_STEP)
        return i;
      if (other->kind == JUG_EVENT_TASK_CREATE)
        break;
    }
  return JUG_NO_EVENT;
}

static guint
find_line_after (JugTrace *trace, guint32 step, gboolean is_native)
{
  guint32 task = jug_trace_get_event (trace, step)->task;
  guint32 n = jug_trace_get_n_events (trace);

  for (guint32 i = step + 1; i < n; i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);

      if (event->task != task)
        continue;
      if (event->kind == JUG_EVENT_LINE)
        return get_line (event, is_native);
      if (event->kind == JUG_EVENT_WAIT || event->kind == JUG_EVENT_DONE ||
          event->kind == JUG_EVENT_STEP)
        break;
    }
  return 0;
}

static guint
find_line_before (JugTrace *trace, guint32 index, gboolean is_native)
{
  guint32 task = jug_trace_get_event (trace, index)->task;

  for (guint32 i = index + 1; i-- > 0;)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);

      if (event->task != task)
        continue;
      if (event->kind == JUG_EVENT_LINE)
        return get_line (event, is_native);
      if (event->kind == JUG_EVENT_TASK_CREATE)
        break;
    }
  return 0;
}

guint
jug_line_steps_get_line (JugTrace *trace, guint32 event, gboolean is_native)
{
  guint line = 0;

  g_return_val_if_fail (trace != NULL, 0);
  g_return_val_if_fail (event < jug_trace_get_n_events (trace), 0);

  if (jug_trace_get_event (trace, event)->kind == JUG_EVENT_STEP)
    line = find_line_after (trace, event, is_native);
  return line != 0 ? line : find_line_before (trace, event, is_native);
}

gboolean
jug_line_steps_comes_to (JugTrace *trace, guint32 event, guint line, gboolean is_native)
{
  const JugEvent *first;
  guint32 n;
  int direction;

  g_return_val_if_fail (trace != NULL, FALSE);
  g_return_val_if_fail (event < jug_trace_get_n_events (trace), FALSE);

  first = jug_trace_get_event (trace, event);
  if (first->kind != JUG_EVENT_STEP && first->kind != JUG_EVENT_WAIT)
    return FALSE;
  n = jug_trace_get_n_events (trace);
  direction = first->kind == JUG_EVENT_STEP ? 1 : -1;
  /* Below 0 the number is larger than any. */
  for (guint32 i = event + (guint32) direction; i < n; i += (guint32) direction)
    {
      const JugEvent *other = jug_trace_get_event (trace, i);

      if (other->task != first->task)
        continue;
      if (other->kind == JUG_EVENT_LINE)
        {
          if (get_line (other, is_native) == line)
            return TRUE;
          /* A wait is where the step came last. */
          if (direction < 0)
            return FALSE;
        }
      else if (other->kind == JUG_EVENT_STEP || other->kind == JUG_EVENT_WAIT ||
               other->kind == JUG_EVENT_DONE || other->kind == JUG_EVENT_TASK_CREATE)
        return FALSE;
    }
  return FALSE;
}
