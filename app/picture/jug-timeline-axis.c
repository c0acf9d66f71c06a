/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How events are laid along x: the arithmetic of both axes. */
#include "jug-timeline-axis-private.h"

#define NS_PER_SECOND 1e9

/* Marks together never take more than this many times the room of the time itself, so
 * that they shrink when one looks from far. */
#define MARKS_SHARE 1.0

/* A short trace need not fill the width. */
#define MAX_FIT_STEP 120.0

/* A microsecond is then 200 px wide. */
#define MAX_ZOOM_TIME 2e8
#define MAX_ZOOM_STEPS 600.0

/* Of the whole trace: seconds, and steps' worth of room. */
static double
get_seconds (JugSpanIndex *index)
{
  return (double) jug_span_index_get_end_time (index) / NS_PER_SECOND;
}

static double
get_steps (JugSpanIndex *index, JugAxis axis)
{
  return (double) jug_span_index_get_total_units (index, axis == JUG_AXIS_TIME) /
         JUG_SPAN_STEP_UNITS;
}

/* Whether there is no time to be proportional to: then zoom means px per mark. */
static gboolean
is_timeless (JugSpanIndex *index)
{
  return jug_span_index_get_end_time (index) <= 0;
}

void
jug_timeline_axis_init (JugTimelineAxis *self,
                        JugSpanIndex *index,
                        JugAxis axis,
                        double zoom,
                        double font_scale)
{
  double steps = get_steps (index, axis);

  self->index = index;
  self->trace = jug_span_index_get_trace (index);
  self->n_events = jug_span_index_get_n_events (index);
  self->marks = axis == JUG_AXIS_TIME;
  self->per_ns = 0;
  self->per_unit = zoom / JUG_SPAN_STEP_UNITS;
  if (axis == JUG_AXIS_TIME && !is_timeless (index))
    {
      double mark = JUG_TIMELINE_MARK_WIDTH * font_scale;

      if (steps > 0)
        mark = MIN (mark, MARKS_SHARE * zoom * get_seconds (index) / steps);
      self->per_ns = zoom / NS_PER_SECOND;
      self->per_unit = mark / JUG_SPAN_STEP_UNITS;
    }
}

double
jug_timeline_axis_get_max_zoom (JugSpanIndex *index, JugAxis axis)
{
  return axis == JUG_AXIS_TIME && !is_timeless (index) ? MAX_ZOOM_TIME : MAX_ZOOM_STEPS;
}

double
jug_timeline_axis_fit (JugSpanIndex *index, JugAxis axis, double width, double font_scale)
{
  double steps = get_steps (index, axis);
  double seconds = get_seconds (index);
  double mark = JUG_TIMELINE_MARK_WIDTH * font_scale;
  double zoom;

  if (axis == JUG_AXIS_STEPS || is_timeless (index))
    return MIN (steps > 0 ? width / steps : width, MAX_FIT_STEP * font_scale);

  /* Either the marks have their full width, or they share the width with the time. */
  zoom = (width - mark * steps) / seconds;
  if (steps > 0 && zoom * seconds * MARKS_SHARE < mark * steps)
    zoom = width / (seconds * (1 + MARKS_SHARE));
  return MIN (zoom, MAX_ZOOM_TIME);
}

double
jug_timeline_axis_get_x (const JugTimelineAxis *self, guint32 event)
{
  if (self->n_events == 0)
    return 0;
  event = MIN (event, self->n_events - 1);
  return (double) jug_trace_get_event (self->trace, event)->time_ns * self->per_ns +
         jug_span_index_get_units (self->index, event, self->marks) * self->per_unit;
}

double
jug_timeline_axis_get_width (const JugTimelineAxis *self)
{
  return self->n_events > 0 ? jug_timeline_axis_get_x (self, self->n_events - 1) : 0;
}

/* The last event at or left of @x that is not before @from, which is left of @x. */
guint32
jug_timeline_axis_find_event (const JugTimelineAxis *self, double x, guint32 from)
{
  guint32 low = from, high, step = 64;

  if (self->n_events == 0)
    return JUG_NO_EVENT;
  if (low >= self->n_events)
    return self->n_events - 1;

  /* What is looked for is usually near, so look in growing steps first. */
  high = low + 1;
  while (high < self->n_events && jug_timeline_axis_get_x (self, high) <= x)
    {
      low = high;
      high = self->n_events - high > step ? high + step : self->n_events;
      step *= 4;
    }
  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      if (jug_timeline_axis_get_x (self, middle) <= x)
        low = middle;
      else
        high = middle;
    }
  return low;
}

