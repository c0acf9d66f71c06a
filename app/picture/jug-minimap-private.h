/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a minimap's layout consists of, for the files that draw its parts. */
#pragma once

#include "jug-minimap-layout.h"
#include "jug-timeline-axis-private.h"

G_BEGIN_DECLS

/* Sizes in px at font scale 1. */
#define JUG_MINIMAP_HEIGHT 32.0
#define JUG_MINIMAP_MARK 9.0

struct _JugMinimapLayout
{
  JugSpanIndex *index;
  JugTrace *trace; /* (unowned): the index's */
  JugMinimapView view;
  JugTimelineAxis axis;

  GByteArray *levels; /* scratch */
};

/* An event's x in the strip. */
static inline double
jug_minimap_layout_get_x (JugMinimapLayout *self, guint32 event)
{
  return self->view.axis_x + jug_timeline_axis_get_x (&self->axis, event);
}

/* Where the strip, as far as it shows the run, ends. */
static inline double
jug_minimap_layout_get_length (JugMinimapLayout *self)
{
  return MAX (0, self->view.width - self->view.left);
}

/* Whether nothing may be told of an event. */
static inline gboolean
jug_minimap_layout_is_hidden (JugMinimapLayout *self, guint32 event)
{
  return self->view.future == JUG_FUTURE_HIDDEN && self->view.playhead != JUG_NO_EVENT &&
         event > self->view.playhead;
}

G_END_DECLS
