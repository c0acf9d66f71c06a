/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of a session's timeline is to be seen. */
#pragma once

#include "jug-adjustments.h"
#include "jug-session.h"
#include "jug-timeline-layout.h"
#include "jug-view-history.h"

G_BEGIN_DECLS

/**
 * JugTimelineViewport:
 *
 * Lays the run of a session out for the size of a widget, follows its playhead and
 * selection, and is zoomed and scrolled.  It goes along with the live edge of a run while
 * the playhead does, and ends that when a person pans or looks elsewhere.
 */
typedef struct _JugTimelineViewport JugTimelineViewport;

/**
 * JugViewportChange:
 * @JUG_VIEWPORT_MOVED: playhead or selection: the chart itself looks as before
 * @JUG_VIEWPORT_CHANGED: it was zoomed, scrolled or resized
 * @JUG_VIEWPORT_GROWN: the run has more events
 * @JUG_VIEWPORT_REPLACED: it is another run, or none; before its view is set
 */
typedef enum
{
  JUG_VIEWPORT_MOVED,
  JUG_VIEWPORT_CHANGED,
  JUG_VIEWPORT_GROWN,
  JUG_VIEWPORT_REPLACED
} JugViewportChange;

typedef void (*JugViewportFunc) (JugViewportChange change, gpointer data);

/**
 * jug_timeline_viewport_new:
 * @measure: how wide text is, with @measure_data
 * @changed: called with @data for whoever draws it
 */
JugTimelineViewport *jug_timeline_viewport_new (JugMeasureFunc measure,
                                                gpointer measure_data,
                                                JugViewportFunc changed,
                                                gpointer data) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_timeline_viewport_free:
 *
 * Lets go of the session and frees the viewport with its layout, lanes and adjustments;
 * nobody is called any more.
 */
void jug_timeline_viewport_free (JugTimelineViewport *self);

/**
 * jug_timeline_viewport_set_session:
 * @session: (nullable): whose run is laid out; %NULL for none
 *
 * Shows all of the run, and follows the session from now on; the one that is there
 * already changes nothing.  Keeps a reference to @session until another one is set or
 * @self is freed.
 */
void jug_timeline_viewport_set_session (JugTimelineViewport *self, JugSession *session);

/**
 * jug_timeline_viewport_get_session:
 *
 * Returns: (transfer none) (nullable): the session that was set last
 */
JugSession *jug_timeline_viewport_get_session (JugTimelineViewport *self);

/**
 * jug_timeline_viewport_get_layout:
 *
 * Returns: (transfer none) (nullable): the geometry of what is drawn, %NULL without a
 *   trace
 */
JugTimelineLayout *jug_timeline_viewport_get_layout (JugTimelineViewport *self);

/**
 * jug_timeline_viewport_set_size:
 * @width: of all that is drawn, in px
 * @height: likewise
 * @font_scale: how large text is; 1 is the usual size
 *
 * To be called whenever the widget gets its size.  If the whole run was shown, it is
 * again; whoever draws it is told before this returns.
 */
void jug_timeline_viewport_set_size (JugTimelineViewport *self,
                                     int width,
                                     int height,
                                     double font_scale);

/**
 * jug_timeline_viewport_get_adjustments:
 *
 * Returns: (transfer none): what scrolls it from outside
 */
JugAdjustments *jug_timeline_viewport_get_adjustments (JugTimelineViewport *self);

/* Looking around.  All keep what they do not name, and do nothing without a trace. */

/**
 * jug_timeline_viewport_zoom:
 * @factor: above 1 is closer
 * @x: what stays where it is; a negative one: the playhead
 */
void jug_timeline_viewport_zoom (JugTimelineViewport *self, double factor, double x);

/**
 * jug_timeline_viewport_can_zoom:
 *
 * Whether it can be zoomed in (1) or out (-1).
 */
gboolean jug_timeline_viewport_can_zoom (JugTimelineViewport *self, int direction);

/**
 * jug_timeline_viewport_scroll_by:
 *
 * Scrolls by so many px.
 */
void jug_timeline_viewport_scroll_by (JugTimelineViewport *self, double dx, double dy);

/**
 * jug_timeline_viewport_scroll_to:
 *
 * Scrolls along time until @place stands at @x.
 */
void jug_timeline_viewport_scroll_to (JugTimelineViewport *self,
                                      JugTimelinePlace place,
                                      double x);

/**
 * jug_timeline_viewport_show:
 *
 * Shows what lies between @from and @to.
 */
void jug_timeline_viewport_show (JugTimelineViewport *self,
                                 JugTimelinePlace from,
                                 JugTimelinePlace to);

/**
 * jug_timeline_viewport_fit_all:
 *
 * Shows the whole run, also when the size or the trace changes, until it is zoomed.
 */
void jug_timeline_viewport_fit_all (JugTimelineViewport *self);

/**
 * jug_timeline_viewport_fit_selection:
 *
 * Shows the selected bar in 80 % of the width; without one, the whole run.
 */
