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

/* Adds some px of a state to a column. */
static void
raise_level (JugTimelineLayout *self, GByteArray *levels, gint64 column, double width)
{
  gint64 place = column - self->first_column;
  double value;

  if (place < 0 || place >= (gint64) levels->len || width <= 0)
    return;
  value = levels->data[place] + 255 * width / JUG_TIMELINE_COLUMN;
  levels->data[place] = (guint8) CLAMP (value, MIN_LEVEL, 255);
}

/* Adds a stretch to all columns that it lies in. */
static void
raise_stretch (JugTimelineLayout *self, GByteArray *levels, double x0, double x1)
{
  gint64 first = (gint64) floor (x0 / JUG_TIMELINE_COLUMN);
  gint64 last = (gint64) floor (x1 / JUG_TIMELINE_COLUMN);

  first = MAX (first, self->first_column);
  last = MIN (last, self->first_column + (gint64) levels->len - 1);
  for (gint64 column = first; column <= last; column++)
    {
      double left = MAX (x0, (double) column * JUG_TIMELINE_COLUMN);
      double right = MIN (x1, (double) (column + 1) * JUG_TIMELINE_COLUMN);

      raise_level (self, levels, column, MAX (right - left, column == first ? 0.1 : 0));
    }
}

/* Adds spans that lie in one column, from @x0 on, and end at @x1. */
static void
raise_column (JugTimelineLayout *self,
              guint32 task,
              guint32 first,
              guint32 last,
              gint64 column,
              double width)
{
  JugSpanSum sum;
  double running;

  jug_span_index_sum_spans (self->index, task, first, last, &sum);
  running = (double) sum.running_ns * self->axis.per_ns +
            (double) (self->axis.marks ? sum.running_marks : sum.running_rooms) *
                self->axis.per_unit;
  if (sum.n_running > 0)
    raise_level (self, self->running, column, MAX (running, 0.1));
  /* Who never waits is ready whenever it does not run. */
  if (sum.n_ready > 0)
    raise_level (self, self->ready, column,
                 sum.n_ready + sum.n_running == last - first
                     ? MAX (width - running, 0.1)
                     : MAX ((double) sum.ready_ns * self->axis.per_ns, 0.1));
}

/*
 * Merges span number @span of @task, which begins at @x and is too narrow to be drawn,
 * with all that begin in the same column, into the levels of that column.
 *
 * Returns: the number of the first span that is not merged; its x goes to @x
 */
guint32
jug_timeline_layout_merge_spans (JugTimelineLayout *self,
                                 guint32 task,
                                 guint32 span,
                                 double *x)
{
  gint64 column = (gint64) floor ((*x - self->origin) / JUG_TIMELINE_COLUMN);
  guint32 n_spans, last;
  const JugSpan *spans = jug_span_index_get_spans (self->index, task, &n_spans);
  double last_x = *x;

  column = CLAMP (column, self->first_column,
                  self->first_column + (gint64) self->columns->len - 1);
  last = find_next (spans, n_spans, span,
                    jug_timeline_layout_get_column_event (self, column)) -
         1;
  if (last > span)
    {
      last_x = jug_timeline_layout_get_span_x (self, &spans[last]);
      raise_column (self, task, span, last, column, last_x - *x);
    }

  /* The last one that begins there may end in another column. */
  *x = last + 1 < n_spans
           ? jug_timeline_layout_get_span_x (self, &spans[last + 1])
           : jug_timeline_layout_get_x (
                 self, jug_span_index_get_span_end (self->index, task, last));
  if (*x - last_x >= self->merge_bar && last > span)
    {
      *x = last_x;
      return last;
    }
  if (spans[last].state == JUG_SPAN_RUNNING)
    raise_stretch (self, self->running, last_x - self->origin, *x - self->origin);
  else if (spans[last].state == JUG_SPAN_READY)
    raise_stretch (self, self->ready, last_x - self->origin, *x - self->origin);
  return last + 1;
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
