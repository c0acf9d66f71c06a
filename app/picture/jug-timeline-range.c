/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marked stretch of a timeline: from places to a range and back, and how it looks. */
#include "jug-ruler-scale-private.h"
#include "jug-timeline-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The edge of a range that is nearest to @x: before which event, at which time. */
static void
find_edge (JugTimelineLayout *self, double x, guint32 *event, gint64 *time_ns)
{
  guint32 before = jug_timeline_layout_x_to_event (self, x);
  gint64 before_ns = jug_trace_get_event (self->trace, before)->time_ns;
  double left = jug_timeline_layout_get_x (self, before), right;
  gint64 after_ns;

  *event = before + 1;
  *time_ns = before_ns;
  if (x <= left)
    {
      *event = before;
      return;
    }
  if (before + 1 >= self->axis.n_events)
    return;
  after_ns = jug_trace_get_event (self->trace, before + 1)->time_ns;
  right = jug_timeline_layout_get_x (self, before + 1);
  if (after_ns > before_ns)
    *time_ns += (gint64) ((double) (after_ns - before_ns) *
                          CLAMP ((x - left) / (right - left), 0, 1));
  else if (x - left < right - x)
    *event = before;
}

JugRange
jug_timeline_layout_get_range (JugTimelineLayout *self, double x0, double x1)
{
  JugRange range = JUG_RANGE_NONE;

  g_return_val_if_fail (self != NULL, range);

  if (self->axis.n_events == 0)
    return range;
  find_edge (self, MIN (x0, x1), &range.first, &range.from_ns);
  find_edge (self, MAX (x0, x1), &range.end, &range.to_ns);
  return range;
}

void
jug_timeline_layout_bound_range (JugTimelineLayout *self,
                                 const JugRange *range,
                                 double *x0,
                                 double *x1)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (range != NULL);
  g_return_if_fail (x0 != NULL);
  g_return_if_fail (x1 != NULL);

  *x0 = self->origin +
        jug_timeline_axis_get_edge_x (&self->axis, range->first, range->from_ns);
  *x1 =
      self->origin + jug_timeline_axis_get_edge_x (&self->axis, range->end, range->to_ns);
}

/* As exact as a hand that drags is. */
static gint64
round_length (gint64 length_ns)
{
  gint64 unit = length_ns >= 100 * 1000 * 1000 ? 1000 * 1000
                : length_ns >= 100 * 1000      ? 1000
                                               : 1;

  return (length_ns + unit / 2) / unit * unit;
}

/* How long the range is, or how much is in it, on the ruler. */
static void
draw_length (JugTimelineLayout *self, JugDisplayList *list, double x0, double x1)
{
  const JugRange *range = &self->view.range;
  double scale = self->view.font_scale;
  double height = round (16 * scale), width, x;
  JugDisplayItem *item;

  g_string_truncate (self->text, 0);
  if (self->view.axis == JUG_AXIS_TIME)
    jug_time_append (self->text, round_length (range->to_ns - range->from_ns));
  else
    g_string_append_printf (
        self->text,
        /* Translators: how many events are in a marked stretch of a run */
        ngettext ("%u event", "%u events", range->end - range->first),
        range->end - range->first);
  width = jug_timeline_layout_measure (self, self->text->str, JUG_FONT_SMALL_BOLD) +
          12 * scale;
  x0 = MAX (x0, self->lanes.x);
  x1 = MIN (x1, self->lanes.x + self->lanes.width);
  x = CLAMP ((x0 + x1 - width) / 2, self->lanes.x,
             MAX (self->lanes.x, self->lanes.x + self->lanes.width - width));
  item = jug_display_list_add_rect (list, JUG_ITEM_BOX, x, 1, width, height,
                                    jug_paint (JUG_COLOR_CANVAS));
  item->stroke = jug_paint (JUG_COLOR_SELECTION);
  item->line_width = 1;
  item->radius = (float) (height / 2);
  item = jug_display_list_add_label (list, self->text->str, JUG_FONT_SMALL_BOLD, x, 1,
                                     width, height, jug_paint (JUG_COLOR_TEXT));
  item->align = JUG_ALIGN_CENTER;
}

/* Adds the marked stretch: a tint between two lines, and how long it is. */
void
jug_timeline_layout_draw_range (JugTimelineLayout *self, JugDisplayList *list)
{
  JugRect clip = { self->lanes.x, 0, self->lanes.width, (float) self->view.height };
  JugPaint tint = jug_paint (JUG_COLOR_SELECTION);
  double x0, x1;

  if (jug_range_is_empty (&self->view.range))
    return;
  jug_timeline_layout_bound_range (self, &self->view.range, &x0, &x1);
  if (x1 < self->lanes.x || x0 > self->lanes.x + self->lanes.width)
    return;
  x0 = round (MAX (x0, self->lanes.x - 8));
  x1 = round (MIN (x1, self->lanes.x + self->lanes.width + 8));
  tint.alpha = 30;
  jug_display_list_set_clip (list, &clip);
  jug_display_list_add_rect (list, JUG_ITEM_RECT, x0, self->lanes.y, x1 - x0,
                             self->lanes.height, tint);
  for (guint i = 0; i < 2; i++)
    {
      double x = (i == 0 ? x0 : x1) - 0.5;

      jug_display_list_add_line (list, x, 4, x, self->view.height, 1,
                                 jug_paint (JUG_COLOR_SELECTION));
    }
  draw_length (self, list, x0, x1);
}
