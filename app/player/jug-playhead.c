/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a person is in a trace: stepping, seeking, playing, following the live edge. */
#include "jug-playhead-private.h"

#include <math.h>

enum
{
  PROP_0,
  PROP_POSITION,
  PROP_EVENT,
  PROP_TIME,
  PROP_PLAYING,
  PROP_SPEED,
  PROP_FOLLOWING,
  PROP_DETAIL,
  PROP_FOLLOWED,
  PROP_AT_START,
  PROP_AT_END,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (JugPlayhead, jug_playhead, G_TYPE_OBJECT)

static void
notify (JugPlayhead *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
jug_playhead_set_playing (JugPlayhead *self, gboolean playing)
{
  self->dwelt_ns = 0;
  if (self->playing == playing)
    return;
  self->playing = playing;
  notify (self, PROP_PLAYING);
}

static void
set_following (JugPlayhead *self, gboolean following)
{
  if (self->following == following)
    return;
  self->following = following;
  notify (self, PROP_FOLLOWING);
}

void
jug_playhead_set_time (JugPlayhead *self, gint64 time_ns)
{
  if (self->time_ns == time_ns)
    return;
  self->time_ns = time_ns;
  notify (self, PROP_TIME);
}

static void
set_ends (JugPlayhead *self, gboolean is_at_start, gboolean is_at_end)
{
  if (self->is_at_start != is_at_start)
    {
      self->is_at_start = is_at_start;
      notify (self, PROP_AT_START);
    }
  if (self->is_at_end != is_at_end)
    {
      self->is_at_end = is_at_end;
      notify (self, PROP_AT_END);
    }
}

/* Stands on an event of the trace, or before the first.  After the last stop nothing is
 * left that would be shown with a stop of its own, so all of it is shown with that. */
void
jug_playhead_stand_on (JugPlayhead *self, guint32 event)
{
  gboolean is_last = jug_playhead_find_stop (self, event, 1) == JUG_NO_EVENT;
  guint32 position = event;

  if (event != JUG_NO_EVENT)
    position = is_last ? jug_playhead_get_n_events (self) - 1
                       : jug_stop_settle (self->trace, event, self->detail);

  g_object_freeze_notify (G_OBJECT (self));
  if (event != self->event)
    {
      self->event = event;
      notify (self, PROP_EVENT);
    }
  if (position != self->position)
    {
      self->position = position;
      notify (self, PROP_POSITION);
    }
  self->dwelt_ns = 0;
  jug_playhead_set_time (self, jug_playhead_get_time_of (self, position));
  set_ends (self, event == JUG_NO_EVENT, is_last);
  g_object_thaw_notify (G_OBJECT (self));
}

void
jug_playhead_stand_on_last (JugPlayhead *self)
{
  guint32 n_events = jug_playhead_get_n_events (self);
  guint32 last = jug_playhead_find_stop (self, n_events, -1);

  jug_playhead_stand_on (self,
                         last == JUG_NO_EVENT && n_events > 0 ? n_events - 1 : last);
}

/* On the last event, and on what comes, if more can come.  That is asked first: while
 * everybody is told of the last event, there may be more, and the end. */
void
jug_playhead_stand_at_edge (JugPlayhead *self)
{
  gboolean is_sealed = jug_trace_is_sealed (self->trace);

  jug_playhead_stand_on_last (self);
  set_following (self, !is_sealed);
}

static void
jug_playhead_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JugPlayhead *self = JUG_PLAYHEAD (object);

  switch (id)
    {
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;
    case PROP_EVENT:
      g_value_set_uint (value, self->event);
      break;
    case PROP_TIME:
      g_value_set_int64 (value, self->time_ns);
      break;
    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    case PROP_SPEED:
      g_value_set_double (value, self->speed);
      break;
    case PROP_FOLLOWING:
      g_value_set_boolean (value, self->following);
      break;
    case PROP_DETAIL:
      g_value_set_uint (value, self->detail);
      break;
    case PROP_FOLLOWED:
      g_value_set_uint (value, self->followed);
      break;
    case PROP_AT_START:
      g_value_set_boolean (value, self->is_at_start);
      break;
    case PROP_AT_END:
      g_value_set_boolean (value, self->is_at_end);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
jug_playhead_set_property (GObject *object,
                           guint id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  JugPlayhead *self = JUG_PLAYHEAD (object);

  switch (id)
    {
    case PROP_PLAYING:
      if (g_value_get_boolean (value))
        jug_playhead_play (self);
      else
        jug_playhead_pause (self);
      break;
    case PROP_SPEED:
      jug_playhead_set_speed (self, g_value_get_double (value));
      break;
    case PROP_FOLLOWING:
      jug_playhead_set_following (self, g_value_get_boolean (value));
      break;
    case PROP_DETAIL:
      jug_playhead_set_detail (self, g_value_get_uint (value));
      break;
    case PROP_FOLLOWED:
      jug_playhead_set_followed (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      break;
    }
}

static void
jug_playhead_finalize (GObject *object)
{
  JugPlayhead *self = JUG_PLAYHEAD (object);

  g_clear_pointer (&self->trace, jug_trace_unref);
  G_OBJECT_CLASS (jug_playhead_parent_class)->finalize (object);
}

static void
jug_playhead_class_init (JugPlayheadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable =
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = jug_playhead_get_property;
  object_class->set_property = jug_playhead_set_property;
  object_class->finalize = jug_playhead_finalize;

  properties[PROP_POSITION] =
      g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT32, JUG_NO_EVENT, readable);
  properties[PROP_EVENT] =
      g_param_spec_uint ("event", NULL, NULL, 0, G_MAXUINT32, JUG_NO_EVENT, readable);
  properties[PROP_TIME] =
      g_param_spec_int64 ("time", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_PLAYING] =
      g_param_spec_boolean ("playing", NULL, NULL, FALSE, writable);
  properties[PROP_SPEED] = g_param_spec_double (
      "speed", NULL, NULL, JUG_PLAYHEAD_MIN_SPEED, JUG_PLAYHEAD_MAX_SPEED, 1.0, writable);
  properties[PROP_FOLLOWING] =
      g_param_spec_boolean ("following", NULL, NULL, FALSE, writable);
  properties[PROP_DETAIL] = g_param_spec_uint (
      "detail", NULL, NULL, 0, JUG_DETAIL_EVERYTHING, JUG_DETAIL_LEARNER, writable);
  properties[PROP_FOLLOWED] =
      g_param_spec_uint ("followed", NULL, NULL, 0, G_MAXUINT32, JUG_TASK_LOOP, writable);
  properties[PROP_AT_START] =
      g_param_spec_boolean ("at-start", NULL, NULL, TRUE, readable);
  properties[PROP_AT_END] = g_param_spec_boolean ("at-end", NULL, NULL, TRUE, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
jug_playhead_init (JugPlayhead *self)
{
  self->event = self->position = JUG_NO_EVENT;
  self->first_output = self->last_output = JUG_NO_EVENT;
  self->is_at_start = self->is_at_end = TRUE;
  self->speed = 1.0;
  self->detail = JUG_DETAIL_LEARNER;
}

JugPlayhead *
jug_playhead_new (void)
{
  return g_object_new (JUG_TYPE_PLAYHEAD, NULL);
}

void
jug_playhead_set_trace (JugPlayhead *self, JugTrace *trace)
{
  g_return_if_fail (JUG_IS_PLAYHEAD (self));

  if (trace)
    jug_trace_ref (trace);
  g_clear_pointer (&self->trace, jug_trace_unref);
  self->trace = trace;
  self->pace = (JugPace){ 0 };
  self->n_searched = 0;
  self->first_output = self->last_output = JUG_NO_EVENT;
  jug_playhead_go_to_start (self);
}

JugTrace *
jug_playhead_get_trace (JugPlayhead *self)
{
  g_return_val_if_fail (JUG_IS_PLAYHEAD (self), NULL);

  return self->trace;
}

void
jug_playhead_trace_grown (JugPlayhead *self)
{
  gint64 dwelt_ns, time_ns;

  g_return_if_fail (JUG_IS_PLAYHEAD (self));

  if (self->following)
    {
      jug_playhead_stand_at_edge (self);
      return;
    }
  dwelt_ns = self->dwelt_ns;
  time_ns = self->time_ns;
  g_object_freeze_notify (G_OBJECT (self));
  jug_playhead_stand_on (self, self->event);
  jug_playhead_set_time (self, MAX (time_ns, self->time_ns));
  self->dwelt_ns = dwelt_ns;
  g_object_thaw_notify (G_OBJECT (self));
}

guint32
jug_playhead_get_event (JugPlayhead *self)
{
  g_return_val_if_fail (JUG_IS_PLAYHEAD (self), JUG_NO_EVENT);

  return self->event;
}

guint32
jug_playhead_get_position (JugPlayhead *self)
{
  g_return_val_if_fail (JUG_IS_PLAYHEAD (self), JUG_NO_EVENT);

  return self->position;
}

gint64
jug_playhead_get_time (JugPlayhead *self)
{
  g_return_val_if_fail (JUG_IS_PLAYHEAD (self), 0);

  return self->time_ns;
}

JugDetail
jug_playhead_get_detail (JugPlayhead *self)
{
  g_return_val_if_fail (JUG_IS_PLAYHEAD (self), JUG_DETAIL_LEARNER);

  return self->detail;
}

void
jug_playhead_set_detail (JugPlayhead *self, JugDetail detail)
{
  g_return_if_fail (JUG_IS_PLAYHEAD (self));

  if (self->detail == detail)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->detail = detail;
  notify (self, PROP_DETAIL);
  jug_playhead_stand_on (self, self->event);
  g_object_thaw_notify (G_OBJECT (self));
}

guint32
jug_playhead_get_followed (JugPlayhead *self)
{
  g_return_val_if_fail (JUG_IS_PLAYHEAD (self), JUG_TASK_LOOP);

  return self->followed;
}

void
jug_playhead_set_followed (JugPlayhead *self, guint32 task)
{
  g_return_if_fail (JUG_IS_PLAYHEAD (self));

  if (self->followed == task)
    return;
  self->followed = task;
  notify (self, PROP_FOLLOWED);
}

double
jug_playhead_get_speed (JugPlayhead *self)
{
  g_return_val_if_fail (JUG_IS_PLAYHEAD (self), 1.0);

  return self->speed;
}

void
jug_playhead_set_speed (JugPlayhead *self, double speed)
{
  g_return_if_fail (JUG_IS_PLAYHEAD (self));
  g_return_if_fail (isfinite (speed));

  speed = CLAMP (speed, JUG_PLAYHEAD_MIN_SPEED, JUG_PLAYHEAD_MAX_SPEED);
  if (fabs (speed - self->speed) < 1e-9)
    return;
  self->speed = speed;
  notify (self, PROP_SPEED);
}

gboolean
jug_playhead_is_following (JugPlayhead *self)
{
  g_return_val_if_fail (JUG_IS_PLAYHEAD (self), FALSE);

  return self->following;
}

void
jug_playhead_set_following (JugPlayhead *self, gboolean following)
{
  g_return_if_fail (JUG_IS_PLAYHEAD (self));

  if (following && (!self->trace || jug_trace_is_sealed (self->trace)))
    return;
  g_object_freeze_notify (G_OBJECT (self));
  if (following)
    {
      jug_playhead_set_playing (self, FALSE);
      jug_playhead_stand_on_last (self);
    }
  set_following (self, following);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
jug_playhead_is_at_start (JugPlayhead *self)
{
  g_return_val_if_fail (JUG_IS_PLAYHEAD (self), TRUE);

  return self->is_at_start;
}

gboolean
jug_playhead_is_at_end (JugPlayhead *self)
{
  g_return_val_if_fail (JUG_IS_PLAYHEAD (self), TRUE);

  return self->is_at_end;
}