void jug_timeline_viewport_fit_selection (JugTimelineViewport *self);

/**
 * jug_timeline_viewport_toggle_fit:
 *
 * Shows the selected bar as jug_timeline_viewport_fit_selection() does, or, if that is
 * what was done last, what was to be seen before.
 */
void jug_timeline_viewport_toggle_fit (JugTimelineViewport *self);

/**
 * jug_timeline_viewport_fit_range:
 *
 * Shows the marked range in 80 % of the width; without one, the same as
 * jug_timeline_viewport_fit_selection().
 */
void jug_timeline_viewport_fit_range (JugTimelineViewport *self);

/**
 * jug_timeline_viewport_mark:
 *
 * Marks what lies between two places.
 */
void jug_timeline_viewport_mark (JugTimelineViewport *self, double x0, double x1);

/**
 * jug_timeline_viewport_mark_selection:
 *
 * Marks the stretch that the selection covers; without one, nothing.
 */
void jug_timeline_viewport_mark_selection (JugTimelineViewport *self);

/**
 * jug_timeline_viewport_reveal_selection:
 *
 * Scrolls as far as it takes to see the selected lane, and the playhead.
 */
void jug_timeline_viewport_reveal_selection (JugTimelineViewport *self);

/* Going back: whatever looks around above can be undone */

/**
 * jug_timeline_viewport_get_state:
 *
 * Where one looks now, for jug_timeline_viewport_jumped().
 */
JugViewState jug_timeline_viewport_get_state (JugTimelineViewport *self);

/**
 * jug_timeline_viewport_jumped:
 * @before: where one looked before
 *
 * A command has taken the playhead or the selection somewhere else: going back takes them
 * back as well.
 */
void jug_timeline_viewport_jumped (JugTimelineViewport *self, const JugViewState *before);

/**
 * jug_timeline_viewport_go:
 * @direction: -1 back, 1 forth again
 *
 * Undoes or redoes the last move.
 *
 * Returns: whether there was one
 */
gboolean jug_timeline_viewport_go (JugTimelineViewport *self, int direction);

/**
 * jug_timeline_viewport_is_moving:
 *
 * Whether the next move would be undone together with the last one.
 */
gboolean jug_timeline_viewport_is_moving (JugTimelineViewport *self);

/* Along with the live edge */

/**
 * jug_timeline_viewport_set_glides:
 *
 * Whether the view glides there; if not, it cuts.
 */
void jug_timeline_viewport_set_glides (JugTimelineViewport *self, gboolean glides);

/**
 * jug_timeline_viewport_is_gliding:
 *
 * Whether it wants jug_timeline_viewport_glide() to be called.
 */
gboolean jug_timeline_viewport_is_gliding (JugTimelineViewport *self);

/**
 * jug_timeline_viewport_glide:
 * @elapsed_us: how much time went by since the last frame
 *
 * Glides on.
 *
 * Returns: whether there is more to go
 */
gboolean jug_timeline_viewport_glide (JugTimelineViewport *self, gint64 elapsed_us);

/**
 * jug_timeline_viewport_get_lanes:
 *
 * Returns: (transfer none) (nullable): which lanes there are, to be changed with
 * jug_timeline_viewport_lanes_changed(); %NULL without a trace.  A hidden lane that gets
 * selected is shown again, and one of which an event is visited
 */
JugLanes *jug_timeline_viewport_get_lanes (JugTimelineViewport *self);

/**
 * jug_timeline_viewport_get_hidden_task:
 *
 * Returns: the task that the playhead is at, if its lane is hidden; else
 *   %JUG_SESSION_NO_TASK
 */
guint32 jug_timeline_viewport_get_hidden_task (JugTimelineViewport *self);

/**
 * jug_timeline_viewport_show_hidden_task:
 * @self: a viewport
 *
 * Shows the lane of jug_timeline_viewport_get_hidden_task(), if there is such a task. The
 * playhead stays, and goes on if it plays.
 */
void jug_timeline_viewport_show_hidden_task (JugTimelineViewport *self);

/**
 * jug_timeline_viewport_lanes_changed:
 *
 * Shows the lanes as they are arranged now.
 */
void jug_timeline_viewport_lanes_changed (JugTimelineViewport *self);

/**
 * jug_timeline_viewport_set_hits:
 * @hits: (nullable) (array length=n_hits): events in their order; must stay as they are
 * until others are set, or the trace is replaced
 * @hit: that of them which stands out, or %JUG_NO_EVENT
 *
 * Marks what was found.
 */
void jug_timeline_viewport_set_hits (JugTimelineViewport *self,
                                     const guint32 *hits,
                                     guint n_hits,
                                     guint32 hit);

/**
 * jug_timeline_viewport_seek_to:
 *
 * Moves the session's playhead to what is at @x.  As that is to be seen already, nothing
 * is scrolled.
 */
void jug_timeline_viewport_seek_to (JugTimelineViewport *self, double x);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugTimelineViewport, jug_timeline_viewport_free)

G_END_DECLS
