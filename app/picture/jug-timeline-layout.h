/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline as pure geometry: trace and view in, display list out. */
#pragma once

#include "jug-display-list.h"
#include "jug-lanes.h"
#include "jug-notes.h"
#include "jug-range.h"
#include "jug-span-index.h"

G_BEGIN_DECLS

/**
 * JugAxis:
 * @JUG_AXIS_TIME: proportional to time; a step that took none is a mark of fixed width
 * @JUG_AXIS_STEPS: every step gets room, idle time is folded
 *
 * How events are laid along x.
 */
typedef enum
{
  JUG_AXIS_TIME,
  JUG_AXIS_STEPS
} JugAxis;

/**
 * JugTimelinePlace:
 * @ns: time up to there
 * @units: room that steps take up to there
 *
 * A point of an axis that is the same at any zoom: between two events too, and beyond the
 * first and the last.
 */
typedef struct
{
  double ns;
  double units;
} JugTimelinePlace;

/**
 * JugFutureView:
 * @JUG_FUTURE_FULL: as if there were no playhead; pictures for files
 * @JUG_FUTURE_FAINT: under a veil
 * @JUG_FUTURE_HIDDEN: not to be seen, hit, nor read aloud
 *
 * How what lies after the playhead is shown.
 */
typedef enum
{
  JUG_FUTURE_FULL,
  JUG_FUTURE_FAINT,
  JUG_FUTURE_HIDDEN
} JugFutureView;

/**
 * JugTimelineView:
 * @axis: what x means
 * @zoom: px per second on the time axis, px per step on the steps axis; 0: all fits
 * @scroll_x: what stands at the left edge of the chart, in px of content
 * @scroll_y: what stands at the upper edge of the chart, in px of content
 * @width: of the whole picture, with the lanes' names
 * @height: of the whole picture, with the ruler
 * @header_width: of the column of names; 0: as the names want
 * @row_height: of a lane at font scale 1; 0: the usual one
 * @font_scale: 1 is 100 %
 * @playhead: the event that everything is shown at
 * @playhead_ns: a time after that of @playhead, while it is on its way to the next event;
 * what is not later than @playhead counts as its own
 * @show_playhead: draw it
 * @future: how what is after it is shown
 * @selection: what is selected; its flows are drawn
 * @range: what is marked
 * @lanes: (nullable) (unowned): which lanes there are, in which order; %NULL: all, as the
 * index has them
 * @hits: (nullable) (array length=n_hits): events to mark, in their order; read when the
 * overlay is drawn
 * @hit: that of @hits which stands out, or %JUG_NO_EVENT
 * @notes: (nullable) (unowned): what has flags on the ruler
 * @measure: (nullable): measures text; %NULL: jug_measure_roughly()
 * @label: (nullable): overrides the names of lanes
 *
 * Where one looks at a timeline, and how.  A plain value that its owner changes as it
 * likes.
 */
typedef struct
{
  JugAxis axis;
  double zoom;
  double scroll_x;
  double scroll_y;
  double width;
  double height;
  double header_width;
  double row_height;
  double font_scale;
  guint32 playhead;
  gint64 playhead_ns;
  gboolean show_playhead;
  JugFutureView future;
  JugPictureRef selection;
  JugRange range;
  JugLanes *lanes;
  const guint32 *hits;
  guint n_hits;
  guint32 hit;
  JugNotes *notes;
  JugMeasureFunc measure;
  gpointer measure_data;
  JugTaskLabelFunc label;
  gpointer label_data;
} JugTimelineView;

/**
 * JUG_TIMELINE_VIEW_INIT:
 *
 * The usual view: time axis, all of it.
 */
#define JUG_TIMELINE_VIEW_INIT                                                           \
  ((JugTimelineView){ .font_scale = 1,                                                   \
                      .playhead = JUG_NO_EVENT,                                          \
                      .selection = JUG_PICTURE_REF_NONE,                                 \
                      .hit = JUG_NO_EVENT })

/**
 * JugTimelineLayout:
 *
 * The geometry of a timeline for one view.  Setting a view is cheap; so it is set anew
 * for each frame.  What a picture costs depends on what is visible, not on the length of
 * the trace.
 *
 * A picture has two layers.  jug_timeline_layout_draw() yields the chart: it depends
 * neither on playhead, future, marks, range nor selection, so that a window keeps it as
 * one render node while only those change.  jug_timeline_layout_draw_overlay() yields the
 * flows and outline of the selection, the veil over the future, marks, and the playhead,
 * to be painted over it.
 *
 * All x and y are in px of the picture: 0, 0 is its top left corner, with names and
 * ruler.
 */
typedef struct _JugTimelineLayout JugTimelineLayout;

/**
 * jug_timeline_layout_new:
 *
 * A layout of what @index knows, in the usual view.  Keeps a reference to @index.
 */
