/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole run in a thin strip: how busy the loop is, and all that went wrong. */
#include "jug-minimap-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Px per column. */
#define COLUMN 2.0

/* However little a column holds, it can be seen. */
#define MIN_LEVEL 72

/* A stretch that is blocked is never narrower than this. */
#define MIN_BLOCKED 5.0

/* Before this much room for names, their column is left empty. */
#define MIN_LABEL 50.0

/* What there is up to some x. */
typedef struct
{
  guint32 event; /* the last one at or left of it */
  double ns;
  double units;
  gint64 busy_ns;
} Sample;

/* Where the levels are drawn. */
static void
get_band (JugMinimapLayout *self, double *y, double *height)
{
  double scale = self->view.font_scale;

  *y = round ((JUG_MINIMAP_MARK + 5) * scale);
  *height = MAX (1, self->view.height - *y - round (4 * scale));
}

/* @from: an event that is not right of @x */
static Sample
take_sample (JugMinimapLayout *self, double x, guint32 from)
{
  const JugTimelineAxis *axis = &self->axis;
  guint32 event = jug_timeline_axis_find_event (axis, x, from);
  Sample sample = { .event = event };
  double left, right, share;
  gint64 now_ns, next_ns;

  now_ns = next_ns = jug_trace_get_event (self->trace, event)->time_ns;
  sample.ns = (double) now_ns;
  sample.units = jug_span_index_get_units (self->index, event, axis->marks);
  if (event + 1 < axis->n_events)
    {
      double next_units = jug_span_index_get_units (self->index, event + 1, axis->marks);

      next_ns = jug_trace_get_event (self->trace, event + 1)->time_ns;
      left = sample.ns * axis->per_ns + sample.units * axis->per_unit;
      right = (double) next_ns * axis->per_ns + next_units * axis->per_unit;
      share = right > left ? CLAMP ((x - left) / (right - left), 0, 1) : 0;
      sample.ns += (double) (next_ns - now_ns) * share;
      sample.units += (next_units - sample.units) * share;
    }
  sample.busy_ns = jug_span_index_get_busy_time (
      self->index, event, CLAMP ((gint64) sample.ns, now_ns, next_ns));
  return sample;
}

/* Whether the loop does nothing but wait from one sample to the next.  On the axis of
 * steps waiting has room as well. */
static gboolean
is_idle (JugMinimapLayout *self, const Sample *a, const Sample *b)
{
  guint32 run = jug_span_index_find_run (self->index, a->event);

  return run != G_MAXUINT32 && run == jug_span_index_find_run (self->index, b->event) &&
         jug_span_index_get_run (self->index, run)->kind == JUG_RUN_IDLE;
}

static guint8
get_level (JugMinimapLayout *self, const Sample *a, const Sample *b)
{
  double busy = (double) (b->busy_ns - a->busy_ns) * self->axis.per_ns;

  if (!is_idle (self, a, b))
    busy += (b->units - a->units) * self->axis.per_unit;
  return busy > 1e-6 ? (guint8) CLAMP (255 * busy / COLUMN, MIN_LEVEL, 255) : 0;
}

static void
draw_levels (JugMinimapLayout *self, JugDisplayList *list)
{
  double length = jug_timeline_axis_get_width (&self->axis);
  guint n = (guint) CLAMP (ceil (length / COLUMN), 1, 1 << 16);
  Sample last = take_sample (self, 0, 0);
  double y, height;

  g_byte_array_set_size (self->levels, n);
  for (guint i = 0; i < n; i++)
    {
      Sample next = take_sample (self, (i + 1) * COLUMN, last.event);

      self->levels->data[i] = get_level (self, &last, &next);
      last = next;
    }
  get_band (self, &y, &height);
  /* Where nothing is, there still is a run. */
  jug_display_list_add_line (list, self->view.axis_x, y + height - 0.5,
                             self->view.axis_x + MAX (1, length), y + height - 0.5, 1,
                             jug_paint (JUG_COLOR_IDLE));
  jug_display_list_add_density (list, self->view.axis_x, y, n * COLUMN, height,
                                self->levels->data, n, jug_paint (JUG_COLOR_CALLBACK));
}

