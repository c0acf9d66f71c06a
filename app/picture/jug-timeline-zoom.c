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

/* The width of a stretch at a zoom, as far as one can scroll: beyond the first and the
 * last event there is only so much room, whatever the zoom. */
static double
get_width_at (JugTimelineLayout *self,
              JugTimelinePlace first,
              JugTimelinePlace last,
              double zoom)
{
  JugTimelineAxis axis;
  double left, right;

  jug_timeline_axis_init (&axis, self->index, self->view.axis, zoom,
                          self->view.font_scale);
  left = MAX (jug_timeline_axis_get_place_x (&axis, first), -self->metrics.pad_left);
  right = MIN (jug_timeline_axis_get_place_x (&axis, last),
               jug_timeline_axis_get_width (&axis) + self->metrics.pad_right);
  return right - left;
}

/* The zoom at which a stretch is so wide.  Marks stop growing at some zoom, so the right
 * one is sought: the width grows with it. */
static double
find_zoom (JugTimelineLayout *self,
           JugTimelinePlace from,
           JugTimelinePlace to,
           double width)
{
  double low = jug_timeline_layout_get_min_zoom (self);
  double high = jug_timeline_layout_get_max_zoom (self);

  for (guint i = 0; i < 64; i++)
    {
      double middle = sqrt (low * high);

      if (get_width_at (self, from, to, middle) > width)
        high = middle;
      else
        low = middle;
    }
  return low;
}

/* Puts a stretch into the middle. */
static void
fit (JugTimelineLayout *self,
     JugTimelineView *view,
     JugTimelinePlace from,
     JugTimelinePlace to,
     double share)
{
  view->zoom = find_zoom (self, from, to, self->chart.width * MIN (share, 1));
  put_at (self, view, from,
          self->chart.x +
              (self->chart.width - get_width_at (self, from, to, view->zoom)) / 2);
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
  JugTimelinePlace from, to;

  g_return_if_fail (self != NULL);
  g_return_if_fail (view != NULL);
  g_return_if_fail (share > 0);

  if (self->axis.n_events == 0)
    return;
  from = get_event_place (self, first);
  to = get_event_place (self, last);
  fit (self, view, from, to, share);
}

void
jug_timeline_layout_zoom_to_range (JugTimelineLayout *self,
                                   JugTimelineView *view,
                                   const JugRange *range,
                                   double share)
{
  double x0, x1;

  g_return_if_fail (self != NULL);
  g_return_if_fail (view != NULL);
  g_return_if_fail (range != NULL);
  g_return_if_fail (share > 0);

  if (self->axis.n_events == 0)
    return;
  jug_timeline_layout_bound_range (self, range, &x0, &x1);
  fit (self, view, jug_timeline_layout_x_to_place (self, x0),
       jug_timeline_layout_x_to_place (self, x1), share);
}

void
jug_timeline_layout_show (JugTimelineLayout *self,
                          JugTimelineView *view,
                          JugTimelinePlace from,
                          JugTimelinePlace to)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (view != NULL);

  view->zoom = find_zoom (self, from, to, self->chart.width);
  put_at (self, view, from, self->chart.x);
}

void
jug_timeline_layout_scroll_to (JugTimelineLayout *self,
                               JugTimelineView *view,
                               JugTimelinePlace place,
                               double x)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (view != NULL);

  view->zoom = self->view.zoom;
  put_at (self, view, place, x);
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
