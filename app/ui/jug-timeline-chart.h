/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drawn timeline: lanes, ruler, playhead, and what can be done to them. */
#pragma once

#include <gtk/gtk.h>

#include "jug-timeline-viewport.h"

G_BEGIN_DECLS

#define JUG_TYPE_TIMELINE_CHART (jug_timeline_chart_get_type ())

/**
 * JugTimelineChart:
 *
 * Draws the timeline of a session as a #JugTimelineViewport has it.  It scrolls as a
 * #GtkScrollable.
 *
 * Its children are what assistive technology reads: a scale over the ruler, which is the
 * playhead, and the bars that are to be seen, or the lanes if those are too many.
 */
G_DECLARE_FINAL_TYPE (
    JugTimelineChart, jug_timeline_chart, JUG, TIMELINE_CHART, GtkWidget)

/**
 * JugTimelineChart::view-changed:
 *
 * It was zoomed, scrolled or resized.
 */

/**
 * JugTimelineChart::hover-changed:
 *
 * The pointer is over another thing.
 */

/**
 * jug_timeline_chart_new:
 *
 * Returns: (transfer floating): a chart without a session, which is empty
 */
GtkWidget *jug_timeline_chart_new (void);

/**
 * jug_timeline_chart_set_session:
 * @session: (nullable): whose run is drawn; %NULL: nothing is
 *
 * Shows all of the run of @session, and follows it from now on; the one that is shown
 * already changes nothing.  Keeps a reference to @session until another one is set or it
 * is disposed.
 */
void jug_timeline_chart_set_session (JugTimelineChart *self, JugSession *session);

/**
 * jug_timeline_chart_get_session:
 *
 * Returns: (transfer none) (nullable): the session that was set last
 */
JugSession *jug_timeline_chart_get_session (JugTimelineChart *self);

/**
 * jug_timeline_chart_get_viewport:
 *
 * Returns: (transfer none): what is to be seen: to zoom, to scroll and to seek in
 */
JugTimelineViewport *jug_timeline_chart_get_viewport (JugTimelineChart *self);

/**
 * jug_timeline_chart_get_layout:
 *
 * Returns: (transfer none) (nullable): the geometry of what is drawn, %NULL without a
 *   trace
 */
JugTimelineLayout *jug_timeline_chart_get_layout (JugTimelineChart *self);

/**
 * jug_timeline_chart_zoom:
 * @factor: above 1 is closer
 *
 * Zooms about the pointer if it is over the chart, else about the playhead.
 */
void jug_timeline_chart_zoom (JugTimelineChart *self, double factor);

/**
 * jug_timeline_chart_select_at:
 *
 * Selects what is there; nothing if nothing is.
 *
 * Returns: whether something is there
 */
gboolean jug_timeline_chart_select_at (JugTimelineChart *self, double x, double y);

/**
 * jug_timeline_chart_select_row:
 * @direction: 1 for the lane below, -1 for the lane above
 *
 * Selects the next lane and shows it.
 */
void jug_timeline_chart_select_row (JugTimelineChart *self, int direction);

/**
 * jug_timeline_chart_select_bar:
 * @direction: 1 for the next one, -1 for the one before
 *
 * Selects the next bar of the selected lane, and moves the playhead to it.
 */
void jug_timeline_chart_select_bar (JugTimelineChart *self, int direction);

/**
 * jug_timeline_chart_follow_flow:
 * @direction: 1 to what the selected bar wakes, -1 to what woke it
 *
 * Selects that, and moves the playhead to it.  If there are several, Tab chooses between
 * them before it goes on to the next part of the window.
 */
void jug_timeline_chart_follow_flow (JugTimelineChart *self, int direction);

/**
 * jug_timeline_chart_focus_selection:
 *
 * Gives the focus to the child that stands for the selection, else to the chart.
 */
void jug_timeline_chart_focus_selection (JugTimelineChart *self);

/**
 * jug_timeline_chart_set_hover:
 * @x: where the pointer is, or a negative number if it has left
 */
void jug_timeline_chart_set_hover (JugTimelineChart *self, double x, double y);

/**
 * jug_timeline_chart_light_line:
 * @line: of the program, from 1, or 0 for none
 * @is_native: whether it is one of the native source
 *
 * Outlines the steps that came to a line, and the waits there.
 */
void
jug_timeline_chart_light_line (JugTimelineChart *self, guint line, gboolean is_native);

/**
 * jug_timeline_chart_get_hover:
 * @x: (out): where the pointer came to it
 *
 * Returns: what the pointer is over
 */
JugPictureRef jug_timeline_chart_get_hover (JugTimelineChart *self, double *x);

G_END_DECLS