/* The first of some runs that is not over at an event. */
static guint32
find_slow (JugMinimapLayout *self, const guint32 *slow, guint32 n_slow, guint32 event)
{
  guint32 low = 0, high = n_slow;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (jug_span_index_get_run (self->index, slow[middle])->end <= event)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Hatches what blocked the loop; what would stand on the one before is part of it. */
static void
draw_blocked (JugMinimapLayout *self, JugDisplayList *list)
{
  guint32 n_slow, i = 0;
  const guint32 *slow = jug_span_index_get_slow_runs (self->index, &n_slow);
  double least = MIN_BLOCKED * self->view.font_scale;
  double y, height;

  get_band (self, &y, &height);
  while (i < n_slow)
    {
      const JugRun *run = jug_span_index_get_run (self->index, slow[i]);
      double x0 = jug_minimap_layout_get_x (self, run->begin);
      double x1 = MAX (jug_minimap_layout_get_x (self, run->end), x0 + least);
      JugDisplayItem *item;
      guint32 event;

      item = jug_display_list_add_rect (list, JUG_ITEM_PATTERN, x0, y, x1 - x0, height,
                                        jug_paint (JUG_COLOR_READY_TINT));
      item->style = JUG_PATTERN_HATCH;
      item->stroke = jug_paint (JUG_COLOR_READY);
      item->ref = (JugPictureRef){ JUG_PICTURE_RUN, run->task, run->begin };
      event =
          jug_timeline_axis_find_event (&self->axis, x1 - self->view.axis_x, run->begin);
      i = MAX (i + 1, find_slow (self, slow, n_slow, event));
    }
}

static guint32
find_index (const guint32 *indices, guint32 n, guint32 event)
{
  guint32 low = 0, high = n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (indices[middle] < event)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Whether one of some events would be marked so near to @x that both would touch. */
static gboolean
is_near (
    JugMinimapLayout *self, const guint32 *events, guint32 n, guint32 event, double x)
{
  double size = JUG_MINIMAP_MARK * self->view.font_scale;
  guint32 i = find_index (events, n, event);

  return (i < n && jug_minimap_layout_get_x (self, events[i]) < x + size) ||
         (i > 0 && jug_minimap_layout_get_x (self, events[i - 1]) > x - size);
}

/* Marks events, and leaves out those that would stand on the one before or beside one of
 * the @worse. */
static void
draw_marks (JugMinimapLayout *self,
            JugDisplayList *list,
            const guint32 *events,
            guint32 n,
            JugMarker marker,
            JugColorRole role,
            const guint32 *worse,
            guint32 n_worse)
{
  double size = JUG_MINIMAP_MARK * self->view.font_scale;
  double y = round (3 * self->view.font_scale);
  guint32 i = 0;

  while (i < n)
    {
      double x = jug_minimap_layout_get_x (self, events[i]);
      guint32 next = jug_timeline_axis_find_event (
          &self->axis, x + size / 2 - self->view.axis_x, events[i]);

      if (!is_near (self, worse, n_worse, events[i], x))
        {
          JugDisplayItem *item = jug_display_list_add_marker (
              list, marker, x - size / 2, y, size, size, jug_paint (role));

          item->ref = (JugPictureRef){ JUG_PICTURE_EVENT,
                                       jug_trace_get_event (self->trace, events[i])->task,
                                       events[i] };
        }
      i = MAX (i + 1, find_index (events, n, next + 1));
    }
}

static void
draw_header (JugMinimapLayout *self, JugDisplayList *list)
{
  double scale = self->view.font_scale;

  jug_display_list_add_rect (list, JUG_ITEM_RECT, 0, 0, self->view.width,
                             self->view.height, jug_paint (JUG_COLOR_HEADER));
  jug_display_list_add_rect (list, JUG_ITEM_RECT, self->view.left, 0,
                             jug_minimap_layout_get_length (self), self->view.height,
                             jug_paint (JUG_COLOR_CANVAS));
  jug_display_list_add_line (list, 0, self->view.height - 0.5, self->view.width,
                             self->view.height - 0.5, 1, jug_paint (JUG_COLOR_GRID));
  if (self->view.left >= MIN_LABEL * scale)
    /* Translators: the strip above the timeline that shows all of a run; short */
    jug_display_list_add_label (list, _ ("overview"), JUG_FONT_SMALL, 12 * scale, 0,
                                self->view.left - 16 * scale, self->view.height,
                                jug_paint (JUG_COLOR_TEXT_DIM));
}

void
jug_minimap_layout_draw (JugMinimapLayout *self, JugDisplayList *list)
{
  guint32 n_errors, n_cancels;
  const guint32 *errors, *cancels;
  JugRect clip;

  g_return_if_fail (self != NULL);
  g_return_if_fail (list != NULL);

  jug_display_list_set_font_scale (list, self->view.font_scale);
  jug_display_list_set_clip (list, NULL);
  draw_header (self, list);
  if (self->axis.n_events == 0)
    return;
  clip =
      (JugRect){ (float) self->view.left, 0, (float) jug_minimap_layout_get_length (self),
                 (float) self->view.height };
  jug_display_list_set_clip (list, &clip);
  draw_levels (self, list);
  draw_blocked (self, list);
  errors = jug_span_index_get_errors (self->index, &n_errors);
  cancels = jug_span_index_get_cancels (self->index, &n_cancels);
  draw_marks (self, list, cancels, n_cancels, JUG_MARKER_SLASH, JUG_COLOR_CANCELLED,
              errors, n_errors);
  draw_marks (self, list, errors, n_errors, JUG_MARKER_FLASH, JUG_COLOR_FAILED, NULL, 0);
  jug_display_list_set_clip (list, NULL);
}
