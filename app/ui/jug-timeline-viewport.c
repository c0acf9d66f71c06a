/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps session, view, layout and adjustments in step. */
#include "jug-timeline-viewport.h"

#include "jug-timeline-selection.h"

#include <math.h>

/* The selected bar takes so much of the width when it is fitted. */
#define FIT_SHARE 0.8

struct _JugTimelineViewport
{
  JugViewportFunc changed;
  gpointer data; /* (unowned) */

  /* owned */
  JugSession *session; /* (nullable) */
  GSignalGroup *session_signals;
  GSignalGroup *notes_signals;
  JugTimelineLayout *layout; /* (nullable): of the session's index */
  JugAdjustments *adjustments;

  /* state */
  JugTimelineView view;  /* as wanted; the layout's is as it could be */
  JugTimelineView shown; /* as those who draw were told last */
  gboolean is_fitted;    /* all is shown, whatever the size */
  gboolean is_seeking;   /* what is sought is to be seen already */
};

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

static gboolean
differ (double a, double b)
{
  return fabs (a - b) > 1e-9 * MAX (1, fabs (a));
}

/* Whether the chart, which knows no playhead, looks another way in @a than in @b. */
static gboolean
chart_differs (const JugTimelineView *a, const JugTimelineView *b)
{
  return a->axis != b->axis || differ (a->zoom, b->zoom) ||
         differ (a->scroll_x, b->scroll_x) || differ (a->scroll_y, b->scroll_y) ||
         differ (a->width, b->width) || differ (a->height, b->height) ||
         differ (a->font_scale, b->font_scale) || a->future != b->future;
}

/* Gives the layout the wanted view and takes back what became of it. */
static void
apply_view (JugTimelineViewport *self)
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
  apply_view (self);
}

/* Follows the session */

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
  if (self->layout != NULL && event != JUG_NO_EVENT && !self->is_seeking)
    jug_timeline_layout_reveal (self->layout, &self->view, event, JUG_NO_ROW);
  apply_view (self);
}

static void
selection_changed_cb (JugTimelineViewport *self)
{
  guint32 task = jug_session_get_selected_task (self->session);

  self->view.selection = jug_timeline_selection_get (self->session);
  if (self->view.lanes != NULL && jug_lanes_is_hidden (self->view.lanes, task))
    {
      jug_lanes_set_hidden (self->view.lanes, task, FALSE);
      self->shown = (JugTimelineView){ 0 };
    }
  apply_view (self);
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
  self->is_fitted = TRUE;
  apply_view (self);
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
    { "notify::steps-axis", axis_changed_cb },
  };

  self->session_signals = g_signal_group_new (JUG_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (connections); i++)
    g_signal_group_connect_swapped (self->session_signals, connections[i].signal,
                                    G_CALLBACK (connections[i].callback), self);
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
  self->view = JUG_TIMELINE_VIEW_INIT;
  self->view.show_playhead = TRUE;
  self->view.future = JUG_FUTURE_FAINT;
  self->view.measure = measure;
  self->view.measure_data = measure_data;
  self->is_fitted = TRUE;
  connect_session (self);
  self->notes_signals = g_signal_group_new (JUG_TYPE_NOTES);
  g_signal_group_connect_swapped (self->notes_signals, "changed", G_CALLBACK (apply_view),
                                  self);
  return self;
}

void
jug_timeline_viewport_free (JugTimelineViewport *self)
{
  g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session_signals);
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
  apply_view (self);
}

JugAdjustments *
jug_timeline_viewport_get_adjustments (JugTimelineViewport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->adjustments;
}

void
jug_timeline_viewport_zoom (JugTimelineViewport *self, double factor, double x)
{
  JugRect chart;
  double playhead;

  g_return_if_fail (self != NULL);
  g_return_if_fail (factor > 0);

  if (self->layout == NULL)
    return;
  chart = jug_timeline_layout_get_chart (self->layout);
  if (x < 0)
    {
      playhead = self->view.playhead == JUG_NO_EVENT
                     ? chart.x
                     : jug_timeline_layout_event_to_x (self->layout, self->view.playhead);
      x = CLAMP (playhead, chart.x, chart.x + chart.width);
    }
  jug_timeline_layout_zoom_about (self->layout, &self->view, factor, x);
  self->is_fitted =
      self->view.zoom <= jug_timeline_layout_get_fit_zoom (self->layout) * 1.0001;
  apply_view (self);
}

gboolean
jug_timeline_viewport_can_zoom (JugTimelineViewport *self, int direction)
{
  const JugTimelineView *view;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->layout == NULL)
    return FALSE;
  view = jug_timeline_layout_get_view (self->layout);
  if (direction > 0)
    return view->zoom < jug_timeline_layout_get_max_zoom (self->layout) * 0.9999;
  return view->zoom > jug_timeline_layout_get_min_zoom (self->layout) * 1.0001;
}

void
jug_timeline_viewport_scroll_by (JugTimelineViewport *self, double dx, double dy)
{
  g_return_if_fail (self != NULL);

  self->view.scroll_x += dx;
  self->view.scroll_y += dy;
  apply_view (self);
}

void
jug_timeline_viewport_fit_all (JugTimelineViewport *self)
{
  g_return_if_fail (self != NULL);

  self->is_fitted = TRUE;
  self->view.scroll_x = 0;
  apply_view (self);
}

void
jug_timeline_viewport_fit_selection (JugTimelineViewport *self)
{
  guint32 first, last;

  g_return_if_fail (self != NULL);

  if (self->layout == NULL)
    return;
  if (!jug_timeline_selection_get_stretch (jug_timeline_layout_get_index (self->layout),
                                           &self->view.selection, &first, &last))
    {
      jug_timeline_viewport_fit_all (self);
      return;
    }
  self->is_fitted = FALSE;
  jug_timeline_layout_zoom_to (self->layout, &self->view, first, last, FIT_SHARE);
  apply_view (self);
}

void
jug_timeline_viewport_reveal_selection (JugTimelineViewport *self)
{
  g_return_if_fail (self != NULL);

  if (self->layout == NULL)
    return;
  jug_timeline_layout_reveal (self->layout, &self->view, self->view.playhead,
                              jug_session_get_selected_task (self->session));
  apply_view (self);
}

JugLanes *
jug_timeline_viewport_get_lanes (JugTimelineViewport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->view.lanes;
}

void
jug_timeline_viewport_lanes_changed (JugTimelineViewport *self)
{
  g_return_if_fail (self != NULL);

  /* Whatever was shown, it looks another way. */
  self->shown = (JugTimelineView){ 0 };
  apply_view (self);
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
  apply_view (self);
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
