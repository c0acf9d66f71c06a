/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drawn timeline: lanes, ruler, playhead, and what can be done to them. */
#pragma once

#include <gtk/gtk.h>

#include "jug-session.h"
#include "jug-timeline-layout.h"

G_BEGIN_DECLS

#define JUG_TYPE_TIMELINE_CHART (jug_timeline_chart_get_type ())

/**
 * JugTimelineChart:
 *
 * Draws the timeline of a session: the chart once into a render node that is kept, over
 * it whatever depends on the playhead and the selection.  It scrolls as a #GtkScrollable.
 *
 * Its children are what assistive technology reads: a scale over the ruler, which is the
 * playhead, and the bars that are to be seen, or the lanes if those are too many.
 */
G_DECLARE_FINAL_TYPE (
    JugTimelineChart, jug_timeline_chart, JUG, TIMELINE_CHART, GtkWidget)

/**
 * JUG_TIMELINE_MAX_BARS:
 *
 * So many bars are children of their own; if more are visible, only lanes are.
 */
#define JUG_TIMELINE_MAX_BARS 300

/**
 * JugTimelineChart::view-changed:
 *
 * It was zoomed, scrolled or resized.
 */

GtkWidget *jug_timeline_chart_new (void);
void jug_timeline_chart_set_session (JugTimelineChart *self, JugSession *session);
JugSession *jug_timeline_chart_get_session (JugTimelineChart *self);

/**
 * jug_timeline_chart_get_layout:
 *
 * Returns: (transfer none) (nullable): the geometry of what is drawn, %NULL without a
 *   trace
 */
JugTimelineLayout *jug_timeline_chart_get_layout (JugTimelineChart *self);

/* Looking around.  All keep what they do not name. */

/**
 * jug_timeline_chart_zoom:
 * @factor: above 1 is closer
 * @x: what stays where it is; a negative one: the pointer if it is over the chart, else
 *   the playhead
 */
void jug_timeline_chart_zoom (JugTimelineChart *self, double factor, double x);

/**
 * jug_timeline_chart_scroll_by:
 *
 * Scrolls by so many px.
 */
void jug_timeline_chart_scroll_by (JugTimelineChart *self, double dx, double dy);

/**
 * jug_timeline_chart_fit_all:
 *
 * Shows the whole run, also when the size or the trace changes, until it is zoomed.
 */
void jug_timeline_chart_fit_all (JugTimelineChart *self);

/**
 * jug_timeline_chart_fit_selection:
 *
 * Shows the selected bar in 80 % of the width; without one, the whole run.
 */
void jug_timeline_chart_fit_selection (JugTimelineChart *self);

/**
 * jug_timeline_chart_can_zoom:
 *
 * Whether it can be zoomed in (1) or out (-1).
 */
gboolean jug_timeline_chart_can_zoom (JugTimelineChart *self, int direction);

/* Acting */

/**
 * jug_timeline_chart_seek_to:
 *
 * Moves the playhead to what is at @x.
 */
void jug_timeline_chart_seek_to (JugTimelineChart *self, double x);

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

G_END_DECLS
