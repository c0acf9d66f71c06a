/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ruler, its lines through the chart, and the moments at which time stands still. */
#include "jug-ruler-scale-private.h"
#include "jug-timeline-layout-private.h"

#include <math.h>

/* Distances in px at font scale 1. */
#define TICK_DISTANCE 92.0
#define MIN_TICK_DISTANCE 24.0
#define MIN_BAND 5.0
#define MIN_STEP 12.0
#define LABEL_GAP 14.0

/* So many times are to be read, if there is room. */
#define MIN_LABELS 2

static double
get_right (JugTimelineLayout *self)
{
  return self->lanes.x + self->lanes.width;
}

static void
add_tick (JugTimelineLayout *self, gint64 time_ns, double x, const JugRulerScale *scale)
{
  JugTimelineTick tick = { .x = x };

  g_string_truncate (self->text, 0);
  if (scale != NULL)
    jug_ruler_scale_append (scale, time_ns, self->text);
  else
    jug_time_append_short (self->text, time_ns);
  g_strlcpy (tick.label, self->text->str, sizeof tick.label);
  g_array_append_val (self->ticks, tick);
}

/* On the time axis: round times, at even distances but for the moments between them.
 * Returns how many of them there is room to label. */
static guint
find_time_ticks_at (JugTimelineLayout *self, double distance)
{
  double room = get_right (self) - LABEL_GAP * self->view.font_scale;
  guint n_labels = 0;
  double first_ns, last_ns;
  JugRulerScale scale;
  gint64 n;

  if (self->axis.per_ns <= 0)
    {
      add_tick (self, 0, jug_timeline_layout_get_x (self, 0), NULL);
      return MIN_LABELS;
    }
  scale = jug_ruler_scale_choose (distance / self->axis.per_ns);
  first_ns =
      jug_timeline_axis_get_time (&self->axis, self->lanes.x - self->origin - distance);
  last_ns = jug_timeline_axis_get_time (&self->axis, get_right (self) - self->origin);
  /* Nothing is drawn before the first event, whose time need not be 0; but a run whose
   * first event is a bit late began at 0 nevertheless. */
  if (self->first_event == 0)
    first_ns = (double) jug_trace_get_event (self->trace, 0)->time_ns;
  n = first_ns < (double) scale.step_ns && self->first_event == 0
          ? 0
          : (gint64) ceil (first_ns / (double) scale.step_ns);
  for (; (double) n * (double) scale.step_ns <= last_ns; n++)
    {
      double x = jug_timeline_layout_time_to_x (self, n * scale.step_ns);

      add_tick (self, n * scale.step_ns, x, &scale);
      n_labels += x >= self->lanes.x && x <= room;
    }
  return n_labels;
}

/* From one time alone nobody could tell how long anything takes: in little room the ticks
 * stand closer. */
static void
find_time_ticks (JugTimelineLayout *self)
{
  double distance = TICK_DISTANCE * self->view.font_scale;

  while (find_time_ticks_at (self, distance) < MIN_LABELS &&
         distance > MIN_TICK_DISTANCE * self->view.font_scale)
    {
      g_array_set_size (self->ticks, 0);
      distance /= 2;
    }
}

/* On the steps axis seen from far: some time at even distances. */
static void
find_sparse_ticks (JugTimelineLayout *self)
{
  double distance = TICK_DISTANCE * self->view.font_scale;
  double left = self->lanes.x - self->origin;
  double x = MAX (0, floor (left / distance)) * distance;
  guint32 event = self->first_event;

  for (; x <= left + self->lanes.width && event + 1 < self->axis.n_events; x += distance)
    {
      event = jug_timeline_axis_find_event (&self->axis, x, event);
      add_tick (self, jug_trace_get_event (self->trace, event)->time_ns,
                jug_timeline_layout_get_x (self, event), NULL);
    }
}

