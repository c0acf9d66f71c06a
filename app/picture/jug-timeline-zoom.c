/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Zooming and scrolling a timeline. */
#include "jug-timeline-layout-private.h"

#include <math.h>

/* How much of the chart's width is kept free before and after what is revealed. */
#define REVEAL_MARGIN 0.08

/* What scroll_x makes @place stand at @x of the picture, at the zoom of @view. */
static void
put_at (JugTimelineLayout *self, JugTimelineView *view, JugTimelinePlace place, double x)
{
  JugTimelineAxis axis;

  jug_timeline_axis_init (&axis, self->index, view->axis, view->zoom,
                          self->view.font_scale);
  view->scroll_x = MAX (0, jug_timeline_axis_get_place_x (&axis, place) + self->chart.x +
                               self->metrics.pad_left - x);
}

void
jug_timeline_layout_zoom_about (JugTimelineLayout *self,
                                JugTimelineView *view,
                                double factor,
                                double x)
{
  JugTimelinePlace place;

  g_return_if_fail (self != NULL);
  g_return_if_fail (view != NULL);
  g_return_if_fail (factor > 0);

  place = jug_timeline_axis_get_place (&self->axis, x - self->origin);
  view->zoom = CLAMP (self->view.zoom * factor, jug_timeline_layout_get_min_zoom (self),
                      jug_timeline_layout_get_max_zoom (self));
  put_at (self, view, place, x);
}

/* The width of a stretch at a zoom. */
static double
get_width_at (JugTimelineLayout *self,
              JugTimelinePlace first,
              JugTimelinePlace last,
              double zoom)
{
  JugTimelineAxis axis;

  jug_timeline_axis_init (&axis, self->index, self->view.axis, zoom,
                          self->view.font_scale);
  return jug_timeline_axis_get_place_x (&axis, last) -
         jug_timeline_axis_get_place_x (&axis, first);
}

static JugTimelinePlace
get_event_place (JugTimelineLayout *self, guint32 event)
{
  event = MIN (event, self->axis.n_events - 1);
  return (JugTimelinePlace){
    .ns = (double) jug_trace_get_event (self->trace, event)->time_ns,
    .units = jug_span_index_get_units (self->index, event, self->axis.marks),
  };
}

void
jug_timeline_layout_zoom_to (JugTimelineLayout *self,
                             JugTimelineView *view,
                             guint32 first,
                             guint32 last,
                             double share)
{
  double low, high, width;
  JugTimelinePlace from, to;

  g_return_if_fail (self != NULL);
  g_return_if_fail (view != NULL);
  g_return_if_fail (share > 0);

  if (self->axis.n_events == 0)
    return;
  from = get_event_place (self, first);
  to = get_event_place (self, last);
  width = self->chart.width * MIN (share, 1);
  low = jug_timeline_layout_get_min_zoom (self);
  high = jug_timeline_layout_get_max_zoom (self);
  /* Marks stop growing at some zoom, so the right one is sought: the width grows with
   * it. */
  for (guint i = 0; i < 64; i++)
    {
      double middle = sqrt (low * high);

      if (get_width_at (self, from, to, middle) > width)
        high = middle;
      else
        low = middle;
    }
  view->zoom = low;
  put_at (self, view, from,
          self->chart.x + (self->chart.width - get_width_at (self, from, to, low)) / 2);
}

gboolean
jug_timeline_layout_reveal (JugTimelineLayout *self,
                            JugTimelineView *view,
                            guint32 event,
                            guint32 task)
{
  double left, right, x, y, scroll_x, scroll_y;
  guint32 row;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (view != NULL, FALSE);

  scroll_x = self->view.scroll_x;
  scroll_y = self->view.scroll_y;
  if (self->axis.n_events > 0 && event != JUG_NO_EVENT)
    {
      x = jug_timeline_layout_get_x (self, event);
      left = self->chart.x + self->chart.width * REVEAL_MARGIN;
      right = self->chart.x + self->chart.width * (1 - REVEAL_MARGIN);
      if (x < left)
        scroll_x += x - left;
      else if (x > right)
        scroll_x += x - right;
      scroll_x = CLAMP (
          scroll_x, 0,
          MAX (0, jug_timeline_layout_get_content_width (self) - self->chart.width));
    }

  row =
      task == JUG_TASK_LOOP ? JUG_NO_ROW : jug_timeline_layout_get_task_row (self, task);
  if (row != JUG_NO_ROW && row > self->n_fixed)
    {
      y = jug_timeline_layout_row_to_y (self, row);
      if (y < self->chart.y)
        scroll_y += y - self->chart.y;
      else if (y + self->metrics.row > self->chart.y + self->chart.height)
        scroll_y += y + self->metrics.row - self->chart.y - self->chart.height;
      scroll_y = MAX (0, scroll_y);
    }

  view->scroll_x = scroll_x;
  view->scroll_y = scroll_y;
  return fabs (scroll_x - self->view.scroll_x) > 0.5 ||
         fabs (scroll_y - self->view.scroll_y) > 0.5;
}
