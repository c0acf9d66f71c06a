/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a timeline: which there are, where they are, which can be seen. */
#include "jug-timeline-layout-private.h"

#include <math.h>

/* Pinned lanes take at most this share of the height; more of them scroll, as the first
 * ones. */
#define MAX_FIXED_SHARE 0.6

#define PAD_BOTTOM 8.0

guint32
jug_timeline_layout_get_n_rows (JugTimelineLayout *self)
{
  return self->view.lanes ? jug_lanes_get_n_rows (self->view.lanes)
                          : jug_span_index_get_n_rows (self->index);
}

guint32
jug_timeline_layout_get_row_task (JugTimelineLayout *self, guint32 row)
{
  return self->view.lanes ? jug_lanes_get_row_task (self->view.lanes, row)
                          : jug_span_index_get_row_task (self->index, row);
}

guint32
jug_timeline_layout_get_task_row (JugTimelineLayout *self, guint32 task)
{
  return self->view.lanes ? jug_lanes_get_task_row (self->view.lanes, task)
                          : jug_span_index_get_task_row (self->index, task);
}

/* Divides the room below the loop's lane. */
void
jug_timeline_layout_set_row_areas (JugTimelineLayout *self)
{
  const JugTimelineMetrics *metrics = &self->metrics;
  double height = MAX (0, (double) self->lanes.height - metrics->loop);
  guint32 n_pinned = self->view.lanes ? jug_lanes_get_n_pinned (self->view.lanes) : 0;

  self->n_fixed = MIN (n_pinned, (guint32) (height * MAX_FIXED_SHARE / metrics->row));
  self->fixed = self->lanes;
  self->fixed.y += (float) metrics->loop;
  self->fixed.height = (float) (self->n_fixed * metrics->row);
  self->chart = self->lanes;
  self->chart.y = self->fixed.y + self->fixed.height;
  self->chart.height = (float) MAX (0, height - (double) self->fixed.height);
}

/* Where a row may be drawn. */
const JugRect *
jug_timeline_layout_get_row_area (JugTimelineLayout *self, guint32 row)
{
  if (row == 0)
    return &self->lanes;
  return row <= self->n_fixed ? &self->fixed : &self->chart;
}

JugRect
jug_timeline_layout_get_lane_area (JugTimelineLayout *self, guint32 task)
{
  g_return_val_if_fail (self != NULL, ((JugRect){ 0, 0, 0, 0 }));

  return *jug_timeline_layout_get_row_area (
      self, jug_timeline_layout_get_task_row (self, task));
}

/* The rows of a part that can be seen. */
void
jug_timeline_layout_get_rows (JugTimelineLayout *self, guint part, JugTimelineRows *rows)
{
  guint32 n_rows = jug_timeline_layout_get_n_rows (self);

  rows->area = part == 0 ? self->fixed : self->chart;
  rows->row =
      part == 0 ? 1
                : 1 + self->n_fixed + (guint32) (self->view.scroll_y / self->metrics.row);
  rows->end = rows->row;
  while (rows->end < (part == 0 ? self->n_fixed + 1 : n_rows) &&
         jug_timeline_layout_row_to_y (self, rows->end) <
             (double) (rows->area.y + rows->area.height))
    rows->end++;
}

double
jug_timeline_layout_get_content_height (JugTimelineLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (jug_timeline_layout_get_n_rows (self) - 1 - self->n_fixed) * self->metrics.row +
         PAD_BOTTOM * self->view.font_scale;
}

double
jug_timeline_layout_get_row_height (JugTimelineLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->metrics.row;
}

double
jug_timeline_layout_get_natural_height (JugTimelineLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->metrics.ruler + self->metrics.loop + self->n_fixed * self->metrics.row +
         jug_timeline_layout_get_content_height (self);
}

double
jug_timeline_layout_row_to_y (JugTimelineLayout *self, guint32 row)
{
  g_return_val_if_fail (self != NULL, 0);

  if (row == 0)
    return self->lanes.y;
  if (row <= self->n_fixed)
    return self->fixed.y + (double) (row - 1) * self->metrics.row;
  return self->chart.y + (double) (row - 1 - self->n_fixed) * self->metrics.row -
         self->view.scroll_y;
}

guint32
jug_timeline_layout_y_to_row (JugTimelineLayout *self, double y)
{
  double row;

  g_return_val_if_fail (self != NULL, JUG_NO_ROW);

  if (y < self->lanes.y || y >= self->lanes.y + self->lanes.height)
    return JUG_NO_ROW;
  if (y < self->fixed.y)
    return 0;
  if (y < self->chart.y)
    row = floor ((y - self->fixed.y) / self->metrics.row) + 1;
  else
    row = floor ((y - self->chart.y + self->view.scroll_y) / self->metrics.row) + 1 +
          self->n_fixed;
  return row < jug_timeline_layout_get_n_rows (self) ? (guint32) row : JUG_NO_ROW;
}
