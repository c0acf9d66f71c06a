/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A task's lane: its bars, by shape, text and colour. */
#include "jug-timeline-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* From here on a step is one that asyncio's debug mode complains of. */
#define SLOW_NS (G_GINT64_CONSTANT (100) * 1000 * 1000)

/* A gather with more children is not subdivided. */
#define MAX_GATHERED 64

/* Values longer than this are cut off. */
#define MAX_VALUE_WIDTH 170.0

/* If more calls of cancel() than this can be seen, none of them could be told from
 * others. */
#define MAX_CANCELS 2000

/* One bar of a lane, cut to what can be seen. */
typedef struct
{
  guint32 task;
  guint32 span;
  const JugSpan *what;
  guint32 end; /* the event that ends it */
  double x0;
  double x1;
  double left; /* as x0, but not far outside of the chart */
  double right;
  double y; /* of the lane */
  gboolean last;
} Bar;

static JugPictureRef
get_ref (const Bar *bar)
{
  return (JugPictureRef){ JUG_PICTURE_SPAN, bar->task, bar->what->begin };
}

/* The upper edge of something of @height, in the middle of the lane. */
static double
get_top (JugTimelineLayout *self, const Bar *bar, double height)
{
  return bar->y + floor ((self->metrics.row - height) / 2);
}

/* Waiting */

/*
 * The tasks that a gather waits for: those that its task created just before it.  Asyncio
 * makes a task of each coroutine given to gather(), in a row.
 */
static guint
find_gathered (JugTimelineLayout *self, const Bar *bar, guint32 *first)
{
  guint32 created = jug_span_index_get_future (self->index, bar->what->begin);
  guint32 last = jug_trace_get_n_tasks (self->trace);
  const JugEvent *event;
  guint n;

  if (created == JUG_NO_EVENT)
    return 0;
  event = jug_trace_get_event (self->trace, created);
  if (event->detail != JUG_PURPOSE_GATHER || event->text == 0)
    return 0;
  n = (guint) g_ascii_strtoull (jug_trace_get_string (self->trace, event->text), NULL,
                                10);
  if (n == 0 || n > MAX_GATHERED || n > last)
    return 0;

  while (last > 0 && jug_trace_get_task (self->trace, last)->create_event > created)
    last--;
  for (guint i = 0; i < n; i++)
    if (last <= i || jug_trace_get_task (self->trace, last - i)->parent != bar->task)
      return 0;
  *first = last - n + 1;
  return n;
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  guint32 one = *(const guint32 *) a, other = *(const guint32 *) b;

  return one < other ? -1 : one > other;
}

/* Marks where the children of a gather end, each with how many have; returns where the
 * first does. */
static double
draw_gathered (JugTimelineLayout *self, JugDisplayList *list, const Bar *bar)
{
  double height = self->metrics.wait, y = get_top (self, bar, height);
  JugPaint color = jug_paint_task (JUG_COLOR_TASK_TEXT, bar->task);
  guint32 ends[MAX_GATHERED];
  guint32 first = 0;
  guint n = find_gathered (self, bar, &first), n_ended = 0;

  for (guint i = 0; i < n; i++)
    {
      guint32 end = jug_span_index_get_end_event (self->index, first + i);

      if (end != JUG_NO_EVENT && end > bar->what->begin && end < bar->end)
        ends[n_ended++] = end;
    }
  if (n_ended == 0)
    return bar->x1;

  qsort (ends, n_ended, sizeof *ends, compare_events);
  for (guint i = 0; i < n_ended; i++)
    {
      double x = jug_timeline_layout_get_x (self, ends[i]);
      double next =
          i + 1 < n_ended ? jug_timeline_layout_get_x (self, ends[i + 1]) : bar->x1;

      if (next < bar->left || x > bar->right)
        continue;
      jug_display_list_add_line (list, x, y + 1, x, y + height - 1, 1,
                                 jug_paint_task (JUG_COLOR_TASK_EDGE, bar->task));
      g_string_truncate (self->text, 0);
      /* Translators: so many of the tasks that gather() waits for are done */
      g_string_append_printf (self->text, _ ("%u of %u"), i + 1, n);
      jug_timeline_layout_add_fitting_label (self, list, self->text->str, JUG_FONT_SMALL,
                                             x, next, y, height, color);
    }
  return jug_timeline_layout_get_x (self, ends[0]);
}