/* On the steps axis: the times at which something happens after time has passed. */
static void
find_step_ticks (JugTimelineLayout *self)
{
  double gap = LABEL_GAP * self->view.font_scale;
  guint32 n_runs = jug_span_index_get_n_runs (self->index);
  guint32 n = jug_span_index_find_run (self->index, self->first_event);
  double last = -G_MAXDOUBLE;

  if (self->axis.per_unit * JUG_SPAN_STEP_UNITS < MIN_STEP)
    {
      find_sparse_ticks (self);
      return;
    }
  if (self->first_event == 0)
    {
      last = jug_timeline_layout_get_x (self, 0);
      add_tick (self, jug_trace_get_event (self->trace, 0)->time_ns, last, NULL);
    }
  for (n = n == G_MAXUINT32 ? 0 : n; n < n_runs; n++)
    {
      const JugRun *run = jug_span_index_get_run (self->index, n);
      double x = jug_timeline_layout_get_x (self, run->end);

      if (x > get_right (self))
        break;
      if (run->brief || x < last + 3 * gap)
        continue;
      add_tick (self, jug_trace_get_event (self->trace, run->end)->time_ns, x, NULL);
      last = x;
    }
}

static void
add_band (JugTimelineLayout *self, double x0, double x1)
{
  JugTimelineBand band = { x0, x1 };

  if (x1 - x0 >= MIN_BAND)
    g_array_append_val (self->bands, band);
}

/* The stretches of the time axis that several steps share though no time passes. */
static void
find_bands (JugTimelineLayout *self)
{
  guint32 n_runs = jug_span_index_get_n_runs (self->index);
  guint32 n = jug_span_index_find_run (self->index, self->first_event);
  double begin = 0, end = -1;

  if (!self->axis.marks || self->axis.per_ns <= 0 ||
      self->axis.per_unit * JUG_SPAN_STEP_UNITS < MIN_BAND)
    return;
  /* The moment at the left edge may have begun before it. */
  for (guint i = 0; i < 64 && n != G_MAXUINT32 && n > 0; i++, n--)
    if (!jug_span_index_get_run (self->index, n)->brief)
      break;
  if (n == G_MAXUINT32)
    n = 0;
  for (; n < n_runs; n++)
    {
      const JugRun *run = jug_span_index_get_run (self->index, n);
      double x0, x1;

      if (!run->brief || run->kind == JUG_RUN_IDLE)
        continue;
      x0 = jug_timeline_layout_get_x (self, run->begin);
      x1 = x0 + self->axis.per_unit * jug_span_index_get_run_units (run, TRUE);
      if (x0 > get_right (self))
        break;
      if (end >= begin && x0 - end < 1)
        {
          end = x1;
          continue;
        }
      add_band (self, begin, end);
      begin = x0;
      end = x1;
    }
  add_band (self, begin, end);
}

/* Lines between lanes. */
static void
draw_rules (JugTimelineLayout *self, JugDisplayList *list)
{
  JugTimelineRows rows;

  if (!self->metrics.texts)
    return;
  for (guint part = 0; part < JUG_TIMELINE_N_PARTS; part++)
    {
      JugRect clip = { 0, 0, (float) self->view.width, 0 };

      jug_timeline_layout_get_rows (self, part, &rows);
      clip.y = rows.area.y;
      clip.height = rows.area.height;
      jug_display_list_set_clip (list, &clip);
      for (; rows.row < rows.end; rows.row++)
        {
          double y =
              floor (jug_timeline_layout_row_to_y (self, rows.row) + self->metrics.row) -
              0.5;

          jug_display_list_add_line (list, 0, y, self->view.width, y, 1,
                                     jug_paint (JUG_COLOR_GRID));
        }
    }
}

