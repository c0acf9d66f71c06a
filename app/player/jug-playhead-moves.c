/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a person moves a playhead: by steps, and to a place. */
#include "jug-playhead-private.h"

#include <math.h>

static void
take_over (JugPlayhead *self)
{
  jug_playhead_set_playing (self, FALSE);
  jug_playhead_set_following (self, FALSE);
}

static void
move_to (JugPlayhead *self, guint32 event)
{
  g_object_freeze_notify (G_OBJECT (self));
  take_over (self);
  jug_playhead_stand_on (self, event);
  g_object_thaw_notify (G_OBJECT (self));
}

static guint32
find_kind (JugPlayhead *self, JugEventKind kind, int direction)
{
  guint32 n_events = jug_playhead_get_n_events (self);
  guint32 index = self->event;

  if (direction < 0 && index == JUG_NO_EVENT)
    return JUG_NO_EVENT;
  for (index += (guint32) direction; index < n_events; index += (guint32) direction)
    if (jug_trace_get_event (self->trace, index)->kind == kind)
      return index;
  return JUG_NO_EVENT;
}

/* Before a task is created and after it has ended there is nothing about it.  While a
 * trace grows, its end is not for us to read. */
static gboolean
is_within_life (JugPlayhead *self, guint32 index, guint32 task, int direction)
{
  const JugTraceTask *life;

  if (task == JUG_TASK_LOOP || !jug_trace_is_sealed (self->trace))
    return TRUE;
  if (task > jug_trace_get_n_tasks (self->trace))
    return FALSE;
  life = jug_trace_get_task (self->trace, task);
  return direction < 0 ? index >= life->create_event : index <= life->end_event;
}

/* The stop that shows an event about the followed task; of the loop's own, only stops
 * count. */
static guint32
get_followed_stop (JugPlayhead *self, guint32 index)
{
  guint32 owner;

  if (!jug_stop_is_about (self->trace, index, self->followed))
    return JUG_NO_EVENT;
  owner = jug_stop_get_owner (self->trace, index, self->detail);
  return self->followed == JUG_TASK_LOOP && owner != index ? JUG_NO_EVENT : owner;
}

static guint32
find_followed (JugPlayhead *self, int direction)
{
  guint32 n_events = jug_playhead_get_n_events (self);
  guint32 index = self->event;

  if (direction < 0 && index == JUG_NO_EVENT)
    return JUG_NO_EVENT;
  for (index += (guint32) direction; index < n_events; index += (guint32) direction)
    {
      guint32 stop;

      if (!is_within_life (self, index, self->followed, direction))
        return JUG_NO_EVENT;
      stop = get_followed_stop (self, index);
      /* What is seen already, with the event that the playhead stands on, is no step. */
      if (stop != JUG_NO_EVENT && (direction < 0 || stop + 1 > self->event + 1))
        return stop;
    }
  return JUG_NO_EVENT;
}

/* Where a step would lead; JUG_NO_EVENT for nowhere, or for the place before the first
 * event. */
static guint32
find_target (JugPlayhead *self, JugUnit unit, int direction)
{
  switch (unit)
    {
    case JUG_UNIT_EVENT:
      return jug_playhead_find_stop (self, self->event, direction);
    case JUG_UNIT_ITERATION:
      return find_kind (self, JUG_EVENT_ITERATION, direction);
    case JUG_UNIT_STEP:
      return find_kind (self, JUG_EVENT_STEP, direction);
    case JUG_UNIT_OUTPUT:
      return find_kind (self, JUG_EVENT_PRINT, direction);
    case JUG_UNIT_FOLLOWED:
      return find_followed (self, direction);
    }
  g_assert_not_reached ();
}

gboolean
jug_playhead_step (JugPlayhead *self, JugUnit unit, int direction)
{
  g_return_val_if_fail (JUG_IS_PLAYHEAD (self), FALSE);
  g_return_val_if_fail (direction == 1 || direction == -1, FALSE);

  if (!jug_playhead_can_step (self, unit, direction))
    {
      jug_playhead_pause (self);
      return FALSE;
    }
  move_to (self, find_target (self, unit, direction));
  return TRUE;
}

/* Whether there is output ahead or behind, which may be far away: each event is looked at
 * once. */
static gboolean
has_output (JugPlayhead *self, int direction)
{
  for (; self->n_searched < jug_playhead_get_n_events (self); self->n_searched++)
    {
      if (jug_trace_get_event (self->trace, self->n_searched)->kind != JUG_EVENT_PRINT)
        continue;
      self->last_output = self->n_searched;
      if (self->first_output == JUG_NO_EVENT)
        self->first_output = self->n_searched;
    }
  if (self->last_output == JUG_NO_EVENT)
    return FALSE;
  if (self->event == JUG_NO_EVENT)
    return direction > 0;
  return direction > 0 ? self->event < self->last_output
                       : self->event > self->first_output;
}