static void
draw_waiting (JugTimelineLayout *self, JugDisplayList *list, const Bar *bar)
{
  double height = self->metrics.wait, y = get_top (self, bar, height);
  double text_end = bar->x1;
  JugDisplayItem *item;
  JugWaitText text;

  item = jug_display_list_add_rect (list, JUG_ITEM_BOX, bar->left + 0.5, y + 0.5,
                                    bar->right - bar->left - 1, height - 1,
                                    jug_paint_task (JUG_COLOR_TASK_TINT, bar->task));
  item->stroke = jug_paint_task (JUG_COLOR_TASK_EDGE, bar->task);
  item->line_width = 1;
  item->radius = (float) MIN (3, height / 3);
  item->ref = get_ref (bar);
  if (!self->metrics.texts || bar->x1 - bar->x0 < 24)
    return;

  jug_timeline_layout_set_wait (self, bar->what->begin, &text);
  if (text.kind == JUG_WAIT_FUTURE && text.purpose == JUG_PURPOSE_GATHER)
    text_end = draw_gathered (self, list, bar);
  g_string_truncate (self->text, 0);
  jug_wait_text_append (&text, self->text);
  jug_timeline_layout_add_fitting_label (self, list, self->text->str, JUG_FONT_SMALL,
                                         bar->x0, text_end, y, height,
                                         jug_paint_task (JUG_COLOR_TASK_TEXT, bar->task));
}

/* Ready */

static void
draw_ready (JugTimelineLayout *self, JugDisplayList *list, const Bar *bar)
{
  double height = self->metrics.ready, y = get_top (self, bar, height);
  JugDisplayItem *item;

  item = jug_display_list_add_rect (list, JUG_ITEM_PATTERN, bar->left, y,
                                    bar->right - bar->left, height,
                                    jug_paint (JUG_COLOR_READY_TINT));
  item->style = JUG_PATTERN_DOTS;
  item->stroke = jug_paint (JUG_COLOR_READY);
  item->stroke.alpha = 120;
  item->ref = get_ref (bar);

  item = jug_display_list_add_rect (list, JUG_ITEM_RECT, bar->left + 0.5, y + 0.5,
                                    bar->right - bar->left - 1, height - 1,
                                    jug_paint (JUG_COLOR_NONE));
  item->stroke = jug_paint (JUG_COLOR_READY);
  item->line_width = 1;
  item->dashed = TRUE;
  if (bar->x1 - bar->x0 < 30 || !self->metrics.texts)
    return;

  /* The dots must not run through the letters. */
  {
    const char *word = _ ("ready");
    double scale = self->view.font_scale;
    double width = jug_measure_roughly (word, JUG_FONT_SMALL, scale, NULL) + 4 * scale;

    if (bar->x1 - bar->x0 < width + 8 * scale)
      return;
    if (MIN (bar->right, self->chart.x + self->chart.width) -
            MAX (bar->left, self->chart.x) <
        width + 8 * scale)
      return;
    jug_display_list_add_rect (list, JUG_ITEM_RECT,
                               MAX (bar->x0, self->chart.x) + 4 * scale, y + 1, width,
                               height - 2, jug_paint (JUG_COLOR_READY_TINT));
    jug_timeline_layout_add_fitting_label (self, list, word, JUG_FONT_SMALL, bar->x0,
                                           bar->x1, y, height,
                                           jug_paint (JUG_COLOR_ON_READY));
  }
}

/* Running */

/* A bar that is cut off at a slant, for a task that was cancelled. */
static JugDisplayItem *
add_slanted (JugDisplayList *list, const Bar *bar, double y, double height)
{
  double slant = MIN (height * 0.45, bar->right - bar->left);
  const JugPoint points[] = {
    { (float) bar->left, (float) y },
    { (float) bar->right, (float) y },
    { (float) (bar->right - slant), (float) (y + height) },
    { (float) bar->left, (float) (y + height) },
  };

  return jug_display_list_add_points (list, JUG_ITEM_POLYGON, points,
                                      G_N_ELEMENTS (points));
}

