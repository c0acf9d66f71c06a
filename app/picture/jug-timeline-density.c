/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars too narrow to be told apart, merged into strips of columns. */
#include "jug-timeline-layout-private.h"

#include <math.h>
#include <string.h>

/* However little a column holds, it can be seen. */
#define MIN_LEVEL 72

/* Columns stand on a grid of the axis, not of the picture, so that they keep their
 * content while the picture is panned. */
void
jug_timeline_layout_reset_columns (JugTimelineLayout *self)
{
  double left = self->chart.x - self->origin;
  double right = left + self->chart.width;
  guint n;

  self->first_column = (gint64) floor (left / JUG_TIMELINE_COLUMN);
  n = (guint) ((gint64) floor (right / JUG_TIMELINE_COLUMN) - self->first_column) + 1;
  g_array_set_size (self->columns, n);
  memset (self->columns->data, 0xff, n * sizeof (guint32));
  g_byte_array_set_size (self->running, n);
  memset (self->running->data, 0, n);
  g_byte_array_set_size (self->ready, n);
  memset (self->ready->data, 0, n);
}

/* The last event in a visible column. */
guint32
jug_timeline_layout_get_column_event (JugTimelineLayout *self, gint64 column)
{
  gint64 place = column - self->first_column;
  guint32 *event;
  guint32 from = self->first_event;

  g_assert (place >= 0 && place < self->columns->len);

  event = &g_array_index (self->columns, guint32, place);
  if (*event == JUG_NO_EVENT)
    {
      if (place > 0 && event[-1] != JUG_NO_EVENT)
        from = event[-1];
      *event = jug_timeline_axis_find_event (
          &self->axis, (double) (column + 1) * JUG_TIMELINE_COLUMN - 1e-6, from);
    }
  return *event;
}

/* The first of some spans that begins after an event; it is usually near. */
static guint32
find_next (const JugSpan *spans, guint32 n_spans, guint32 from, guint32 event)
{
  guint32 low = from, high = from + 1, step = 1;

  while (high < n_spans && spans[high].begin <= event)
    {
      low = high;
      step *= 2;
      high = n_spans - high > step ? high + step : n_spans;
    }
  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      if (spans[middle].begin <= event)
        low = middle;
      else
        high = middle;
    }
  return high;
}

static void
raise_level (guint8 *level, double share)
{
  double value = CLAMP (*level + share * 255, MIN_LEVEL, 255);

  *level = (guint8) value;
}

/*
 * Merges span number @span of @task, which is too narrow, with all that begin in the same
 * column, into the levels of that column.
 *
 * Returns: the number of the first span that is not merged
 */
guint32
jug_timeline_layout_merge_spans (JugTimelineLayout *self,
                                 guint32 task,
                                 guint32 span,
                                 double x)
{
  gint64 column = (gint64) floor ((x - self->origin) / JUG_TIMELINE_COLUMN);
  guint32 n_spans, next;
  const JugSpan *spans = jug_span_index_get_spans (self->index, task, &n_spans);
  JugSpanSum sum;
  double width;

  column = CLAMP (column, self->first_column,
                  self->first_column + (gint64) self->columns->len - 1);
  next = find_next (spans, n_spans, span,
                    jug_timeline_layout_get_column_event (self, column));

  /* The last one may reach far beyond the column; it is drawn by itself. */
  if (next - span > 1 && next < n_spans &&
      jug_timeline_layout_get_span_x (self, &spans[next]) -
              jug_timeline_layout_get_span_x (self, &spans[next - 1]) >=
          JUG_TIMELINE_MIN_BAR)
    next--;

  jug_span_index_sum_spans (self->index, task, span, next, &sum);
  column -= self->first_column;
  width = (double) sum.running_ns * self->axis.per_ns +
          (double) (self->axis.marks ? sum.running_marks : sum.running_rooms) *
              self->axis.per_unit;
  if (sum.n_running > 0)
    raise_level (&self->running->data[column], width / JUG_TIMELINE_COLUMN);
  if (sum.n_ready > 0)
    raise_level (&self->ready->data[column],
                 (double) sum.n_ready / (double) (next - span));
  return next;
}

/* Adds the levels from the first to the last that is not 0, and clears them. */
static void
flush_levels (JugTimelineLayout *self,
              JugDisplayList *list,
              GByteArray *levels,
              guint32 task,
              double y,
              double height,
              JugPaint fill)
{
  guint first = 0, last = levels->len;
  JugDisplayItem *item;

  while (first < last && levels->data[first] == 0)
    first++;
  while (last > first && levels->data[last - 1] == 0)
    last--;
  if (first == last)
    return;

  item = jug_display_list_add_density (
      list, self->origin + (double) (self->first_column + first) * JUG_TIMELINE_COLUMN, y,
      (last - first) * JUG_TIMELINE_COLUMN, height, levels->data + first, last - first,
      fill);
  item->ref = (JugPictureRef){ JUG_PICTURE_LANE, task, JUG_NO_EVENT };
  memset (levels->data + first, 0, last - first);
}

/* Draws what was merged of a lane, whose bars are @height high. */
void
jug_timeline_layout_flush_density (
    JugTimelineLayout *self, JugDisplayList *list, guint32 task, double y, double height)
{
  JugPaint fill = task == JUG_TASK_LOOP ? jug_paint (JUG_COLOR_CALLBACK)
                                        : jug_paint_task (JUG_COLOR_TASK, task);
  double edge = MAX (1, floor (height / 6));

  flush_levels (self, list, self->running, task, y, height - edge, fill);
  flush_levels (self, list, self->ready, task, y + height - edge, edge,
                jug_paint (JUG_COLOR_READY));
}