JugTimelinePlace
jug_timeline_axis_get_place (const JugTimelineAxis *self, double x)
{
  JugTimelinePlace a = { 0, 0 }, b;
  guint32 event = jug_timeline_axis_find_event (self, x, 0);
  double left, right;

  if (event == JUG_NO_EVENT)
    return a;
  a.ns = (double) jug_trace_get_event (self->trace, event)->time_ns;
  a.units = jug_span_index_get_units (self->index, event, self->marks);
  if (event + 1 >= self->n_events)
    return a;

  b.ns = (double) jug_trace_get_event (self->trace, event + 1)->time_ns;
  b.units = jug_span_index_get_units (self->index, event + 1, self->marks);
  left = jug_timeline_axis_get_place_x (self, a);
  right = jug_timeline_axis_get_place_x (self, b);
  if (x > left && right > left)
    {
      double share = (x - left) / (right - left);

      a.ns += (b.ns - a.ns) * share;
      a.units += (b.units - a.units) * share;
    }
  return a;
}

/* The same; left of the first event and right of the last the axis goes on. */
JugTimelinePlace
jug_timeline_axis_get_place_beyond (const JugTimelineAxis *self, double x)
{
  double inside = CLAMP (x, 0, jug_timeline_axis_get_width (self));
  JugTimelinePlace place = jug_timeline_axis_get_place (self, inside);

  if (self->per_ns > 0)
    place.ns += (x - inside) / self->per_ns;
  else if (self->per_unit > 0)
    place.units += (x - inside) / self->per_unit;
  return place;
}

/* Where @time_ns is that lies before @event and not before the event before that. */
double
jug_timeline_axis_get_edge_x (const JugTimelineAxis *self, guint32 event, gint64 time_ns)
{
  double left, right;
  gint64 before_ns, after_ns;

  if (event == 0 || self->n_events == 0)
    return 0;
  if (event >= self->n_events)
    return jug_timeline_axis_get_width (self);
  left = jug_timeline_axis_get_x (self, event - 1);
  right = jug_timeline_axis_get_x (self, event);
  before_ns = jug_trace_get_event (self->trace, event - 1)->time_ns;
  after_ns = jug_trace_get_event (self->trace, event)->time_ns;
  if (time_ns >= after_ns || after_ns <= before_ns)
    return right;
  return left + (right - left) *
                    ((double) (time_ns - before_ns) / (double) (after_ns - before_ns));
}

/* Where the playhead is: at its event, or somewhere between that and the next one. */
double
jug_timeline_axis_get_playhead_x (const JugTimelineAxis *self,
                                  guint32 playhead,
                                  gint64 playhead_ns)
{
  guint32 next = playhead + 1;
  double x = jug_timeline_axis_get_x (self, playhead);

  if (playhead >= self->n_events || next >= self->n_events ||
      playhead_ns <= jug_trace_get_event (self->trace, playhead)->time_ns)
    return x;
  return CLAMP (jug_timeline_axis_get_time_x (self, playhead_ns), x,
                jug_timeline_axis_get_x (self, next));
}

double
jug_timeline_axis_get_time (const JugTimelineAxis *self, double x)
{
  return jug_timeline_axis_get_place (self, x).ns;
}

double
jug_timeline_axis_get_time_x (const JugTimelineAxis *self, gint64 time_ns)
{
  guint32 after;
  double left, right;
  gint64 before_ns, after_ns;

  if (self->n_events == 0)
    return (double) time_ns * self->per_ns;

  after = jug_trace_find_time (self->trace, time_ns);
  /* Before the first event no step takes room. */
  if (after == 0)
    return (double) time_ns * self->per_ns;
  if (after >= self->n_events)
    return jug_timeline_axis_get_width (self) +
           (double) (time_ns - jug_span_index_get_end_time (self->index)) * self->per_ns;

  left = jug_timeline_axis_get_x (self, after - 1);
  right = jug_timeline_axis_get_x (self, after);
  before_ns = jug_trace_get_event (self->trace, after - 1)->time_ns;
  after_ns = jug_trace_get_event (self->trace, after)->time_ns;
  return left + (right - left) *
                    ((double) (time_ns - before_ns) / (double) (after_ns - before_ns));
}