static gboolean
ends_cancelled (JugTimelineLayout *self, const Bar *bar)
{
  guint32 end = jug_span_index_get_end_event (self->index, bar->task);

  return bar->last && end != JUG_NO_EVENT &&
         jug_trace_get_event (self->trace, end)->detail == JUG_OUTCOME_CANCELLED;
}

static void
draw_running (JugTimelineLayout *self, JugDisplayList *list, const Bar *bar)
{
  double height = self->metrics.bar, y = get_top (self, bar, height);
  const JugEvent *step = jug_trace_get_event (self->trace, bar->what->begin);
  gint64 end_ns = jug_trace_get_event (self->trace, bar->end)->time_ns;
  JugPaint on_task = jug_paint_task (JUG_COLOR_ON_TASK, bar->task);
  double width = bar->right - bar->left;
  const char *word = NULL;
  JugDisplayItem *item;

  if (ends_cancelled (self, bar) && width >= 8)
    item = add_slanted (list, bar, y, height);
  else
    {
      item = jug_display_list_add_rect (list, JUG_ITEM_BOX, bar->left, y, width, height,
                                        on_task);
      item->radius = (float) MIN (4, MIN (height, width) / 3);
    }
  item->fill = jug_paint_task (JUG_COLOR_TASK, bar->task);
  item->ref = get_ref (bar);

  /* The part of a long step that makes all others late is hatched. */
  if (end_ns - bar->what->begin_ns > SLOW_NS)
    {
      double late = jug_timeline_layout_time_to_x (self, bar->what->begin_ns + SLOW_NS);

      late = CLAMP (late, bar->left, bar->right);
      item = jug_display_list_add_rect (list, JUG_ITEM_PATTERN, late, y + 1,
                                        MAX (0, bar->right - late - 1), height - 2,
                                        jug_paint (JUG_COLOR_NONE));
      item->style = JUG_PATTERN_HATCH;
      item->stroke = on_task;
      item->stroke.alpha = 70;
      word = _ ("blocks the loop");
    }
  else if (step->kind == JUG_EVENT_STEP && step->text != 0)
    word = jug_trace_get_string (self->trace, step->text);
  else
    word = _ ("runs");
  jug_timeline_layout_add_fitting_label (self, list, word, JUG_FONT_SMALL_BOLD, bar->x0,
                                         bar->x1, y, height, on_task);
}

/* The end */

static void
draw_result (JugTimelineLayout *self,
             JugDisplayList *list,
             const JugEvent *event,
             const Bar *bar)
{
  double height = self->metrics.bar + 2, y = get_top (self, bar, height);
  double scale = self->view.font_scale;
  const char *value = jug_trace_get_string (self->trace, event->text);
  JugPictureRef ref = { JUG_PICTURE_EVENT, bar->task, bar->end };
  JugDisplayItem *item;

  item = jug_display_list_add_rect (list, JUG_ITEM_RECT, bar->x1, y, 3 * scale, height,
                                    jug_paint (JUG_COLOR_DONE));
  item->ref = ref;
  if (!self->metrics.texts)
    return;
  item = jug_display_list_add_marker (list, JUG_MARKER_CHECK, bar->x1 + 7 * scale,
                                      y + height / 2 - 6 * scale, 12 * scale, 12 * scale,
                                      jug_paint (JUG_COLOR_DONE));
  item->line_width = (float) (2 * scale);
  item->ref = ref;
  /* None says nothing that the sign does not say. */
  if (*value != '\0' && g_strcmp0 (value, "None") != 0)
    jug_display_list_add_label (list, value, JUG_FONT_SMALL, bar->x1 + 23 * scale, y,
                                MAX_VALUE_WIDTH * scale, height,
                                jug_paint (JUG_COLOR_TEXT));
}

