/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which events a person steps to, and which only keep the books. */
#include "jug-stop.h"

/*
 * What an event is to a learner who steps.
 *
 * STOP: something happens; stepping halts here.
 * AFTER: what the stop before it brought about, and seen together with it.
 * BEFORE: what leads to the stop after it, and seen together with that.
 * UNLESS_TOLD: a stop, unless another one within its extent tells of it: until its task
 * comes to the next line, until its callback ends.
 */
typedef enum
{
  STOP,
  AFTER,
  BEFORE,
  UNLESS_TOLD,
  UNLESS_IDLE
} Role;

/* The one place where this is decided.  FUTURE_DONE is an effect if it is cancelled, and
 * TIMER_ARM a stop if a timeout begins with it, see below. */
static const guint8 roles[] = {
  [JUG_EVENT_NONE] = BEFORE,
  [JUG_EVENT_TASK_CREATE] = STOP,
  [JUG_EVENT_STEP] = STOP,
  [JUG_EVENT_WAIT] = STOP,
  [JUG_EVENT_DONE] = STOP,
  [JUG_EVENT_CANCEL] = STOP,
  [JUG_EVENT_PRINT] = STOP,
  [JUG_EVENT_EXIT] = STOP,
  [JUG_EVENT_LOOP_START] = UNLESS_IDLE,
  [JUG_EVENT_LOOP_STOP] = UNLESS_IDLE,
  [JUG_EVENT_ITERATION] = BEFORE,
  [JUG_EVENT_POLL] = STOP,
  [JUG_EVENT_RUN] = BEFORE,
  [JUG_EVENT_SHUTDOWN] = STOP,
  [JUG_EVENT_CALLBACK_QUEUE] = AFTER,
  [JUG_EVENT_CALLBACK_RUN] = UNLESS_TOLD,
  [JUG_EVENT_CALLBACK_END] = AFTER,
  [JUG_EVENT_CALLBACK_CANCEL] = AFTER,
  [JUG_EVENT_TIMER_ARM] = BEFORE,
  [JUG_EVENT_TIMER_FIRE] = BEFORE,
  [JUG_EVENT_TIMER_CANCEL] = AFTER,
  [JUG_EVENT_FUTURE_CREATE] = BEFORE,
  [JUG_EVENT_FUTURE_DONE] = STOP,
  [JUG_EVENT_FUTURE_CHILD] = BEFORE,
  [JUG_EVENT_EXCEPTION] = BEFORE,
  [JUG_EVENT_UNORDERED] = STOP,
  [JUG_EVENT_UNCANCEL] = STOP,
  [JUG_EVENT_TASK_NAME] = AFTER,
  [JUG_EVENT_SYNC_CREATE] = STOP,
  [JUG_EVENT_SYNC] = STOP,
  [JUG_EVENT_IO_START] = STOP,
  [JUG_EVENT_IO_DONE] = STOP,
  [JUG_EVENT_LINE] = UNLESS_TOLD,
  [JUG_EVENT_BLOCK] = STOP,
  [JUG_EVENT_REPORT] = STOP,
  [JUG_EVENT_LIMIT] = STOP,
  [JUG_EVENT_INTERVENTION] = STOP,
  [JUG_EVENT_IO_DATA] = UNLESS_TOLD,
  [JUG_EVENT_FRAMES] = BEFORE,
  [JUG_EVENT_LOCALS] = BEFORE,
};

enum
{
  EXTENT = 256
}; /* how far it is looked for a stop that tells of an event */

#define AT_ONCE_NS G_GINT64_CONSTANT (100000000)

static Role
get_role (const JugEvent *event)
{
  g_assert (event->kind < G_N_ELEMENTS (roles));

  /* Cancelling a task cancels what it waits for. */
  if (event->kind == JUG_EVENT_FUTURE_DONE && event->detail == JUG_OUTCOME_CANCELLED)
    return AFTER;
  /* A timeout begins; what else a timer is for, a later stop tells. */
  if (event->kind == JUG_EVENT_TIMER_ARM && event->detail == JUG_TIMER_CANCELS)
    return STOP;
  return roles[event->kind];
}

/* Whether more of the same data, or the end of it, comes so soon that nobody would see it
 * come. */
static gboolean
is_followed_by_more (JugTrace *trace, guint32 index)
{
  const JugEvent *event = jug_trace_get_event (trace, index);
  const JugEvent *next;

  if (index + 1 >= jug_trace_get_n_events (trace))
    return FALSE;
  next = jug_trace_get_event (trace, index + 1);
  return (next->kind == JUG_EVENT_IO_DATA || next->kind == JUG_EVENT_IO_DONE) &&
         next->object == event->object && next->time_ns - event->time_ns < AT_ONCE_NS;
}

/* Whether what an event began is over with a later one. */
static gboolean
is_over (const JugEvent *event, const JugEvent *later)
{
  if (event->kind == JUG_EVENT_LINE)
    return later->kind == JUG_EVENT_LINE && later->task == event->task;
  return later->kind == JUG_EVENT_CALLBACK_END && later->object == event->object;
}

