/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole run in a thin strip, as pure geometry: what a minimap shows, and where. */
#pragma once

#include "jug-range.h"
#include "jug-timeline-layout.h"

G_BEGIN_DECLS

/**
 * JugMinimapView:
 * @axis: what x means, as in the timeline
 * @width: of the strip
 * @height: of the strip; 0: as the size of text wants
 * @left: where the strip begins to show the run; before it the lanes have their names
 * @axis_x: where the first event is
 * @axis_width: how wide the run is at most
 * @font_scale: 1 is 100 %
 * @from: what the timeline's chart shows first
 * @to: what it shows last
 * @playhead: the event that everything is shown at
 * @playhead_ns: a time after that of @playhead, as in #JugTimelineView
 * @show_playhead: draw it
 * @future: how what is after it is shown
 * @range: what is marked
 *
 * What a minimap is to show.
 */
typedef struct
{
  JugAxis axis;
  double width;
  double height;
  double left;
  double axis_x;
  double axis_width;
  double font_scale;
  JugTimelinePlace from;
  JugTimelinePlace to;
  guint32 playhead;
  gint64 playhead_ns;
  gboolean show_playhead;
  JugFutureView future;
  JugRange range;
} JugMinimapView;

/**
 * JugMinimapPart:
 * @JUG_MINIMAP_NOTHING: beside the strip
 * @JUG_MINIMAP_RUN: a part of the run that the timeline does not show
 * @JUG_MINIMAP_WINDOW: inside the frame around what the timeline shows
 * @JUG_MINIMAP_START: the frame's left edge
 * @JUG_MINIMAP_END: the frame's right edge
 *
 * What is at a point of a minimap.
 */
typedef enum
{
  JUG_MINIMAP_NOTHING,
  JUG_MINIMAP_RUN,
  JUG_MINIMAP_WINDOW,
  JUG_MINIMAP_START,
  JUG_MINIMAP_END
} JugMinimapPart;

/**
 * JugMinimapLayout:
 *
 * The geometry of a minimap: how busy the loop is, column by column, with every error,
 * cancel and blocked stretch, however many there are; over it the frame around what the
 * timeline shows.  What a picture costs depends on its width, not on the length of the
 * trace.
 *
 * Like a timeline it has two layers: jug_minimap_layout_draw() depends on the run, the
 * size and the axis alone, the rest is jug_minimap_layout_draw_overlay()'s.
 */
typedef struct _JugMinimapLayout JugMinimapLayout;

/**
 * jug_minimap_layout_new:
 *
 * A layout of what @index knows, without size.  Keeps a reference to @index.
 */
JugMinimapLayout *jug_minimap_layout_new (JugSpanIndex *index) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_minimap_layout_free:
 *
 * Frees the layout.
 */
void jug_minimap_layout_free (JugMinimapLayout *self);

/**
 * jug_minimap_layout_get_natural_height:
 *
 * How high a minimap is when text is so large.
 */
double jug_minimap_layout_get_natural_height (double font_scale);

/**
 * jug_minimap_layout_set_view:
 *
 * Copies @view.
 */
void jug_minimap_layout_set_view (JugMinimapLayout *self, const JugMinimapView *view);

/**
 * jug_minimap_layout_follow:
 * @timeline: a layout of the same index
 * @width: of the strip
 *
 * Sets the view that belongs to @timeline: at its left edge and its scale, so that the
 * strip lies exactly over the chart while that shows all of the run.
 */
void jug_minimap_layout_follow (JugMinimapLayout *self,
                                JugTimelineLayout *timeline,
                                double width);

/**
 * jug_minimap_layout_get_view:
 *
 * Returns: (transfer none): the view that was set
 */
const JugMinimapView *jug_minimap_layout_get_view (JugMinimapLayout *self);

/**
 * jug_minimap_layout_draw:
 *
 * Appends the run, as #JugMinimapLayout says.
 */
void jug_minimap_layout_draw (JugMinimapLayout *self, JugDisplayList *list);

/**
 * jug_minimap_layout_draw_overlay:
 *
 * Appends what belongs over it: playhead, range, and the frame.
 */
void jug_minimap_layout_draw_overlay (JugMinimapLayout *self, JugDisplayList *list);

/**
 * jug_minimap_layout_get_frame:
 *
 * The frame around what the timeline shows; never too narrow to be seen.
 */
JugRect jug_minimap_layout_get_frame (JugMinimapLayout *self);

/**
 * jug_minimap_layout_hit:
 *
 * What is at a point; of what lies close together, the edges go first.
 */
JugMinimapPart jug_minimap_layout_hit (JugMinimapLayout *self, double x, double y);

/**
 * jug_minimap_layout_x_to_place:
 *
 * The point of the axis at @x.
 */
JugTimelinePlace jug_minimap_layout_x_to_place (JugMinimapLayout *self, double x);

/**
 * jug_minimap_layout_place_to_x:
 *
 * Where @place is.
 */
double jug_minimap_layout_place_to_x (JugMinimapLayout *self, JugTimelinePlace place);

/**
 * jug_minimap_layout_dup_value_text:
 *
 * What the timeline shows, in words: "1.000 s to 2.500 s of 7.000 s".
 */
char *jug_minimap_layout_dup_value_text (JugMinimapLayout *self)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_minimap_layout_dup_description:
 *
 * What is marked in the strip, in words.  Tells nothing that lies after the playhead
 * while the future is hidden.
 */
char *jug_minimap_layout_dup_description (JugMinimapLayout *self)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugMinimapLayout, jug_minimap_layout_free)

G_END_DECLS