/* Adds what lies behind the lanes. */
void
jug_timeline_layout_draw_grid (JugTimelineLayout *self, JugDisplayList *list)
{
  double bottom = self->lanes.y + self->lanes.height;

  g_array_set_size (self->ticks, 0);
  g_array_set_size (self->bands, 0);
  if (self->axis.n_events > 0)
    {
      if (self->view.axis == JUG_AXIS_TIME)
        find_time_ticks (self);
      else
        find_step_ticks (self);
      find_bands (self);
    }

  jug_display_list_set_clip (list, &self->lanes);
  for (guint i = 0; i < self->bands->len; i++)
    {
      const JugTimelineBand *band = &g_array_index (self->bands, JugTimelineBand, i);

      jug_display_list_add_rect (list, JUG_ITEM_RECT, band->x0, self->lanes.y,
                                 band->x1 - band->x0, self->lanes.height,
                                 jug_paint (JUG_COLOR_STRIPE));
    }
  for (guint i = 0; i < self->ticks->len; i++)
    {
      double x = floor (g_array_index (self->ticks, JugTimelineTick, i).x) + 0.5;

      jug_display_list_add_line (list, x, self->lanes.y, x, bottom, 1,
                                 jug_paint (JUG_COLOR_GRID));
    }
  draw_rules (self, list);
}

static void
draw_labels (JugTimelineLayout *self, JugDisplayList *list, double height)
{
  double scale = self->view.font_scale;
  double last = -G_MAXDOUBLE;

  for (guint i = 0; i < self->ticks->len; i++)
    {
      const JugTimelineTick *tick = &g_array_index (self->ticks, JugTimelineTick, i);
      double x = floor (tick->x) + 0.5;
      double width =
          ceil (jug_timeline_layout_measure (self, tick->label, JUG_FONT_SMALL)) + 2;
      double left = MAX (x - width / 2, self->lanes.x + 1);
      JugDisplayItem *item;

      jug_display_list_add_line (list, x, height - 6 * scale, x, height, 1,
                                 jug_paint (JUG_COLOR_RULER));
      if (left < last || x > get_right (self))
        continue;
      item =
          jug_display_list_add_label (list, tick->label, JUG_FONT_SMALL, left, 0, width,
                                      height - 6 * scale, jug_paint (JUG_COLOR_TEXT_DIM));
      item->align = JUG_ALIGN_CENTER;
      last = left + width + LABEL_GAP / 2 * scale;
    }
}

/* Adds the ruler, over whatever is scrolled under it. */
void
jug_timeline_layout_draw_ruler (JugTimelineLayout *self, JugDisplayList *list)
{
  double height = self->metrics.ruler;
  JugRect clip = { self->lanes.x, 0, self->lanes.width, (float) height };
  JugDisplayItem *item;

  jug_display_list_set_clip (list, NULL);
  item = jug_display_list_add_rect (list, JUG_ITEM_RECT, 0, 0, self->view.width, height,
                                    jug_paint (JUG_COLOR_HEADER));
  item->ref = (JugPictureRef){ JUG_PICTURE_RULER, JUG_TASK_LOOP, JUG_NO_EVENT };

  jug_display_list_set_clip (list, &clip);
  jug_display_list_add_line (list, self->lanes.x, height - 0.5, get_right (self),
                             height - 0.5, 1, jug_paint (JUG_COLOR_RULER));
  /* The ruler is broken where time stands still. */
  for (guint i = 0; i < self->bands->len; i++)
    {
      const JugTimelineBand *band = &g_array_index (self->bands, JugTimelineBand, i);

      jug_display_list_add_rect (list, JUG_ITEM_RECT, band->x0, height - 1,
                                 band->x1 - band->x0, 1, jug_paint (JUG_COLOR_STRIPE));
      if (band->x1 - band->x0 >= 2 * MIN_BAND)
        {
          item = jug_display_list_add_line (list, band->x0 + 1, height - 2, band->x1 - 1,
                                            height - 2, 2, jug_paint (JUG_COLOR_RULER));
          item->dashed = TRUE;
        }
    }
  draw_labels (self, list, height);
}
