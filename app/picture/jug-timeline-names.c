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
  JugDisplayItem *item;

  item = jug_display_list_add_rect (list, JUG_ITEM_RECT, 0, y, self->metrics.header, row,
                                    jug_paint (JUG_COLOR_NONE));
  item->ref = (JugPictureRef){ JUG_PICTURE_LANE, task, JUG_NO_EVENT };

  item = jug_display_list_add_rect (list, JUG_ITEM_BOX, x, y + floor ((row - chip) / 2),
                                    chip, chip, jug_paint_task (JUG_COLOR_TASK, task));
  item->radius = (float) MIN (3, chip / 3);
  x += chip + 7 * scale;
  if (self->metrics.texts && x < self->metrics.header - 12 * scale)
    jug_display_list_add_label (list, jug_timeline_layout_get_label (self, task),
                                JUG_FONT_BODY_BOLD, x, y,
                                self->metrics.header - x - 6 * scale, row,
                                jug_paint_task (JUG_COLOR_TASK_TEXT, task));
}

/* Adds the names of the visible lanes. */
void
jug_timeline_layout_draw_names (JugTimelineLayout *self, JugDisplayList *list)
{
  guint32 n_rows = jug_span_index_get_n_rows (self->index);
  guint32 row = 1 + (guint32) (self->view.scroll_y / self->metrics.row);
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

  clip.y = self->chart.y;
  clip.height = self->chart.height;
  jug_display_list_set_clip (list, &clip);
  for (; row < n_rows; row++)
    {
      double y = jug_timeline_layout_row_to_y (self, row);

      if (y >= self->chart.y + self->chart.height)
        break;
      draw_name (self, list, jug_span_index_get_row_task (self->index, row), y);
    }

  /* One line under the loop's lane, one right of the names. */
  jug_display_list_set_clip (list, NULL);
  jug_display_list_add_line (list, 0, self->chart.y - 0.5, self->view.width,
                             self->chart.y - 0.5, 1, jug_paint (JUG_COLOR_GRID));
  jug_display_list_add_line (list, self->metrics.header - 0.5, 0,
                             self->metrics.header - 0.5, self->view.height, 1,
                             jug_paint (JUG_COLOR_GRID));
}
