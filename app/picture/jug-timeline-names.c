/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The column of names beside the lanes. */
#include "jug-timeline-layout-private.h"

#include <math.h>

/* Deeper tasks are not indented any further. */
#define MAX_INDENT 6

static void
draw_name (JugTimelineLayout *self, JugDisplayList *list, guint32 task, double y)
{
  double scale = self->view.font_scale, row = self->metrics.row;
  guint32 depth = MIN (jug_span_index_get_depth (self->index, task), MAX_INDENT);
  double x = 14 * scale + depth * self->metrics.indent;
  double chip = MIN (10 * scale, row - 1);
  double right = self->metrics.header;
  JugDisplayItem *item;

  item = jug_display_list_add_rect (list, JUG_ITEM_RECT, 0, y, self->metrics.header, row,
                                    jug_paint (JUG_COLOR_NONE));
  item->ref = (JugPictureRef){ JUG_PICTURE_LANE, task, JUG_NO_EVENT };

  item = jug_display_list_add_rect (list, JUG_ITEM_BOX, x, y + floor ((row - chip) / 2),
                                    chip, chip, jug_paint_task (JUG_COLOR_TASK, task));
  item->radius = (float) MIN (3, chip / 3);
  x += chip + 7 * scale;
  if (self->view.lanes != NULL && jug_lanes_is_pinned (self->view.lanes, task))
    {
      /* A pin, at the edge. */
      right -= 12 * scale;
      jug_display_list_add_marker (list, JUG_MARKER_KNOB, right,
                                   y + floor (row / 2) - 5 * scale, 8 * scale, 10 * scale,
                                   jug_paint (JUG_COLOR_TEXT_DIM));
    }
  if (self->metrics.texts && x < right - 12 * scale)
    jug_display_list_add_label (list, jug_timeline_layout_get_label (self, task),
                                JUG_FONT_BODY_BOLD, x, y, right - x - 6 * scale, row,
                                jug_paint_task (JUG_COLOR_TASK_TEXT, task));
}

/* Adds the names of the visible lanes. */
void
jug_timeline_layout_draw_names (JugTimelineLayout *self, JugDisplayList *list)
{
  JugTimelineRows rows;
  JugRect clip = { 0, self->lanes.y, (float) self->metrics.header, self->lanes.height };
  JugDisplayItem *item;

  jug_display_list_set_clip (list, &clip);
  jug_display_list_add_rect (list, JUG_ITEM_RECT, 0, self->lanes.y, self->metrics.header,
                             self->lanes.height, jug_paint (JUG_COLOR_HEADER));
  item = jug_display_list_add_label (
      list, jug_timeline_layout_get_label (self, JUG_TASK_LOOP), JUG_FONT_BODY_BOLD,
      14 * self->view.font_scale, self->lanes.y,
      self->metrics.header - 20 * self->view.font_scale, self->metrics.loop,
      jug_paint (JUG_COLOR_TEXT));
  item->ref = (JugPictureRef){ JUG_PICTURE_LANE, JUG_TASK_LOOP, JUG_NO_EVENT };

  for (guint part = 0; part < JUG_TIMELINE_N_PARTS; part++)
    {
      jug_timeline_layout_get_rows (self, part, &rows);
      clip.y = rows.area.y;
      clip.height = rows.area.height;
      jug_display_list_set_clip (list, &clip);
      for (; rows.row < rows.end; rows.row++)
        draw_name (self, list, jug_timeline_layout_get_row_task (self, rows.row),
                   jug_timeline_layout_row_to_y (self, rows.row));
    }

  /* One line under the loop's lane, a clear one under those that are pinned, one right of
   * the names. */
  jug_display_list_set_clip (list, NULL);
  jug_display_list_add_line (list, 0, self->fixed.y - 0.5, self->view.width,
                             self->fixed.y - 0.5, 1, jug_paint (JUG_COLOR_GRID));
  if (self->n_fixed > 0)
    jug_display_list_add_line (list, 0, self->chart.y - 1, self->view.width,
                               self->chart.y - 1, 2, jug_paint (JUG_COLOR_RULER));
  jug_display_list_add_line (list, self->metrics.header - 0.5, 0,
                             self->metrics.header - 0.5, self->view.height, 1,
                             jug_paint (JUG_COLOR_GRID));
}