JugTimelineLayout *jug_timeline_layout_new (JugSpanIndex *index)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_timeline_layout_free:
 *
 * Frees the layout.
 */
void jug_timeline_layout_free (JugTimelineLayout *self);

/**
 * jug_timeline_layout_set_view:
 *
 * Copies @view and makes it fit: a zoom out of limits and a scroll beyond the content are
 * corrected, a zoom of 0 is replaced.  jug_timeline_layout_get_view() tells the result.
 */
void jug_timeline_layout_set_view (JugTimelineLayout *self, const JugTimelineView *view);

/**
 * jug_timeline_layout_get_view:
 *
 * Returns: (transfer none): the view as it was made to fit
 */
const JugTimelineView *jug_timeline_layout_get_view (JugTimelineLayout *self);

/**
 * jug_timeline_layout_get_index:
 *
 * Returns: (transfer none): the index that is drawn
 */
JugSpanIndex *jug_timeline_layout_get_index (JugTimelineLayout *self);

/* Drawing: both append to @list, which may be cleared before or not */

/**
 * jug_timeline_layout_draw:
 *
 * Appends the chart, as #JugTimelineLayout says.
 */
void jug_timeline_layout_draw (JugTimelineLayout *self, JugDisplayList *list);

/**
 * jug_timeline_layout_draw_overlay:
 *
 * Appends what belongs over the chart, as #JugTimelineLayout says.
 */
void jug_timeline_layout_draw_overlay (JugTimelineLayout *self, JugDisplayList *list);

/* Places */

/**
 * jug_timeline_layout_get_chart:
 *
 * The part of the picture that scrolls both ways: right of the names, below the ruler,
 * the loop's lane and those that are pinned, which stay in sight.
 */
JugRect jug_timeline_layout_get_chart (JugTimelineLayout *self);

/**
 * jug_timeline_layout_get_content_width:
 *
 * The width of all there is at the view's zoom; scroll_x goes up to it less the chart's
 * width.
 */
double jug_timeline_layout_get_content_width (JugTimelineLayout *self);

/**
 * jug_timeline_layout_get_content_height:
 *
 * The height of all tasks' lanes; scroll_y goes up to it less the chart's height.
 */
double jug_timeline_layout_get_content_height (JugTimelineLayout *self);

/**
 * jug_timeline_layout_get_row_height:
 *
 * The height of a task's lane.
 */
double jug_timeline_layout_get_row_height (JugTimelineLayout *self);

/**
 * jug_timeline_layout_get_natural_height:
 *
 * The height that a picture must have to show all lanes.
 */
double jug_timeline_layout_get_natural_height (JugTimelineLayout *self);

/**
 * jug_timeline_layout_event_to_x:
 *
 * Where @event is.  Never left of an earlier event.
 */
double jug_timeline_layout_event_to_x (JugTimelineLayout *self, guint32 event);

/**
 * jug_timeline_layout_x_to_event:
 *
 * Returns: the last event at or left of @x; the first if there is none; %JUG_NO_EVENT in
 * an empty trace
 */
guint32 jug_timeline_layout_x_to_event (JugTimelineLayout *self, double x);

/**
 * jug_timeline_layout_x_to_place:
 *
 * The point of the axis at @x.
 */
JugTimelinePlace jug_timeline_layout_x_to_place (JugTimelineLayout *self, double x);

/**
 * jug_timeline_layout_place_to_x:
 *
 * Where @place is.
 */
double jug_timeline_layout_place_to_x (JugTimelineLayout *self, JugTimelinePlace place);

/**
 * jug_timeline_layout_get_fit_area:
 *
 * From where to where the whole run reaches when all of it is shown.
 */
JugRect jug_timeline_layout_get_fit_area (JugTimelineLayout *self);

/**
 * jug_timeline_layout_x_to_time:
 *
 * The time at @x, between that of the first and that of the last event.
 */
gint64 jug_timeline_layout_x_to_time (JugTimelineLayout *self, double x);

/**
 * jug_timeline_layout_time_to_x:
 *
 * Where time @time_ns begins, before everything that happens at it.
 */
double jug_timeline_layout_time_to_x (JugTimelineLayout *self, gint64 time_ns);

/**
 * jug_timeline_layout_get_range:
 *
 * What lies between two places of the picture: where time passes, exactly; where much
 * happens at one time, from the event that is nearest to one to that which is nearest to
 * the other.
 */
JugRange jug_timeline_layout_get_range (JugTimelineLayout *self, double x0, double x1);

/**
 * jug_timeline_layout_bound_range:
 * @x0: (out): where it begins
 * @x1: (out): where it ends
 *
 * Where a range is, whether that is visible or not.
 */
void jug_timeline_layout_bound_range (JugTimelineLayout *self,
                                      const JugRange *range,
                                      double *x0,
                                      double *x1);

/**
 * jug_timeline_layout_get_lane_area:
 *
 * The part of the picture in which @task's lane can be seen: the chart, or what is above
 * it for the loop and for a lane that is pinned.
 */
