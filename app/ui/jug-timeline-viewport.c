/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps session, view, layout and adjustments in step. */
#include "jug-timeline-viewport.h"

#include "jug-session-range.h"
#include "jug-timeline-selection.h"
#include "jug-timeline-viewport-private.h"

#include <math.h>

/* So long the view takes to come most of the way to the live edge; from farther than so
 * many widths of the chart it cuts. */
#define GLIDE_US 110000.0
#define MAX_GLIDE 2.0

static void
configure_adjustments (JugTimelineViewport *self)
{
  const JugTimelineView *view = jug_timeline_layout_get_view (self->layout);
  JugRect chart = jug_timeline_layout_get_chart (self->layout);

  jug_adjustments_configure (self->adjustments, GTK_ORIENTATION_HORIZONTAL,
                             view->scroll_x,
                             jug_timeline_layout_get_content_width (self->layout),
                             chart.width, chart.width / 10);
  jug_adjustments_configure (self->adjustments, GTK_ORIENTATION_VERTICAL, view->scroll_y,
                             jug_timeline_layout_get_content_height (self->layout),
                             chart.height,
                             jug_timeline_layout_get_row_height (self->layout));
}

/* Whether the chart, which knows no playhead, looks another way in @a than in @b. */
static gboolean
chart_differs (const JugTimelineView *a, const JugTimelineView *b)
{
  return a->axis != b->axis || jug_timeline_viewport_differ (a->zoom, b->zoom) ||
         jug_timeline_viewport_differ (a->scroll_x, b->scroll_x) ||
         jug_timeline_viewport_differ (a->scroll_y, b->scroll_y) ||
         jug_timeline_viewport_differ (a->width, b->width) ||
         jug_timeline_viewport_differ (a->height, b->height) ||
         jug_timeline_viewport_differ (a->font_scale, b->font_scale) ||
         a->future != b->future;
}

/* Gives the layout the wanted view and takes back what became of it. */
void
jug_timeline_viewport_apply (JugTimelineViewport *self)
{
  JugViewportChange change = JUG_VIEWPORT_MOVED;

  if (self->layout != NULL)
    {
      if (self->is_fitted)
        self->view.zoom = 0;
      jug_timeline_layout_set_view (self->layout, &self->view);
      self->view = *jug_timeline_layout_get_view (self->layout);
      if (chart_differs (&self->view, &self->shown))
        {
          self->shown = self->view;
          configure_adjustments (self);
          change = JUG_VIEWPORT_CHANGED;
        }
    }
  self->changed (change, self->data);
}

static void
scrolled (gpointer data)
{
  JugTimelineViewport *self = data;

  if (self->layout == NULL)
    return;
  self->view.scroll_x = jug_adjustments_get_value (
      self->adjustments, GTK_ORIENTATION_HORIZONTAL, self->view.scroll_x);
  self->view.scroll_y = jug_adjustments_get_value (
      self->adjustments, GTK_ORIENTATION_VERTICAL, self->view.scroll_y);
  jug_timeline_viewport_apply_move (self, self->is_fitted);
}

/* Follows the session */

/* Shows the playhead: with the live edge the view glides along, elsewhere it cuts. */
static void
reveal_playhead (JugTimelineViewport *self, guint32 event)
{
  JugTimelineView wanted = self->view;
  JugPlayhead *playhead = jug_session_get_playhead (self->session);
  double distance, limit;

  jug_timeline_layout_reveal (self->layout, &wanted, event, JUG_NO_ROW);
  distance = fabs (wanted.scroll_x - self->view.scroll_x);
  limit = MAX_GLIDE * jug_timeline_layout_get_chart (self->layout).width;
  if (self->glides && !self->is_fitted && distance < limit &&
      (self->is_gliding || jug_playhead_is_following (playhead)))
    {
      self->is_gliding = distance > 0.5;
      self->glide_to = wanted.scroll_x;
      return;
    }
  self->is_gliding = FALSE;
  self->view = wanted;
}

static void
moved_cb (JugTimelineViewport *self)
{
  JugPlayhead *playhead = jug_session_get_playhead (self->session);
  guint32 event = jug_playhead_get_event (playhead);

  self->view.playhead = jug_playhead_get_position (playhead);
  self->view.playhead_ns = jug_playhead_get_time (playhead);
  /* Before the first event all of the run is still to come. */
  if (self->view.playhead == JUG_NO_EVENT)
    self->view.playhead = 0;
  /* It is not taken back to where one has looked away from, only because more has become
   * known of what happened there. */
  if (self->layout != NULL && event != JUG_NO_EVENT && !self->is_seeking &&
      (event != self->revealed || jug_playhead_is_following (playhead)))
    reveal_playhead (self, event);
  self->revealed = event;
  jug_timeline_viewport_apply (self);
}

