/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How events are laid along x: the arithmetic of both axes. */
#pragma once

#include "jug-timeline-layout.h"

G_BEGIN_DECLS

/* How wide a step that took no time is at most, at font scale 1. */
#define JUG_TIMELINE_MARK_WIDTH 24.0

/* Both axes are one formula: x = time * per_ns + units of room * per_unit.  The steps
 * axis has no share of time; on the time axis only what took no time gets room. */
typedef struct
{
  JugSpanIndex *index; /* (unowned) */
  JugTrace *trace;     /* (unowned) */
  guint32 n_events;
  gboolean marks; /* which units count: those of the time axis */
  double per_ns;
  double per_unit;
} JugTimelineAxis;

void jug_timeline_axis_init (JugTimelineAxis *self,
                             JugSpanIndex *index,
                             JugAxis axis,
                             double zoom,
                             double font_scale);
double jug_timeline_axis_fit (JugSpanIndex *index,
                              JugAxis axis,
                              double width,
                              double font_scale);
double jug_timeline_axis_get_max_zoom (JugSpanIndex *index, JugAxis axis);
double jug_timeline_axis_get_width (const JugTimelineAxis *self);
double jug_timeline_axis_get_x (const JugTimelineAxis *self, guint32 event);
guint32
jug_timeline_axis_find_event (const JugTimelineAxis *self, double x, guint32 from);
double jug_timeline_axis_get_time (const JugTimelineAxis *self, double x);
double jug_timeline_axis_get_time_x (const JugTimelineAxis *self, gint64 time_ns);
JugTimelinePlace jug_timeline_axis_get_place (const JugTimelineAxis *self, double x);
JugTimelinePlace jug_timeline_axis_get_place_beyond (const JugTimelineAxis *self,
                                                     double x);
double
jug_timeline_axis_get_edge_x (const JugTimelineAxis *self, guint32 event, gint64 time_ns);
double jug_timeline_axis_get_playhead_x (const JugTimelineAxis *self,
                                         guint32 playhead,
                                         gint64 playhead_ns);

/* The x of a place. */
static inline double
jug_timeline_axis_get_place_x (const JugTimelineAxis *self, JugTimelinePlace place)
{
  return place.ns * self->per_ns + place.units * self->per_unit;
}

/* The x of an event whose time and run are known. */
static inline double
jug_timeline_axis_get_x_near (const JugTimelineAxis *self,
                              guint32 event,
                              gint64 time_ns,
                              guint32 run)
{
  return (double) time_ns * self->per_ns +
         jug_span_index_get_units_near (self->index, event, run, self->marks) *
             self->per_unit;
}

G_END_DECLS