static void
draw_failure (JugTimelineLayout *self,
              JugDisplayList *list,
              const JugEvent *event,
              const Bar *bar)
{
  double height = self->metrics.bar, y = get_top (self, bar, height);
  double scale = self->view.font_scale;
  const char *name = jug_trace_get_string (self->trace, event->text);
  double width = 6 * scale;
  JugDisplayItem *item;

  if (self->metrics.texts)
    width =
        MIN (MAX_VALUE_WIDTH * scale,
             30 * scale + jug_timeline_layout_measure (self, name, JUG_FONT_SMALL_BOLD));
  item = jug_display_list_add_rect (list, JUG_ITEM_BOX, bar->x1, y, width, height,
                                    jug_paint (JUG_COLOR_FAILED));
  item->radius = (float) MIN (4, height / 3);
  item->ref = (JugPictureRef){ JUG_PICTURE_EVENT, bar->task, bar->end };
  if (!self->metrics.texts)
    return;
  item = jug_display_list_add_marker (list, JUG_MARKER_CROSS, bar->x1 + 7 * scale,
                                      y + height / 2 - 5 * scale, 10 * scale, 10 * scale,
                                      jug_paint (JUG_COLOR_ON_FAILED));
  item->line_width = (float) (2 * scale);
  jug_display_list_add_label (list, name, JUG_FONT_SMALL_BOLD, bar->x1 + 22 * scale, y,
                              width - 26 * scale, height,
                              jug_paint (JUG_COLOR_ON_FAILED));
}

static void
draw_cancelled (JugTimelineLayout *self, JugDisplayList *list, const Bar *bar)
{
  double height = self->metrics.bar, y = get_top (self, bar, height);
  double scale = self->view.font_scale;
  double slant = height * 0.45;
  JugPictureRef ref = { JUG_PICTURE_EVENT, bar->task, bar->end };
  JugDisplayItem *item;

  item = jug_display_list_add_line (list, bar->x1 + 4 * scale, y - 1,
                                    bar->x1 + 4 * scale - slant, y + height + 1,
                                    2 * scale, jug_paint (JUG_COLOR_CANCELLED));
  item->ref = ref;
  if (!self->metrics.texts)
    return;
  item = jug_display_list_add_label (list, _ ("cancelled"), JUG_FONT_SMALL,
                                     bar->x1 + 9 * scale, y, MAX_VALUE_WIDTH * scale,
                                     height, jug_paint (JUG_COLOR_CANCELLED));
  item->ref = ref;
}

/* Adds how @task ended, if it did. */
void
jug_timeline_layout_draw_end (JugTimelineLayout *self,
                              JugDisplayList *list,
                              guint32 task,
                              double y)
{
  Bar bar = { .task = task, .y = y, .last = TRUE };
  const JugEvent *event;

  bar.end = jug_span_index_get_end_event (self->index, task);
  if (bar.end == JUG_NO_EVENT)
    return;
  bar.x1 = jug_timeline_layout_get_x (self, bar.end);
  if (bar.x1 > self->chart.x + self->chart.width ||
      bar.x1 < self->chart.x - 2 * MAX_VALUE_WIDTH * self->view.font_scale)
    return;
  event = jug_trace_get_event (self->trace, bar.end);
  switch ((JugOutcome) event->detail)
    {
    case JUG_OUTCOME_RESULT:
      draw_result (self, list, event, &bar);
      return;
    case JUG_OUTCOME_EXCEPTION:
      draw_failure (self, list, event, &bar);
      return;
    case JUG_OUTCOME_CANCELLED:
      draw_cancelled (self, list, &bar);
      return;
    }
  g_assert_not_reached ();
}

/* Adds a sign for each call of cancel(), above the lane of the task that it is called on.
 */
void
jug_timeline_layout_draw_cancels (JugTimelineLayout *self, JugDisplayList *list)
{
  double size = 9 * self->view.font_scale;
  guint32 n_cancels;
  const guint32 *cancels = jug_span_index_get_cancels (self->index, &n_cancels);
  guint32 first = jug_timeline_layout_find_index (cancels, n_cancels, self->first_event);
  guint32 last =
      jug_timeline_layout_find_index (cancels, n_cancels, self->last_event + 1);

  if (!self->metrics.texts || last - first > MAX_CANCELS)
    return;
  jug_display_list_set_clip (list, &self->chart);
  for (guint32 i = first; i < last; i++)
    {
      guint32 task = jug_trace_get_event (self->trace, cancels[i])->task;
      guint32 row = jug_span_index_get_task_row (self->index, task);
      double y = jug_timeline_layout_row_to_y (self, row);
      JugDisplayItem *item;

      if (y + self->metrics.row < self->chart.y || y > self->chart.y + self->chart.height)
        continue;
      item = jug_display_list_add_marker (
          list, JUG_MARKER_SLASH, jug_timeline_layout_get_x (self, cancels[i]) - size / 2,
          y + 1, size, size, jug_paint (JUG_COLOR_FLOW_CANCEL));
      item->line_width = (float) (1.5 * self->view.font_scale);
      item->ref = (JugPictureRef){ JUG_PICTURE_EVENT, task, cancels[i] };
    }
}

