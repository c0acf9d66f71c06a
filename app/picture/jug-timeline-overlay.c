/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changes while a timeline stays: selection, veil over the future, playhead. */
#include "jug-timeline-layout-private.h"

#include <math.h>

#define KNOB_WIDTH 13.0
#define KNOB_HEIGHT 17.0

/* Whether there is anything after the playhead that is not to be seen plainly. */
static gboolean
has_future (JugTimelineLayout *self)
{
  return self->view.future != JUG_FUTURE_FULL && self->view.playhead != JUG_NO_EVENT &&
         self->axis.n_events > 0;
}

/* Whether nothing may be told of an event. */
gboolean
jug_timeline_layout_is_hidden (JugTimelineLayout *self, guint32 event)
{
  return self->view.future == JUG_FUTURE_HIDDEN && self->view.playhead != JUG_NO_EVENT &&
         event != JUG_NO_EVENT && event > self->view.playhead;
}

/* Selection */

static void
draw_selected_lane (JugTimelineLayout *self, JugDisplayList *list)
{
  guint32 row = jug_timeline_layout_get_task_row (self, self->view.selection.task);
  const JugRect *area = jug_timeline_layout_get_row_area (self, row);
  JugRect clip = { 0, area->y, (float) self->view.width, area->height };
  JugPaint tint = jug_paint (JUG_COLOR_SELECTION);
  double y;

  if (self->view.selection.kind == JUG_PICTURE_NONE || row == JUG_NO_ROW || row == 0)
    return;
  y = jug_timeline_layout_row_to_y (self, row);
  if (y + self->metrics.row < area->y || y > area->y + area->height)
    return;
  tint.alpha = 26;
  jug_display_list_set_clip (list, &clip);
  jug_display_list_add_rect (list, JUG_ITEM_RECT, 0, y, self->view.width,
                             self->metrics.row, tint);
}

static void
draw_outline (JugTimelineLayout *self, JugDisplayList *list)
{
  const JugPictureRef *selection = &self->view.selection;
  JugRect bounds, clip = self->lanes;
  JugDisplayItem *item;
  double left, right;

  if (selection->kind == JUG_PICTURE_NONE || selection->kind == JUG_PICTURE_LANE ||
      selection->kind == JUG_PICTURE_FLOW || selection->kind == JUG_PICTURE_RULER ||
      selection->kind == JUG_PICTURE_PLAYHEAD ||
      !jug_timeline_layout_get_bounds (self, selection, &bounds))
    return;
  if (bounds.y >= self->fixed.y - self->metrics.row && selection->task != JUG_TASK_LOOP &&
      selection->kind != JUG_PICTURE_RUN)
    clip = *jug_timeline_layout_get_row_area (
        self, jug_timeline_layout_get_task_row (self, selection->task));
  left = MAX (bounds.x - 2, self->lanes.x - 10);
  right = MIN (bounds.x + bounds.width + 2, self->lanes.x + self->lanes.width + 10);
  if (right < left)
    return;
  jug_display_list_set_clip (list, &clip);
  item = jug_display_list_add_rect (list, JUG_ITEM_BOX, left, bounds.y - 2, right - left,
                                    bounds.height + 4, jug_paint (JUG_COLOR_NONE));
  item->stroke = jug_paint (JUG_COLOR_SELECTION);
  item->line_width = 2;
  item->radius = 5;
}

double
jug_timeline_layout_get_playhead_x (JugTimelineLayout *self)
{
  return self->origin + jug_timeline_axis_get_playhead_x (
                            &self->axis, self->view.playhead, self->view.playhead_ns);
}

/* Future */

/* Covers the names of tasks that do not exist yet. */
static void
cover_names (JugTimelineLayout *self, JugDisplayList *list, JugPaint paint)
{
  JugTimelineRows rows;

  if (self->view.future == JUG_FUTURE_HIDDEN)
    paint = jug_paint (JUG_COLOR_HEADER);
  for (guint part = 0; part < JUG_TIMELINE_N_PARTS; part++)
    {
      JugRect clip = { 0, 0, (float) self->metrics.header - 1, 0 };

      jug_timeline_layout_get_rows (self, part, &rows);
      clip.y = rows.area.y;
      clip.height = rows.area.height;
      jug_display_list_set_clip (list, &clip);
      for (; rows.row < rows.end; rows.row++)
        {
          guint32 task = jug_timeline_layout_get_row_task (self, rows.row);

          if (jug_trace_get_task (self->trace, task)->create_event > self->view.playhead)
            jug_display_list_add_rect (
                list, JUG_ITEM_RECT, 0, jug_timeline_layout_row_to_y (self, rows.row),
                self->metrics.header - 1, self->metrics.row - 1, paint);
        }
    }
}

