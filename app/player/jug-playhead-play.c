/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a playhead moves by itself: played at a speed, advanced by whoever shows it. */
#include "jug-playhead-private.h"

/* How long the event is shown until the next stop is, at speed 1. */
static gint64
get_dwell (JugPlayhead *self, guint32 next)
{
  return jug_pace_get_dwell (&self->pace,
                             jug_playhead_get_time_of (self, next) -
                                 jug_playhead_get_time_of (self, self->position));
}

/* Between two events time goes on evenly. */
static void
pass_time (JugPlayhead *self, guint32 next, gint64 dwell)
{
  gint64 begin = jug_playhead_get_time_of (self, self->position);
  gint64 gap = jug_playhead_get_time_of (self, next) - begin;

  jug_playhead_set_time (
      self, begin + (gint64) ((double) gap * (double) self->dwelt_ns / (double) dwell));
}

/* Goes on from where it was paused or scrubbed to, between two events. */
static void
resume (JugPlayhead *self)
{
  guint32 next = jug_playhead_find_stop (self, self->event, 1);
  gint64 begin = jug_playhead_get_time_of (self, self->position);
  gint64 gap = jug_playhead_get_time_of (self, next) - begin;

  if (next == JUG_NO_EVENT || gap <= 0)
    return;
  jug_pace_measure (&self->pace, self->trace, self->detail);
  self->dwelt_ns = (gint64) ((double) get_dwell (self, next) *
                             ((double) (self->time_ns - begin) / (double) gap));
}

gboolean
jug_playhead_is_playing (JugPlayhead *self)
{
  g_return_val_if_fail (JUG_IS_PLAYHEAD (self), FALSE);

  return self->playing;
}

void
jug_playhead_play (JugPlayhead *self)
{
  g_return_if_fail (JUG_IS_PLAYHEAD (self));

  if (self->playing || !self->trace)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  jug_playhead_set_following (self, FALSE);
  if (jug_trace_is_sealed (self->trace) && self->is_at_end)
    jug_playhead_stand_on (self, JUG_NO_EVENT);
  jug_playhead_set_playing (self, TRUE);
  resume (self);
  g_object_thaw_notify (G_OBJECT (self));
}

void
jug_playhead_pause (JugPlayhead *self)
{
  g_return_if_fail (JUG_IS_PLAYHEAD (self));

  jug_playhead_set_playing (self, FALSE);
}

gboolean
jug_playhead_advance (JugPlayhead *self, gint64 elapsed_ns)
{
  gboolean is_sealed;
  guint32 event, next;
  gint64 left, time_ns, dwell;

  g_return_val_if_fail (JUG_IS_PLAYHEAD (self), FALSE);

  if (!self->playing || elapsed_ns <= 0)
    return FALSE;

  g_object_freeze_notify (G_OBJECT (self));
  is_sealed = jug_trace_is_sealed (self->trace); /* or there may be more soon */
  event = self->event;
  time_ns = self->time_ns;
  jug_pace_measure (&self->pace, self->trace, self->detail);
  left = self->dwelt_ns + (gint64) ((double) elapsed_ns * self->speed);
  while ((next = jug_playhead_find_stop (self, self->event, 1)) != JUG_NO_EVENT &&
         left >= (dwell = get_dwell (self, next)))
    {
      left -= dwell;
      jug_playhead_stand_on (self, next);
    }
  if (next != JUG_NO_EVENT)
    {
      self->dwelt_ns = left;
      pass_time (self, next, dwell);
    }
  else if (is_sealed)
    jug_playhead_set_playing (self, FALSE);
  g_object_thaw_notify (G_OBJECT (self));
  return self->event != event || self->time_ns != time_ns;
}