/* Its creation and its end are stops about a task, so where they lie ahead or behind,
 * nothing need be looked for. */
static gboolean
has_followed (JugPlayhead *self, int direction)
{
  if (self->followed != JUG_TASK_LOOP && jug_trace_is_sealed (self->trace) &&
      self->followed <= jug_trace_get_n_tasks (self->trace))
    {
      const JugTraceTask *life = jug_trace_get_task (self->trace, self->followed);
      guint32 n_before = self->event + 1; /* 0 before the first event */

      if (direction < 0 && n_before > life->create_event + 1)
        return TRUE;
      if (direction > 0 && life->end_event != JUG_NO_EVENT && n_before <= life->end_event)
        return TRUE;
    }
  return find_followed (self, direction) != JUG_NO_EVENT;
}

gboolean
jug_playhead_can_step (JugPlayhead *self, JugUnit unit, int direction)
{
  g_return_val_if_fail (JUG_IS_PLAYHEAD (self), FALSE);
  g_return_val_if_fail (direction == 1 || direction == -1, FALSE);

  if (!self->trace)
    return FALSE;
  switch (unit)
    {
    case JUG_UNIT_EVENT:
      return direction < 0 ? !self->is_at_start : !self->is_at_end;
    case JUG_UNIT_OUTPUT:
      return has_output (self, direction);
    case JUG_UNIT_FOLLOWED:
      return has_followed (self, direction);
    case JUG_UNIT_ITERATION:
    case JUG_UNIT_STEP:
      return find_target (self, unit, direction) != JUG_NO_EVENT;
    }
  g_assert_not_reached ();
}

void
jug_playhead_go_to_event (JugPlayhead *self, guint32 event)
{
  guint32 n_events;

  g_return_if_fail (JUG_IS_PLAYHEAD (self));

  n_events = jug_playhead_get_n_events (self);
  if (event != JUG_NO_EVENT && event >= n_events)
    event = n_events - 1; /* JUG_NO_EVENT if there is none */
  move_to (self, event);
}

void
jug_playhead_go_to_time (JugPlayhead *self, gint64 time_ns)
{
  guint32 next, stop;

  g_return_if_fail (JUG_IS_PLAYHEAD (self));

  if (jug_playhead_get_n_events (self) == 0)
    return;
  time_ns = CLAMP (time_ns, 0,
                   jug_playhead_get_time_of (self, jug_playhead_get_n_events (self) - 1));
  /* The first event that is later, then the stop before it. */
  next = jug_trace_find_time (self->trace, time_ns + 1);
  stop = jug_playhead_find_stop (self, MIN (next, jug_playhead_get_n_events (self)), -1);
  g_object_freeze_notify (G_OBJECT (self));
  take_over (self);
  /* To the time of its own event and back would be told as a change. */
  if (stop != self->event)
    jug_playhead_stand_on (self, stop);
  self->dwelt_ns = 0;
  jug_playhead_set_time (self, time_ns);
  g_object_thaw_notify (G_OBJECT (self));
}

void
jug_playhead_go_to_start (JugPlayhead *self)
{
  g_return_if_fail (JUG_IS_PLAYHEAD (self));

  move_to (self, JUG_NO_EVENT);
}

void
jug_playhead_go_to_end (JugPlayhead *self)
{
  g_return_if_fail (JUG_IS_PLAYHEAD (self));

  if (!self->trace)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  jug_playhead_set_playing (self, FALSE);
  jug_playhead_stand_at_edge (self);
  g_object_thaw_notify (G_OBJECT (self));
}

void
jug_playhead_go_by_fraction (JugPlayhead *self, double fraction)
{
  gint64 n_events, n_moved, target; /* counted in events: one more than an index */
  guint32 stop = JUG_NO_EVENT;

  g_return_if_fail (JUG_IS_PLAYHEAD (self));
  g_return_if_fail (isfinite (fraction));

  n_events = jug_playhead_get_n_events (self);
  n_moved =
      MAX (1, (gint64) round (fabs (CLAMP (fraction, -1.0, 1.0)) * (double) n_events));
  target = (guint32) (self->event + 1) + (fraction < 0 ? -n_moved : n_moved);
  if (fraction < 0 && target > 0)
    stop = jug_playhead_find_stop (self, (guint32) target, -1);
  else if (fraction > 0)
    {
      if (target <= n_events)
        stop = jug_playhead_find_stop (self, (guint32) target - 2, 1);
      if (stop == JUG_NO_EVENT)
        stop = jug_playhead_find_stop (self, (guint32) n_events, -1);
    }
  move_to (self, stop);
}