/* Covers where the ruler is broken, which tells when something will happen. */
static void
cover_ruler (JugTimelineLayout *self, JugDisplayList *list, double x, double right)
{
  double y = self->metrics.ruler;

  jug_display_list_set_clip (list, NULL);
  jug_display_list_add_rect (list, JUG_ITEM_RECT, x, y - 3, right - x, 3,
                             jug_paint (JUG_COLOR_HEADER));
  jug_display_list_add_line (list, x, y - 0.5, right, y - 0.5, 1,
                             jug_paint (JUG_COLOR_RULER));
}

/* What has ended is told beside its end, under the veil: tell it again above. */
static void
draw_ends_again (JugTimelineLayout *self, JugDisplayList *list)
{
  JugTimelineRows rows;

  for (guint part = 0; part < JUG_TIMELINE_N_PARTS; part++)
    {
      jug_timeline_layout_get_rows (self, part, &rows);
      jug_display_list_set_clip (list, &rows.area);
      for (; rows.row < rows.end; rows.row++)
        {
          guint32 task = jug_timeline_layout_get_row_task (self, rows.row);
          guint32 end = jug_span_index_get_end_event (self->index, task);

          if (end != JUG_NO_EVENT && end <= self->view.playhead)
            jug_timeline_layout_draw_end (self, list, task,
                                          jug_timeline_layout_row_to_y (self, rows.row));
        }
    }
}

static void
draw_future (JugTimelineLayout *self, JugDisplayList *list)
{
  double x = jug_timeline_layout_get_playhead_x (self);
  double right = self->lanes.x + self->lanes.width;
  JugPaint paint = jug_paint (self->view.future == JUG_FUTURE_HIDDEN ? JUG_COLOR_CURTAIN
                                                                     : JUG_COLOR_VEIL);

  x = MAX (x, self->lanes.x);
  if (x < right)
    {
      jug_display_list_set_clip (list, &self->lanes);
      jug_display_list_add_rect (list, JUG_ITEM_RECT, x, self->lanes.y, right - x,
                                 self->lanes.height, paint);
    }
  if (self->view.future == JUG_FUTURE_HIDDEN && x < right)
    cover_ruler (self, list, x, right);
  cover_names (self, list, paint);
  draw_ends_again (self, list);
}

/* Playhead */

static void
draw_playhead (JugTimelineLayout *self, JugDisplayList *list)
{
  double scale = self->view.font_scale;
  double x = round (jug_timeline_layout_get_playhead_x (self));
  JugPictureRef ref = { JUG_PICTURE_PLAYHEAD, JUG_TASK_LOOP, self->view.playhead };
  JugDisplayItem *item;

  if (x < self->lanes.x - KNOB_WIDTH ||
      x > self->lanes.x + self->lanes.width + KNOB_WIDTH)
    return;
  {
    JugRect clip = { self->lanes.x, 0, self->lanes.width, (float) self->view.height };

    jug_display_list_set_clip (list, &clip);
  }
  item =
      jug_display_list_add_line (list, x, self->metrics.ruler - KNOB_HEIGHT / 2 * scale,
                                 x, self->view.height, 2, jug_paint (JUG_COLOR_PLAYHEAD));
  item->ref = ref;
  item = jug_display_list_add_marker (list, JUG_MARKER_KNOB, x - KNOB_WIDTH / 2 * scale,
                                      self->metrics.ruler - (KNOB_HEIGHT + 2) * scale,
                                      KNOB_WIDTH * scale, KNOB_HEIGHT * scale,
                                      jug_paint (JUG_COLOR_PLAYHEAD));
  item->ref = ref;
}

void
jug_timeline_layout_draw_overlay (JugTimelineLayout *self, JugDisplayList *list)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (list != NULL);

  jug_display_list_set_font_scale (list, self->view.font_scale);
  jug_timeline_layout_set_describe (self, list);
  if (self->axis.n_events == 0)
    return;
  draw_selected_lane (self, list);
  jug_timeline_layout_draw_flows (self, list);
  draw_outline (self, list);
  if (has_future (self))
    draw_future (self, list);
  jug_timeline_layout_draw_range (self, list);
  jug_timeline_layout_draw_hits (self, list);
  jug_timeline_layout_draw_notes (self, list);
  if (self->view.show_playhead && self->view.playhead != JUG_NO_EVENT)
    draw_playhead (self, list);
  jug_display_list_set_clip (list, NULL);
}
