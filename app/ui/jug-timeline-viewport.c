/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps session, view, layout and adjustments in step. */
#include "jug-timeline-viewport.h"

#include "jug-session-range.h"
#include "jug-timeline-selection.h"

#include <math.h>

/* The selected bar takes so much of the width when it is fitted. */
#define FIT_SHARE 0.8

/* Moves that follow each other sooner are one. */
#define REST_MS 700

/* So long the view takes to come most of the way to the live edge; from farther than so
 * many widths of the chart it cuts. */
#define GLIDE_US 110000.0
#define MAX_GLIDE 2.0

struct _JugTimelineViewport
{
  JugViewportFunc changed;
  gpointer data; /* (unowned) */

  /* owned */
  JugSession *session; /* (nullable) */
  GSignalGroup *session_signals;
  JugTimelineLayout *layout; /* (nullable): of the session's index */
  JugAdjustments *adjustments;
  JugViewHistory *history;

  /* state */
  JugTimelineView view;  /* as wanted; the layout's is as it could be */
  JugTimelineView shown; /* as those who draw were told last */
  gboolean is_fitted;    /* all is shown, whatever the size */
  gboolean is_seeking;   /* what is sought is to be seen already */
  guint32 revealed;      /* the event that the playhead was seen at last */
  gboolean is_going;     /* back or forth: that is not remembered */
  gboolean glides;       /* it may */
  gboolean is_gliding;   /* to glide_to, behind the live edge */
  double glide_to;
  guint rest_timeout;
  JugTimelineView bar_view; /* as a bar was fitted last */
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

/* Going back */

static gboolean
rest_cb (gpointer data)
{
  JugTimelineViewport *self = data;

  self->rest_timeout = 0;
  jug_view_history_rest (self->history);
  return G_SOURCE_REMOVE;
}

static void
remember (JugTimelineViewport *self, const JugViewState *before)
{
  if (self->is_going)
    return;
  jug_view_history_remember (self->history, before);
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  self->rest_timeout = g_timeout_add (REST_MS, rest_cb, self);
}

/* Where one looks: the layout's own view, not one that is only wanted yet. */
static JugViewState
get_state (JugTimelineViewport *self)
{
  const JugTimelineView *view = jug_timeline_layout_get_view (self->layout);
  JugRect chart = jug_timeline_layout_get_chart (self->layout);

  return (JugViewState){
    .axis = view->axis,
    .from = jug_timeline_layout_x_to_place (self->layout, chart.x),
    .to = jug_timeline_layout_x_to_place (self->layout, chart.x + chart.width),
    .is_fitted = self->is_fitted,
    .scroll_y = view->scroll_y,
    .event = jug_playhead_get_event (jug_session_get_playhead (self->session)),
    .task = jug_session_get_selected_task (self->session),
    .selected_event = jug_session_get_selected_event (self->session),
  };
}

/* Who looks elsewhere does not want to be taken along with the live edge: that is so
 * after a pan, and whenever the edge is out of sight. */
static void
stop_following (JugTimelineViewport *self, gboolean is_pan)
{
  JugPlayhead *playhead = jug_session_get_playhead (self->session);
  JugRect chart = jug_timeline_layout_get_chart (self->layout);
  double x;

  self->is_gliding = FALSE;
  if (!jug_playhead_is_following (playhead))
    return;
  x = jug_timeline_layout_event_to_x (self->layout, self->view.playhead);
  if (is_pan || x < chart.x || x > chart.x + chart.width)
    jug_playhead_set_following (playhead, FALSE);
}

/* Makes a move of a person: what was to be seen before can be seen again. */
static void
apply_move (JugTimelineViewport *self, gboolean is_fitted)
{
  JugViewState before = get_state (self);
  JugTimelineView view = *jug_timeline_layout_get_view (self->layout);
  gboolean is_zoom, is_pan;

  self->is_fitted = is_fitted;
  apply_view (self);
  is_zoom = differ (view.zoom, self->view.zoom) || view.axis != self->view.axis;
  is_pan = !is_zoom && differ (view.scroll_x, self->view.scroll_x);
  if (!is_zoom && !is_pan && !differ (view.scroll_y, self->view.scroll_y))
    return;
  remember (self, &before);
  if (is_zoom || is_pan)
    stop_following (self, is_pan);
}

/* The same after a zoom: from as far as can be, all is shown from now on. */
static void
apply_zoom (JugTimelineViewport *self)
{
  apply_move (self, self->view.zoom <=
                        jug_timeline_layout_get_fit_zoom (self->layout) * 1.0001);
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
  apply_move (self, self->is_fitted);
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
  apply_view (self);
}

static void
selection_changed_cb (JugTimelineViewport *self)
{
  self->view.selection = jug_timeline_selection_get (self->session);
  apply_view (self);
}

static void
range_changed_cb (JugTimelineViewport *self)
{
  self->view.range = jug_session_get_range (self->session);
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
  if (self->layout == NULL)
    self->is_fitted = TRUE;
  else
    apply_move (self, TRUE);
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
  self->is_fitted = TRUE;
  self->view.scroll_x = self->view.scroll_y = 0;
  if (index != NULL)
    self->layout = jug_timeline_layout_new (index);
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
  return self;
}

void
jug_timeline_viewport_free (JugTimelineViewport *self)
{
  g_signal_group_set_target (self->session_signals, NULL);
  g_clear_object (&self->session_signals);
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  g_clear_pointer (&self->history, jug_view_history_free);
  g_clear_pointer (&self->adjustments, jug_adjustments_free);
  g_clear_pointer (&self->layout, jug_timeline_layout_free);
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
  apply_zoom (self);
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

  if (self->layout == NULL)
    return;
  self->view.scroll_x += dx;
  self->view.scroll_y += dy;
  apply_move (self, self->is_fitted);
}

void
jug_timeline_viewport_scroll_to (JugTimelineViewport *self,
                                 JugTimelinePlace place,
                                 double x)
{
  g_return_if_fail (self != NULL);

  if (self->layout == NULL)
    return;
  jug_timeline_layout_scroll_to (self->layout, &self->view, place, x);
  apply_move (self, self->is_fitted);
}

void
jug_timeline_viewport_show (JugTimelineViewport *self,
                            JugTimelinePlace from,
                            JugTimelinePlace to)
{
  g_return_if_fail (self != NULL);

  if (self->layout == NULL)
    return;
  jug_timeline_layout_show (self->layout, &self->view, from, to);
  apply_zoom (self);
}

void
jug_timeline_viewport_fit_all (JugTimelineViewport *self)
{
  g_return_if_fail (self != NULL);

  self->view.scroll_x = 0;
  if (self->layout == NULL)
    self->is_fitted = TRUE;
  else
    apply_move (self, TRUE);
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
  jug_timeline_layout_zoom_to (self->layout, &self->view, first, last, FIT_SHARE);
  apply_move (self, FALSE);
}

void
jug_timeline_viewport_toggle_fit (JugTimelineViewport *self)
{
  const JugTimelineView *was;

  g_return_if_fail (self != NULL);

  if (self->layout == NULL)
    return;
  was = &self->bar_view;
  if (jug_picture_ref_equal (&was->selection, &self->view.selection) &&
      was->axis == self->view.axis && !differ (was->zoom, self->view.zoom) &&
      !differ (was->scroll_x, self->view.scroll_x) && jug_timeline_viewport_go (self, -1))
    return;
  /* Whatever came before is another move. */
  jug_view_history_rest (self->history);
  jug_timeline_viewport_fit_selection (self);
  self->bar_view = self->view;
}

void
jug_timeline_viewport_fit_range (JugTimelineViewport *self)
{
  g_return_if_fail (self != NULL);

  if (self->layout == NULL)
    return;
  if (jug_range_is_empty (&self->view.range))
    {
      jug_timeline_viewport_fit_selection (self);
      return;
    }
  jug_timeline_layout_zoom_to_range (self->layout, &self->view, &self->view.range,
                                     FIT_SHARE);
  apply_zoom (self);
}

void
jug_timeline_viewport_mark (JugTimelineViewport *self, double x0, double x1)
{
  JugRange range;

  g_return_if_fail (self != NULL);

  if (self->layout == NULL)
    return;
  range = jug_timeline_layout_get_range (self->layout, x0, x1);
  jug_session_set_range (self->session, &range);
}

void
jug_timeline_viewport_mark_selection (JugTimelineViewport *self)
{
  JugRange range = JUG_RANGE_NONE;
  guint32 first, last;

  g_return_if_fail (self != NULL);

  if (self->layout == NULL)
    return;
  if (jug_timeline_selection_get_stretch (jug_timeline_layout_get_index (self->layout),
                                          &self->view.selection, &first, &last))
    {
      JugTrace *trace = jug_session_get_trace (self->session);

      range.first = first;
      range.end = last;
      range.from_ns = jug_trace_get_event (trace, first)->time_ns;
      range.to_ns = jug_trace_get_event (trace, last)->time_ns;
    }
  jug_session_set_range (self->session, &range);
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

JugViewState
jug_timeline_viewport_get_state (JugTimelineViewport *self)
{
  g_return_val_if_fail (self != NULL, ((JugViewState){ 0 }));

  return self->layout ? get_state (self) : (JugViewState){ 0 };
}

void
jug_timeline_viewport_jumped (JugTimelineViewport *self, const JugViewState *before)
{
  JugViewState jump, now;

  g_return_if_fail (self != NULL);
  g_return_if_fail (before != NULL);

  if (self->layout == NULL)
    return;
  now = get_state (self);
  if (now.event == before->event && now.task == before->task &&
      now.selected_event == before->selected_event)
    return;
  jump = *before;
  jump.is_jump = TRUE;
  remember (self, &jump);
}

gboolean
jug_timeline_viewport_go (JugTimelineViewport *self, int direction)
{
  JugViewState now, state;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->layout == NULL)
    return FALSE;
  now = get_state (self);
  if (!jug_view_history_go (self->history, direction, &now, &state))
    return FALSE;
  self->is_going = TRUE;
  jug_session_set_steps_axis (self->session, state.axis == JUG_AXIS_STEPS);
  if (state.is_jump)
    {
      jug_playhead_go_to_event (jug_session_get_playhead (self->session), state.event);
      jug_session_select (self->session, state.task, state.selected_event);
    }
  self->is_fitted = state.is_fitted;
  if (state.is_fitted)
    self->view.scroll_x = 0;
  else
    jug_timeline_layout_show (self->layout, &self->view, state.from, state.to);
  self->view.scroll_y = state.scroll_y;
  apply_view (self);
  stop_following (self, FALSE);
  self->is_going = FALSE;
  return TRUE;
}

gboolean
jug_timeline_viewport_is_moving (JugTimelineViewport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return jug_view_history_is_moving (self->history);
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
  apply_view (self);
  return self->is_gliding;
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