static gboolean
is_told (JugTrace *trace, guint32 index)
{
  const JugEvent *event = jug_trace_get_event (trace, index);
  guint32 end = MIN (jug_trace_get_n_events (trace), index + EXTENT);

  if (event->kind == JUG_EVENT_IO_DATA)
    return is_followed_by_more (trace, index);
  for (guint32 i = index + 1; i < end; i++)
    {
      const JugEvent *later = jug_trace_get_event (trace, i);

      if (get_role (later) == STOP)
        return TRUE;
      if (is_over (event, later))
        return FALSE;
    }
  return FALSE;
}

/*
 * Whether an event belongs to a run of the loop, not the first, in which neither a task
 * runs nor anything happens that a person would care for: after the program has ended,
 * asyncio.run() has the loop run twice more, to shut down what may be left.
 */
static gboolean
is_in_idle_run (JugTrace *trace, guint32 index)
{
  guint32 n_events = jug_trace_get_n_events (trace);
  guint32 start = index, least = index - MIN (index, EXTENT);

  while (start > least &&
         jug_trace_get_event (trace, start)->kind != JUG_EVENT_LOOP_START)
    if (get_role (jug_trace_get_event (trace, start--)) == STOP)
      return FALSE;
  if (jug_trace_get_event (trace, start)->kind != JUG_EVENT_LOOP_START ||
      jug_trace_get_event (trace, start)->iteration == 0)
    return FALSE;
  for (guint32 i = start + 1; i < MIN (n_events, start + EXTENT); i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);

      if (event->kind == JUG_EVENT_LOOP_STOP)
        return TRUE;
      if (get_role (event) == STOP)
        return FALSE;
    }
  return FALSE;
}

gboolean
jug_stop_is (JugTrace *trace, guint32 index, JugDetail detail)
{
  g_return_val_if_fail (trace != NULL, FALSE);
  g_return_val_if_fail (index < jug_trace_get_n_events (trace), FALSE);

  if (detail == JUG_DETAIL_EVERYTHING)
    return TRUE;
  switch (get_role (jug_trace_get_event (trace, index)))
    {
    case STOP:
      return TRUE;
    case UNLESS_TOLD:
      return !is_told (trace, index) && !is_in_idle_run (trace, index);
    case UNLESS_IDLE:
      return !is_in_idle_run (trace, index);
    case AFTER:
    case BEFORE:
      return FALSE;
    }
  g_assert_not_reached ();
}

gboolean
jug_stop_is_about (JugTrace *trace, guint32 index, guint32 task)
{
  const JugEvent *event;

  g_return_val_if_fail (trace != NULL, FALSE);

  event = jug_trace_get_event (trace, index);
  if (event->task == task)
    return TRUE;
  return (event->kind == JUG_EVENT_TASK_CREATE || event->kind == JUG_EVENT_CANCEL) &&
         event->object == task;
}

guint32
jug_stop_find (JugTrace *trace, guint32 index, int direction, JugDetail detail)
{
  guint32 n_events;

  g_return_val_if_fail (trace != NULL, JUG_NO_EVENT);
  g_return_val_if_fail (direction == 1 || direction == -1, JUG_NO_EVENT);

  n_events = jug_trace_get_n_events (trace);
  if (direction < 0 && index != JUG_NO_EVENT)
    index = MIN (index, n_events);
  else if (direction < 0)
    return JUG_NO_EVENT;

  /* One more than JUG_NO_EVENT is 0, one less than 0 is beyond the last event. */
  for (index += (guint32) direction; index < n_events; index += (guint32) direction)
    if (jug_stop_is (trace, index, detail))
      return index;
  return JUG_NO_EVENT;
}

guint32
jug_stop_settle (JugTrace *trace, guint32 index, JugDetail detail)
{
  guint32 n_events;

  g_return_val_if_fail (trace != NULL, index);

  n_events = jug_trace_get_n_events (trace);
  g_return_val_if_fail (index < n_events, index);

  if (!jug_stop_is (trace, index, detail) || detail == JUG_DETAIL_EVERYTHING)
    return index;
  while (index + 1 < n_events &&
         get_role (jug_trace_get_event (trace, index + 1)) == AFTER)
    index++;
  return index;
}

guint32
jug_stop_get_owner (JugTrace *trace, guint32 index, JugDetail detail)
{
  g_return_val_if_fail (trace != NULL, JUG_NO_EVENT);
  g_return_val_if_fail (index < jug_trace_get_n_events (trace), JUG_NO_EVENT);

  if (detail == JUG_DETAIL_EVERYTHING)
    return index;
  while (index > 0 && get_role (jug_trace_get_event (trace, index)) == AFTER)
    index--;
  return jug_stop_is (trace, index, detail) ? index : JUG_NO_EVENT;
}