JugRect jug_timeline_layout_get_lane_area (JugTimelineLayout *self, guint32 task);

/**
 * jug_timeline_layout_row_to_y:
 *
 * The upper edge of lane number @row; that of the loop, row 0, does not scroll.
 */
double jug_timeline_layout_row_to_y (JugTimelineLayout *self, guint32 row);

/**
 * jug_timeline_layout_y_to_row:
 *
 * Returns: the lane at @y, or %JUG_NO_ROW
 */
guint32 jug_timeline_layout_y_to_row (JugTimelineLayout *self, double y);

/**
 * jug_timeline_layout_pick:
 *
 * What is at a point, found by geometry alone: exact even where bars are merged.  Of
 * what lies under a curtain nothing is told.
 *
 * Returns: whether anything is there
 */
gboolean jug_timeline_layout_pick (JugTimelineLayout *self,
                                   double x,
                                   double y,
                                   JugPictureRef *ref);

/**
 * jug_timeline_layout_get_bounds:
 *
 * The rectangle of what @ref names, whether it is visible or not.
 *
 * Returns: %FALSE if it names nothing that a timeline has
 */
gboolean jug_timeline_layout_get_bounds (JugTimelineLayout *self,
                                         const JugPictureRef *ref,
                                         JugRect *bounds);

/**
 * jug_timeline_layout_dup_description:
 *
 * What @ref names, in words: "fetch-1 waits for sleep(2) from 0.000 s to 2.000 s". Tells
 * nothing that lies after the playhead while the future is hidden.
 */
char *jug_timeline_layout_dup_description (JugTimelineLayout *self,
                                           const JugPictureRef *ref)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_timeline_layout_append_wait:
 * @wait_event: a %JUG_EVENT_WAIT that the index knows
 *
 * Says what the wait is for in the words that are written into its bar.
 */
void jug_timeline_layout_append_wait (JugTimelineLayout *self,
                                      guint32 wait_event,
                                      GString *out);

/* Zoom: each returns what to put into a view */

/**
 * jug_timeline_layout_get_min_zoom:
 *
 * The zoom at which there is nothing more to see from farther away.
 */
double jug_timeline_layout_get_min_zoom (JugTimelineLayout *self);

/**
 * jug_timeline_layout_get_max_zoom:
 *
 * The zoom at which there is nothing more to see from nearer.
 */
double jug_timeline_layout_get_max_zoom (JugTimelineLayout *self);

/**
 * jug_timeline_layout_get_fit_zoom:
 *
 * The zoom at which all of the trace just fits the chart.
 */
double jug_timeline_layout_get_fit_zoom (JugTimelineLayout *self);

/**
 * jug_timeline_layout_zoom_about:
 * @view: the view to change
 * @factor: above 1 is closer
 * @x: what stays where it is
 */
void jug_timeline_layout_zoom_about (JugTimelineLayout *self,
                                     JugTimelineView *view,
                                     double factor,
                                     double x);

/**
 * jug_timeline_layout_zoom_to:
 * @view: the view to change
 * @share: how much of the chart's width the stretch shall take, as 0.8
 *
 * Shows the stretch from @first to @last.
 */
void jug_timeline_layout_zoom_to (JugTimelineLayout *self,
                                  JugTimelineView *view,
                                  guint32 first,
                                  guint32 last,
                                  double share);

/**
 * jug_timeline_layout_show:
 * @view: the view to change
 *
 * Makes the chart reach from @from to @to, as nearly as the limits of zoom allow.
 */
void jug_timeline_layout_show (JugTimelineLayout *self,
                               JugTimelineView *view,
                               JugTimelinePlace from,
                               JugTimelinePlace to);

/**
 * jug_timeline_layout_zoom_to_range:
 * @view: the view to change
 * @share: how much of the chart's width the range shall take
 *
 * Shows a range.
 */
void jug_timeline_layout_zoom_to_range (JugTimelineLayout *self,
                                        JugTimelineView *view,
                                        const JugRange *range,
                                        double share);

/**
 * jug_timeline_layout_scroll_to:
 * @view: the view to change
 *
 * Makes @place stand at @x, at the same zoom.
 */
void jug_timeline_layout_scroll_to (JugTimelineLayout *self,
                                    JugTimelineView *view,
                                    JugTimelinePlace place,
                                    double x);

/**
 * jug_timeline_layout_reveal:
 * @view: the view to change
 * @task: a lane to show as well, or %JUG_NO_ROW for none
 *
 * Scrolls as little as it takes to see @event, with some room around it.
 *
 * Returns: whether @view was changed
 */
gboolean jug_timeline_layout_reveal (JugTimelineLayout *self,
                                     JugTimelineView *view,
                                     guint32 event,
                                     guint32 task);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugTimelineLayout, jug_timeline_layout_free)

G_END_DECLS
