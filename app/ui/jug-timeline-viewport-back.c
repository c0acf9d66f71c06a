/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Remembers where a person has looked in a timeline, and goes back there. */
#include "jug-timeline-viewport-private.h"

/* Moves that follow each other sooner are one. */
#define REST_MS 700

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
void
jug_timeline_viewport_apply_move (JugTimelineViewport *self, gboolean is_fitted)
{
  JugViewState before = get_state (self);
  JugTimelineView view = *jug_timeline_layout_get_view (self->layout);
  gboolean is_zoom, is_pan;

  self->is_fitted = is_fitted;
  jug_timeline_viewport_apply (self);
  is_zoom = jug_timeline_viewport_differ (view.zoom, self->view.zoom) ||
            view.axis != self->view.axis;
  is_pan = !is_zoom && jug_timeline_viewport_differ (view.scroll_x, self->view.scroll_x);
  if (!is_zoom && !is_pan &&
      !jug_timeline_viewport_differ (view.scroll_y, self->view.scroll_y))
    return;
  /* To see all again is no part of the moves before it, however soon it follows them. */
  if (is_fitted && !before.is_fitted)
    jug_view_history_rest (self->history);
  remember (self, &before);
  if (is_zoom || is_pan)
    stop_following (self, is_pan);
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
  jug_timeline_viewport_apply (self);
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
