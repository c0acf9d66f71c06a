/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two layers of a timeline in a window: a chart that is kept, and what lies over it.
 */
#pragma once

#include <gtk/gtk.h>

#include "jug-snapshot-painter.h"
#include "jug-timeline-layout.h"

G_BEGIN_DECLS

/**
 * JugTimelineDrawing:
 *
 * Draws a #JugTimelineLayout: the chart once into a render node, over it in each frame
 * whatever depends on playhead, selection and pointer.
 */
typedef struct _JugTimelineDrawing JugTimelineDrawing;

/**
 * jug_timeline_drawing_new:
 * @painter: (transfer none): outlives it
 */
JugTimelineDrawing *jug_timeline_drawing_new (JugSnapshotPainter *painter)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_timeline_drawing_free:
 *
 * Frees the drawing with the chart that it keeps; the painter stays.
 */
void jug_timeline_drawing_free (JugTimelineDrawing *self);

/**
 * jug_timeline_drawing_invalidate:
 *
 * The chart is to be drawn anew.
 */
void jug_timeline_drawing_invalidate (JugTimelineDrawing *self);

/**
 * jug_timeline_drawing_clear:
 *
 * It will be another layout: nothing of this one is kept.
 */
void jug_timeline_drawing_clear (JugTimelineDrawing *self);

/**
 * jug_timeline_drawing_get_chart:
 *
 * Returns: (transfer none): the shapes of the chart as @layout has it now
 */
JugDisplayList *jug_timeline_drawing_get_chart (JugTimelineDrawing *self,
                                                JugTimelineLayout *layout);

/**
 * jug_timeline_drawing_pick:
 *
 * What is at a point: an arrow or a mark as they were drawn, else what @layout has there.
 *
 * Returns: whether anything is there
 */
gboolean jug_timeline_drawing_pick (JugTimelineDrawing *self,
                                    JugTimelineLayout *layout,
                                    double x,
                                    double y,
                                    JugPictureRef *ref);

/**
 * jug_timeline_drawing_set_hover:
 * @ref: what the pointer is over; bars get an outline
 *
 * Returns: whether it was something else
 */
gboolean jug_timeline_drawing_set_hover (JugTimelineDrawing *self,
                                         const JugPictureRef *ref);

/**
 * jug_timeline_drawing_set_line:
 * @line: of the program, from 1, or 0 for none
 * @is_native: whether it is one of the native source
 *
 * The steps that came to a line, and the waits there, get an outline.
 */
void
jug_timeline_drawing_set_line (JugTimelineDrawing *self, guint line, gboolean is_native);

/**
 * jug_timeline_drawing_snapshot:
 * @layout: what to draw; if it looks another way than in the frame before, the chart has
 * to be invalidated first
 *
 * Appends the chart to @snapshot, and over it what depends on playhead, selection and
 * pointer; the arrows of this frame are those that jug_timeline_drawing_pick() finds.
 */
void jug_timeline_drawing_snapshot (JugTimelineDrawing *self,
                                    JugTimelineLayout *layout,
                                    GtkSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugTimelineDrawing, jug_timeline_drawing_free)

G_END_DECLS
