/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strip that shows the whole run, and which part of it the timeline shows. */
#pragma once

#include <gtk/gtk.h>

#include "jug-minimap-layout.h"
#include "jug-timeline-chart.h"

G_BEGIN_DECLS

#define JUG_TYPE_MINIMAP (jug_minimap_get_type ())

/**
 * JugMinimap:
 *
 * Draws the run of a timeline from afar.  The frame in it is what the timeline shows: it
 * is dragged as a whole or by its edges, and a click beside it takes it there.
 *
 * Its child is what the keyboard and assistive technology have of it: a scale whose value
 * is how far the timeline is scrolled.
 */
G_DECLARE_FINAL_TYPE (JugMinimap, jug_minimap, JUG, MINIMAP, GtkWidget)

/**
 * jug_minimap_set_chart:
 * @chart: the timeline that it is about
 */
void jug_minimap_set_chart (JugMinimap *self, JugTimelineChart *chart);

/**
 * jug_minimap_set_session:
 * @session: (nullable): the session that the timeline shows; %NULL: nothing is drawn
 *
 * Draws the run of @session from now on; nothing while the timeline shows another one.
 * Keeps a reference to @session until another one is set or @self is disposed.
 */
void jug_minimap_set_session (JugMinimap *self, JugSession *session);

/**
 * jug_minimap_get_layout:
 *
 * Returns: (transfer none) (nullable): the geometry of what is drawn, as the timeline is
 *   now; %NULL without a trace
 */
JugMinimapLayout *jug_minimap_get_layout (JugMinimap *self);

/* What the pointer does; x is in px of the widget */

/**
 * jug_minimap_take:
 *
 * Takes hold of what is at @x: an edge, or the frame, which comes there first if it is
 * elsewhere.
 *
 * Returns: whether anything is there
 */
gboolean jug_minimap_take (JugMinimap *self, double x, double y);

/**
 * jug_minimap_drag:
 *
 * Moves what was taken to @x.
 */
void jug_minimap_drag (JugMinimap *self, double x);

G_END_DECLS
