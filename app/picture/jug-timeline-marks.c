/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is put on a timeline for a while: where something was found. */
#include "jug-timeline-layout-private.h"

#include <math.h>

/* Sizes in px at font scale 1. */
#define HIT_WIDTH 9.0
#define HIT_HEIGHT 7.0
#define TICK_WIDTH 3.0
#define TICK_HEIGHT 8.0

/* Hits that are closer together than this cannot be told apart on the ruler; of those in
 * the lanes so many are looked at. */
#define HIT_COLUMN 3.0
#define MAX_HITS_IN_COLUMN 16

static void
add_triangle (JugDisplayList *list,
              double x,
              double y,
              double width,
              double height,
              JugPaint paint,
              const JugPictureRef *ref)
{
  JugDisplayItem *item = jug_display_list_add_marker (
      list, JUG_MARKER_EXPANDER, x - width / 2, y, width, height, paint);

  if (ref != NULL)
    item->ref = *ref;
}

/* A triangle above the event, which points at it; that of the hit that stands out is
 * larger. */
static void
draw_hit (JugTimelineLayout *self, JugDisplayList *list, guint32 event, double x)
{
  JugPictureRef ref = { JUG_PICTURE_EVENT, jug_trace_get_event (self->trace, event)->task,
                        event };
  guint32 row = jug_span_index_get_task_row (self->index, ref.task);
  double scale = self->view.font_scale * (event == self->view.hit ? 1.5 : 1);
  double width = HIT_WIDTH * scale, height = HIT_HEIGHT * scale;
  double y, y_bar;

  if (row == JUG_NO_ROW)
    return;
  y = jug_timeline_layout_row_to_y (self, row);
  if (row > 0 &&
      (y + self->metrics.row < self->chart.y || y > self->chart.y + self->chart.height))
    return;
  jug_display_list_set_clip (list, row == 0 ? &self->lanes : &self->chart);
  y_bar = row == 0 ? y + 5 : y + floor ((self->metrics.row - self->metrics.bar) / 2);
  y_bar = MAX (y_bar - 1, y + MIN (height, self->metrics.row));
  /* A rim of the canvas, so that it stands out on any bar. */
  add_triangle (list, x, y_bar - height - 1, width + 5, height + 4,
                jug_paint (JUG_COLOR_CANVAS), NULL);
  add_triangle (list, x, y_bar - height, width, height, jug_paint (JUG_COLOR_TEXT), &ref);
}

static void
draw_hit_tick (JugTimelineLayout *self, JugDisplayList *list, double x, gboolean is_hit)
{
  JugRect clip = { self->lanes.x, 0, self->lanes.width, (float) self->metrics.ruler };
  double scale = self->view.font_scale * (is_hit ? 1.5 : 1);

  jug_display_list_set_clip (list, &clip);
  jug_display_list_add_rect (list, JUG_ITEM_RECT, x - TICK_WIDTH / 2 * scale,
                             self->metrics.ruler - TICK_HEIGHT * scale,
                             TICK_WIDTH * scale, TICK_HEIGHT * scale,
                             jug_paint (JUG_COLOR_TEXT));
}

/* Adds a mark for each hit that is to be seen: in its lane and on the ruler. */
void
jug_timeline_layout_draw_hits (JugTimelineLayout *self, JugDisplayList *list)
{
  guint n_hits = self->view.hits != NULL ? self->view.n_hits : 0;
  guint n_in_column = 0;
  double column = -G_MAXDOUBLE;
  guint i;

  if (n_hits == 0)
    return;
  i = jug_timeline_layout_find_index (self->view.hits, n_hits, self->first_event);
  while (i < n_hits && self->view.hits[i] <= self->last_event)
    {
      guint32 hit = self->view.hits[i];
      double x = jug_timeline_layout_get_x (self, hit);

      if (jug_timeline_layout_is_hidden (self, hit))
        break;
      if (x - column >= HIT_COLUMN)
        {
          column = x;
          n_in_column = 0;
          draw_hit_tick (self, list, x, FALSE);
        }
      if (hit != self->view.hit)
        draw_hit (self, list, hit, x);
      if (++n_in_column < MAX_HITS_IN_COLUMN)
        i++;
      else
        i = jug_timeline_layout_find_index (
            self->view.hits, n_hits,
            MAX (hit, jug_timeline_layout_x_to_event (self, column + HIT_COLUMN)) + 1);
    }
  if (self->view.hit <= self->last_event && self->view.hit >= self->first_event &&
      !jug_timeline_layout_is_hidden (self, self->view.hit))
    {
      double x = jug_timeline_layout_get_x (self, self->view.hit);

      draw_hit_tick (self, list, x, TRUE);
      draw_hit (self, list, self->view.hit, x);
    }
}