/* Returns: whether it was hidden */
static gboolean
show_lane (JugTimelineViewport *self, guint32 task)
{
  if (self->view.lanes == NULL || !jug_lanes_is_hidden (self->view.lanes, task))
    return FALSE;
  jug_lanes_set_hidden (self->view.lanes, task, FALSE);
  self->shown = (JugTimelineView){ 0 };
  return TRUE;
}

static void
selection_changed_cb (JugTimelineViewport *self)
{
  self->view.selection = jug_timeline_selection_get (self->session);
  show_lane (self, jug_session_get_selected_task (self->session));
  jug_timeline_viewport_apply (self);
}

/* Shows the lane that an event is in, if it is hidden. */
static void
show_lane_of (JugTimelineViewport *self, guint32 event)
{
  guint32 task = jug_trace_get_event (jug_session_get_trace (self->session), event)->task;

  if (!show_lane (self, task))
    return;
  jug_timeline_viewport_apply (self);
  jug_timeline_layout_reveal (self->layout, &self->view, event, task);
  jug_timeline_viewport_apply (self);
}

/* Who hides a lane does not want to see it with every step that is taken in it; but who
 * asks for one event wants to see that. */
static void
visited_cb (JugTimelineViewport *self, guint32 event)
{
  show_lane_of (self, event);
}

static void
range_changed_cb (JugTimelineViewport *self)
{
  self->view.range = jug_session_get_range (self->session);
  jug_timeline_viewport_apply (self);
}

static JugAxis
get_axis (JugTimelineViewport *self)
{
  return jug_session_get_steps_axis (self->session) ? JUG_AXIS_STEPS : JUG_AXIS_TIME;
}

static void
axis_changed_cb (JugTimelineViewport *self)
{
  self->view.axis = get_axis (self);
  if (self->layout == NULL)
    self->is_fitted = TRUE;
  else
    jug_timeline_viewport_apply_move (self, TRUE);
}

static void
trace_grown_cb (JugTimelineViewport *self)
{
  if (self->layout == NULL)
    return;
  self->changed (JUG_VIEWPORT_GROWN, self->data);
  moved_cb (self);
  configure_adjustments (self);
}

static void
trace_changed_cb (JugTimelineViewport *self)
{
  JugSpanIndex *index = self->session ? jug_session_get_span_index (self->session) : NULL;

  g_clear_pointer (&self->layout, jug_timeline_layout_free);
  jug_view_history_clear (self->history);
  self->is_gliding = FALSE;
  self->revealed = JUG_NO_EVENT;
  g_clear_pointer (&self->view.lanes, jug_lanes_free);
  self->is_fitted = TRUE;
  self->view.scroll_x = self->view.scroll_y = 0;
  self->view.hits = NULL;
  self->view.n_hits = 0;
  self->view.hit = JUG_NO_EVENT;
  if (index != NULL)
    {
      self->layout = jug_timeline_layout_new (index);
      self->view.lanes = jug_lanes_new (index);
    }
  self->changed (JUG_VIEWPORT_REPLACED, self->data);
  if (index == NULL)
    return;
  self->shown = (JugTimelineView){ 0 };
  self->view.label = jug_session_lookup_task_label;
  self->view.label_data = self->session;
  self->view.selection = jug_timeline_selection_get (self->session);
  self->view.range = jug_session_get_range (self->session);
  self->view.axis = get_axis (self);
  moved_cb (self);
}

static void
connect_session (JugTimelineViewport *self)
{
  const struct
  {
    const char *signal;
    void (*callback) (JugTimelineViewport *self);
  } connections[] = {
    { "moved", moved_cb },
    { "trace-grown", trace_grown_cb },
    { "notify::trace", trace_changed_cb },
    { "notify::selected-task", selection_changed_cb },
    { "notify::selected-event", selection_changed_cb },
    { "range-changed", range_changed_cb },
    { "notify::steps-axis", axis_changed_cb },
  };

  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (connections); i++)
    g_signal_group_connect_swapped (self->session_signals, connections[i].signal,
                                    G_CALLBACK (connections[i].callback), self);
  g_signal_group_connect_swapped (self->session_signals, "visited",
                                  G_CALLBACK (visited_cb), self);
}

JugTimelineViewport *
jug_timeline_viewport_new (JugMeasureFunc measure,
                           gpointer measure_data,
                           JugViewportFunc changed,
                           gpointer data)
{
  JugTimelineViewport *self = g_new0 (JugTimelineViewport, 1);

  self->changed = changed;
  self->data = data;
  self->adjustments = jug_adjustments_new (scrolled, self);
  self->history = jug_view_history_new ();
  self->view = JUG_TIMELINE_VIEW_INIT;
  self->view.show_playhead = TRUE;
  self->view.future = JUG_FUTURE_FAINT;
  self->view.measure = measure;
  self->view.measure_data = measure_data;
  self->is_fitted = TRUE;
  connect_session (self);
  self->notes_signals = g_signal_group_new (JUG_TYPE_NOTES);
  g_signal_group_connect_swapped (self->notes_signals, "changed",
                                  G_CALLBACK (jug_timeline_viewport_apply), self);
  return self;
}