/* All of it */

static void
draw_bar (JugTimelineLayout *self, JugDisplayList *list, const Bar *bar)
{
  switch ((JugSpanState) bar->what->state)
    {
    case JUG_SPAN_WAITING:
      draw_waiting (self, list, bar);
      return;
    case JUG_SPAN_READY:
      draw_ready (self, list, bar);
      return;
    case JUG_SPAN_RUNNING:
      draw_running (self, list, bar);
      return;
    }
  g_assert_not_reached ();
}

/* The line that merged bars stand on. */
static void
draw_thread (JugTimelineLayout *self,
             JugDisplayList *list,
             guint32 task,
             double x0,
             double x1,
             double y)
{
  double middle = y + floor (self->metrics.row / 2) + 0.5;

  x0 = MAX (x0, self->chart.x);
  x1 = MIN (x1, self->chart.x + self->chart.width);
  if (x1 > x0)
    jug_display_list_add_line (list, x0, middle, x1, middle, 1,
                               jug_paint_task (JUG_COLOR_TASK_EDGE, task));
}

/* Adds the lane of @task, whose upper edge is @y. */
void
jug_timeline_layout_draw_lane (JugTimelineLayout *self,
                               JugDisplayList *list,
                               guint32 task,
                               double y)
{
  const double edge = self->chart.x + self->chart.width;
  guint32 n_spans, i;
  const JugSpan *spans = jug_span_index_get_spans (self->index, task, &n_spans);
  Bar bar = { .task = task, .y = y };
  double merged_from = NAN, x;

  if (n_spans == 0)
    return;
  i = jug_span_index_lower_span (self->index, task, self->first_event);
  i = MIN (i > 0 ? i - 1 : 0, n_spans - 1);
  x = jug_timeline_layout_get_span_x (self, &spans[i]);

  while (i < n_spans && x < edge)
    {
      guint32 next = i + 1;

      bar.end = jug_span_index_get_span_end (self->index, task, i);
      bar.x0 = x;
      bar.x1 = next < n_spans ? jug_timeline_layout_get_span_x (self, &spans[next])
                              : jug_timeline_layout_get_x (self, bar.end);
      bar.last = next == n_spans;
      if (bar.x1 - bar.x0 >= JUG_TIMELINE_MIN_BAR)
        {
          if (!isnan (merged_from))
            draw_thread (self, list, task, merged_from, bar.x0, y);
          merged_from = NAN;
          bar.span = i;
          bar.what = &spans[i];
          /* Patterns stay in place, because the edge moves in whole periods of them. */
          bar.left = bar.x0 < self->chart.x - 24
                         ? bar.x0 + 24 * floor ((self->chart.x - 24 - bar.x0) / 24)
                         : bar.x0;
          bar.right = MIN (bar.x1, edge + 24);
          draw_bar (self, list, &bar);
          x = bar.x1;
        }
      else
        {
          if (isnan (merged_from))
            merged_from = bar.x0;
          next = jug_timeline_layout_merge_spans (self, task, i, bar.x0);
          x = next < n_spans
                  ? jug_timeline_layout_get_span_x (self, &spans[next])
                  : jug_timeline_layout_get_x (self, jug_span_index_get_span_end (
                                                         self->index, task, n_spans - 1));
        }
      i = next;
    }
  if (!isnan (merged_from))
    draw_thread (self, list, task, merged_from, x, y);
  jug_timeline_layout_flush_density (
      self, list, task, y + floor ((self->metrics.row - self->metrics.bar) / 2),
      self->metrics.bar);

  if (i == n_spans)
    jug_timeline_layout_draw_end (self, list, task, y);
}
