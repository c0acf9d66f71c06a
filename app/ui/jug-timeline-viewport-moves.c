/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a person looks around in a timeline, and marks a part of it. */
#include "jug-session-range.h"
#include "jug-timeline-selection.h"
#include "jug-timeline-viewport-private.h"

/* The selected bar takes so much of the width when it is fitted. */
#define FIT_SHARE 0.8

/* The same after a zoom: from as far as can be, all is shown from now on. */
static void
apply_zoom (JugTimelineViewport *self)
{
  jug_timeline_viewport_apply_move (
      self, self->view.zoom <= jug_timeline_layout_get_fit_zoom (self->layout) * 1.0001);
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
  jug_timeline_viewport_apply_move (self, self->is_fitted);
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
  jug_timeline_viewport_apply_move (self, self->is_fitted);
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
    jug_timeline_viewport_apply_move (self, TRUE);
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
  jug_timeline_viewport_apply_move (self, FALSE);
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
      was->axis == self->view.axis &&
      !jug_timeline_viewport_differ (was->zoom, self->view.zoom) &&
      !jug_timeline_viewport_differ (was->scroll_x, self->view.scroll_x) &&
      jug_timeline_viewport_go (self, -1))
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
  jug_timeline_viewport_apply (self);
}