void
jug_timeline_viewport_free (JugTimelineViewport *self)
{
  g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session_signals);
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  g_clear_pointer (&self->history, jug_view_history_free);
  g_signal_group_set_target (self->notes_signals, NULL);
  g_clear_object (&self->notes_signals);
  g_clear_pointer (&self->adjustments, jug_adjustments_free);
  g_clear_pointer (&self->layout, jug_timeline_layout_free);
  g_clear_pointer (&self->view.lanes, jug_lanes_free);
  g_clear_object (&self->session);
  g_free (self);
}

void
jug_timeline_viewport_set_session (JugTimelineViewport *self, JugSession *session)
{
  g_return_if_fail (self != NULL);

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  self->view.notes = session ? jug_session_get_notes (session) : NULL;
  g_signal_group_set_target (self->notes_signals, self->view.notes);
  trace_changed_cb (self);
}

JugSession *
jug_timeline_viewport_get_session (JugTimelineViewport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->session;
}

JugTimelineLayout *
jug_timeline_viewport_get_layout (JugTimelineViewport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->layout;
}

void
jug_timeline_viewport_set_size (JugTimelineViewport *self,
                                int width,
                                int height,
                                double font_scale)
{
  g_return_if_fail (self != NULL);

  self->view.width = width;
  self->view.height = height;
  self->view.font_scale = font_scale;
  jug_timeline_viewport_apply (self);
}

JugAdjustments *
jug_timeline_viewport_get_adjustments (JugTimelineViewport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->adjustments;
}

void
jug_timeline_viewport_set_glides (JugTimelineViewport *self, gboolean glides)
{
  g_return_if_fail (self != NULL);

  self->glides = glides;
}

gboolean
jug_timeline_viewport_is_gliding (JugTimelineViewport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_gliding;
}

gboolean
jug_timeline_viewport_glide (JugTimelineViewport *self, gint64 elapsed_us)
{
  double rest;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!self->is_gliding || self->layout == NULL)
    return FALSE;
  rest = (self->glide_to - self->view.scroll_x) * exp (-(double) elapsed_us / GLIDE_US);
  self->is_gliding = fabs (rest) > 0.5;
  self->view.scroll_x = self->is_gliding ? self->glide_to - rest : self->glide_to;
  jug_timeline_viewport_apply (self);
  return self->is_gliding;
}

JugLanes *
jug_timeline_viewport_get_lanes (JugTimelineViewport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->view.lanes;
}

guint32
jug_timeline_viewport_get_hidden_task (JugTimelineViewport *self)
{
  guint32 event, task;

  g_return_val_if_fail (self != NULL, JUG_SESSION_NO_TASK);

  if (self->view.lanes == NULL)
    return JUG_SESSION_NO_TASK;
  event = jug_playhead_get_event (jug_session_get_playhead (self->session));
  if (event == JUG_NO_EVENT)
    return JUG_SESSION_NO_TASK;
  task = jug_trace_get_event (jug_session_get_trace (self->session), event)->task;
  return jug_lanes_is_hidden (self->view.lanes, task) ? task : JUG_SESSION_NO_TASK;
}

void
jug_timeline_viewport_show_hidden_task (JugTimelineViewport *self)
{
  g_return_if_fail (self != NULL);

  if (jug_timeline_viewport_get_hidden_task (self) != JUG_SESSION_NO_TASK)
    show_lane_of (self,
                  jug_playhead_get_event (jug_session_get_playhead (self->session)));
}

void
jug_timeline_viewport_lanes_changed (JugTimelineViewport *self)
{
  g_return_if_fail (self != NULL);

  /* Whatever was shown, it looks another way. */
  self->shown = (JugTimelineView){ 0 };
  jug_timeline_viewport_apply (self);
}

void
jug_timeline_viewport_set_hits (JugTimelineViewport *self,
                                const guint32 *hits,
                                guint n_hits,
                                guint32 hit)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (n_hits == 0 || hits != NULL);

  self->view.hits = hits;
  self->view.n_hits = n_hits;
  self->view.hit = hit;
  jug_timeline_viewport_apply (self);
}

void
jug_timeline_viewport_seek_to (JugTimelineViewport *self, double x)
{
  guint32 event;

  g_return_if_fail (self != NULL);

  if (self->layout == NULL)
    return;
  event = jug_timeline_layout_x_to_event (self->layout, x);
  self->is_seeking = TRUE;
  if (event != JUG_NO_EVENT)
    jug_playhead_go_to_event (jug_session_get_playhead (self->session), event);
  self->is_seeking = FALSE;
}
