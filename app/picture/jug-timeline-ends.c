/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How tasks end: with a value, an error, or cut off; and who asked for that. */
#include "jug-legend-private.h"
#include "jug-timeline-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Values longer than this are cut off. */
#define MAX_VALUE_WIDTH 170.0

/* An end, on whole pixels. */
typedef struct
{
  guint32 task;
  guint32 event;
  double x;
  double y; /* of the lane */
} End;

/* The upper edge of something of @height, in the middle of the lane. */
static double
get_top (JugTimelineLayout *self, const End *end, double height)
{
  return end->y + floor ((self->metrics.row - height) / 2);
}

/* How wide a text that begins at @x may be. */
static double
get_value_room (JugTimelineLayout *self, double x)
{
  double right = self->chart.x + self->chart.width - 3 * self->view.font_scale;

  return CLAMP (right - x, 0, MAX_VALUE_WIDTH * self->view.font_scale);
}

static void
draw_result (JugTimelineLayout *self,
             JugDisplayList *list,
             const JugEvent *event,
             const End *end)
{
  double height = self->metrics.bar + 2, y = get_top (self, end, height);
  double scale = self->view.font_scale;
  const char *value = jug_trace_get_string (self->trace, event->text);
  JugPictureRef ref = { JUG_PICTURE_EVENT, end->task, end->event };
  JugDisplayItem *item;

  item = jug_display_list_add_rect (list, JUG_ITEM_RECT, end->x, y, 3 * scale, height,
                                    jug_paint (JUG_COLOR_DONE));
  item->ref = ref;
  if (!self->metrics.texts)
    return;
  item = jug_display_list_add_marker (list, JUG_MARKER_CHECK, end->x + 7 * scale,
                                      y + height / 2 - 6 * scale, 12 * scale, 12 * scale,
                                      jug_paint (JUG_COLOR_DONE));
  item->line_width = (float) (2 * scale);
  item->ref = ref;
  /* None says nothing that the sign does not say. */
  if (*value != '\0' && g_strcmp0 (value, "None") != 0)
    jug_display_list_add_label (list, value, JUG_FONT_SMALL, end->x + 23 * scale, y,
                                get_value_room (self, end->x + 23 * scale), height,
                                jug_paint (JUG_COLOR_TEXT));
}

static void
draw_failure (JugTimelineLayout *self,
              JugDisplayList *list,
              const JugEvent *event,
              const End *end)
{
  double height = self->metrics.bar, y = get_top (self, end, height);
  double scale = self->view.font_scale;
  const char *name = jug_trace_get_string (self->trace, event->text);
  double width = 6 * scale;
  JugDisplayItem *item;

  if (self->metrics.texts)
    width =
        MIN (MAX (get_value_room (self, end->x), 30 * scale),
             30 * scale + jug_timeline_layout_measure (self, name, JUG_FONT_SMALL_BOLD));
  item = jug_display_list_add_rect (list, JUG_ITEM_BOX, end->x, y, width, height,
                                    jug_paint (JUG_COLOR_FAILED));
  item->radius = (float) MIN (4, height / 3);
  item->ref = (JugPictureRef){ JUG_PICTURE_EVENT, end->task, end->event };
  if (!self->metrics.texts)
    return;
  item = jug_display_list_add_marker (list, JUG_MARKER_CROSS, end->x + 7 * scale,
                                      y + height / 2 - 5 * scale, 10 * scale, 10 * scale,
                                      jug_paint (JUG_COLOR_ON_FAILED));
  item->line_width = (float) (2 * scale);
  jug_display_list_add_label (list, name, JUG_FONT_SMALL_BOLD, end->x + 22 * scale, y,
                              width - 26 * scale, height,
                              jug_paint (JUG_COLOR_ON_FAILED));
}

static void
draw_cancelled (JugTimelineLayout *self, JugDisplayList *list, const End *end)
{
  double height = self->metrics.bar, y = get_top (self, end, height);
  double scale = self->view.font_scale;
  double slant = height * 0.45;
  JugPictureRef ref = { JUG_PICTURE_EVENT, end->task, end->event };
  JugDisplayItem *item;

  item = jug_display_list_add_line (list, end->x + 4 * scale, y - 1,
                                    end->x + 4 * scale - slant, y + height + 1, 2 * scale,
                                    jug_paint (JUG_COLOR_CANCELLED));
  item->ref = ref;
  if (!self->metrics.texts)
    return;
  item = jug_display_list_add_label (
      list, _ ("cancelled"), JUG_FONT_SMALL, end->x + 9 * scale, y,
      get_value_room (self, end->x + 9 * scale), height, jug_paint (JUG_COLOR_CANCELLED));
  item->ref = ref;
}

/* Adds how @task ended, if it did. */
void
jug_timeline_layout_draw_end (JugTimelineLayout *self,
                              JugDisplayList *list,
                              guint32 task,
                              double y)
{
  End end = { .task = task, .y = y };
  const JugEvent *event;

  end.event = jug_span_index_get_end_event (self->index, task);
  if (end.event == JUG_NO_EVENT)
    return;
  end.x = round (jug_timeline_layout_get_x (self, end.event));
  if (end.x > self->chart.x + self->chart.width ||
      end.x < self->chart.x - 2 * MAX_VALUE_WIDTH * self->view.font_scale)
    return;
  event = jug_trace_get_event (self->trace, end.event);
  switch ((JugOutcome) event->detail)
    {
    case JUG_OUTCOME_RESULT:
      draw_result (self, list, event, &end);
      return;
    case JUG_OUTCOME_EXCEPTION:
      draw_failure (self, list, event, &end);
      return;
    case JUG_OUTCOME_CANCELLED:
      draw_cancelled (self, list, &end);
      return;
    }
  g_assert_not_reached ();
}

/* Adds a sign for each call of cancel(), above the lane of the task that it is called
 * on. */
void
jug_timeline_layout_draw_cancels (JugTimelineLayout *self, JugDisplayList *list)
{
  double size = 9 * self->view.font_scale;
  guint32 n_cancels;
  const guint32 *cancels = jug_span_index_get_cancels (self->index, &n_cancels);
  guint32 first = jug_timeline_layout_find_index (cancels, n_cancels, self->first_event);
  guint32 last =
      jug_timeline_layout_find_index (cancels, n_cancels, self->last_event + 1);

  if (!self->metrics.texts || last - first > JUG_LEGEND_MAX_CANCELS)
    return;
  for (guint32 i = first; i < last; i++)
    {
      guint32 task = jug_trace_get_event (self->trace, cancels[i])->task;
      guint32 row = jug_timeline_layout_get_task_row (self, task);
      const JugRect *area = jug_timeline_layout_get_row_area (self, row);
      double y = jug_timeline_layout_row_to_y (self, row);
      JugDisplayItem *item;

      if (row == JUG_NO_ROW || y + self->metrics.row < area->y ||
          y > area->y + area->height)
        continue;
      jug_display_list_set_clip (list, area);
      item = jug_display_list_add_marker (
          list, JUG_MARKER_SLASH, jug_timeline_layout_get_x (self, cancels[i]) - size / 2,
          y + 1, size, size, jug_paint (JUG_COLOR_FLOW_CANCEL));
      item->line_width = (float) (1.5 * self->view.font_scale);
      item->ref = (JugPictureRef){ JUG_PICTURE_EVENT, task, cancels[i] };
    }
}
