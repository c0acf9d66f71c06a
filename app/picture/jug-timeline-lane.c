/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A task's lane: its bars, by shape, text and colour. */
#include "jug-timeline-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* From here on a step is one that asyncio's debug mode complains of. */
#define SLOW_NS (G_GINT64_CONSTANT (100) * 1000 * 1000)

/* A gather with more children is not subdivided. */
#define MAX_GATHERED 64

/* Bars slimmer than this are plain. */
#define MIN_OUTLINED 5.0

/* Bars are cut off this far outside of the chart: a multiple of what patterns repeat
 * after. */
#define CUT 24.0

/* One bar of a lane, cut to what can be seen. */
typedef struct
{
  guint32 task;
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

/* A bar too slim for an outline and anything in it. */
static void
add_slim (JugDisplayList *list, const Bar *bar, double y, double height, JugPaint fill)
{
  JugDisplayItem *item = jug_display_list_add_rect (list, JUG_ITEM_RECT, bar->left, y,
                                                    bar->right - bar->left, height, fill);

  item->fill.alpha = 150;
  item->ref = get_ref (bar);
}

/* A word in a patterned bar, if all of it fits: the pattern must not run through its
 * letters. */
static void
add_backed_label (JugTimelineLayout *self,
                  JugDisplayList *list,
                  const char *word,
                  JugFontRole role,
                  const Bar *bar,
                  double y,
                  double height,
                  JugPaint color,
                  JugPaint back)
{
  double scale = self->view.font_scale;
  double left = MAX (bar->left, self->chart.x) + 3 * scale;
  double right = MIN (bar->right, self->chart.x + self->chart.width) - 3 * scale;
  double width = jug_timeline_layout_measure (self, word, role) + 6 * scale;

  if (!self->metrics.texts || width > right - left)
    return;
  jug_display_list_add_rect (list, JUG_ITEM_RECT, left, y + 1, round (width), height - 2,
                             back);
  jug_display_list_add_label (list, word, role, left + 3 * scale, y, width - 2 * scale,
                              height, color);
}

/* Waiting */

static int
compare_events (gconstpointer a, gconstpointer b)
{
  guint32 one = *(const guint32 *) a, other = *(const guint32 *) b;

  return one < other ? -1 : one > other;
}

/*
 * What a gather, wait or task group waits for during a bar: where its tasks end, in
 * order, after @n_before that have ended before.  Returns how many there are in all; 0 if
 * that is not known or too many to be told one by one.
 */
static guint
find_ends (JugTimelineLayout *self, const Bar *bar, GArray *ends, guint *n_before)
{
  guint32 created = jug_span_index_get_future (self->index, bar->what->begin);
  g_autoptr (GArray) children = NULL;

  *n_before = 0;
  if (created == JUG_NO_EVENT)
    return 0;
  children = g_array_new (FALSE, FALSE, sizeof (guint32));
  jug_span_index_list_children (self->index, created, children);
  if (children->len > MAX_GATHERED)
    return 0;
  for (guint i = 0; i < children->len; i++)
    {
      guint32 child = g_array_index (children, guint32, i);
      guint32 task = jug_trace_get_event (self->trace, child)->task;
      guint32 end;

      /* The end of a plain future is not in the index. */
      if (task == JUG_TASK_LOOP)
        return 0;
      end = jug_span_index_get_end_event (self->index, task);
      if (end < bar->what->begin)
        ++*n_before;
      else if (end < bar->end)
        g_array_append_val (ends, end);
    }
  g_array_sort (ends, compare_events);
  return children->len;
}

/* Marks where the tasks that a bar waits for end, each with how many have; returns where
 * the first does. */
static double
draw_ends (JugTimelineLayout *self, JugDisplayList *list, const Bar *bar)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  double height = self->metrics.wait, y = get_top (self, bar, height);
  JugPaint color = jug_paint_task (JUG_COLOR_TASK_TEXT, bar->task);
  guint n_before, n = find_ends (self, bar, ends, &n_before);

  if (n < 2 || ends->len == 0)
    return bar->x1;
  for (guint i = 0; i < ends->len; i++)
    {
      double x = jug_timeline_layout_get_x (self, g_array_index (ends, guint32, i));
      double next = bar->x1;

      if (i + 1 < ends->len)
        next = jug_timeline_layout_get_x (self, g_array_index (ends, guint32, i + 1));
      if (next < bar->left || x > bar->right)
        continue;
      jug_display_list_add_line (list, x, y + 1, x, y + height - 1, 1,
                                 jug_paint_task (JUG_COLOR_TASK_EDGE, bar->task));
      g_string_truncate (self->text, 0);
      /* Translators: so many of the tasks that a task waits for are done */
      g_string_append_printf (self->text, _ ("%u of %u"), n_before + i + 1, n);
      jug_timeline_layout_add_fitting_label (self, list, self->text->str, JUG_FONT_SMALL,
                                             x, next, y, height, color);
    }
  return jug_timeline_layout_get_x (self, g_array_index (ends, guint32, 0));
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
  if (text.kind == JUG_WAIT_FUTURE)
    text_end = draw_ends (self, list, bar);
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

  if (bar->right - bar->left < MIN_OUTLINED)
    {
      add_slim (list, bar, y, height, jug_paint (JUG_COLOR_READY));
      return;
    }
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
  add_backed_label (self, list, _ ("ready"), JUG_FONT_SMALL, bar, y, height,
                    jug_paint (JUG_COLOR_ON_READY), jug_paint (JUG_COLOR_READY_TINT));
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
      add_backed_label (self, list, _ ("blocks the loop"), JUG_FONT_SMALL_BOLD, bar, y,
                        height, on_task, jug_paint_task (JUG_COLOR_TASK, bar->task));
      return;
    }
  if (step->kind == JUG_EVENT_STEP && step->text != 0)
    word = jug_trace_get_string (self->trace, step->text);
  else
    word = _ ("runs");
  jug_timeline_layout_add_fitting_label (self, list, word, JUG_FONT_SMALL_BOLD, bar->x0,
                                         bar->x1, y, height, on_task);
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

/* Cuts a bar to what can be seen, on whole pixels.  Patterns stay in place when the
 * picture is panned, because the cut moves in whole periods of them. */
static void
set_visible (JugTimelineLayout *self, Bar *bar)
{
  double left = self->chart.x - CUT, right = self->chart.x + self->chart.width + CUT;

  bar->left = round (bar->x0);
  if (bar->left < left)
    bar->left += CUT * floor ((left - bar->left) / CUT);
  bar->right = MAX (bar->left + 1, round (MIN (bar->x1, right)));
}

/* The line that merged bars stand on. */
static void
draw_thread (
    JugTimelineLayout *self, JugDisplayList *list, const Bar *bar, double x0, double x1)
{
  double middle = bar->y + floor (self->metrics.row / 2) + 0.5;

  x0 = MAX (x0, self->chart.x);
  x1 = MIN (x1, self->chart.x + self->chart.width);
  if (x1 > x0)
    jug_display_list_add_line (list, x0, middle, x1, middle, 1,
                               jug_paint_task (JUG_COLOR_TASK_EDGE, bar->task));
}

/* Prepares the bar of a span that begins at @x; returns where it ends. */
static double
set_span (JugTimelineLayout *self, Bar *bar, guint32 span, double x)
{
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (self->index, bar->task, &n_spans);

  bar->what = &spans[span];
  bar->end = jug_span_index_get_span_end (self->index, bar->task, span);
  bar->last = span + 1 == n_spans;
  bar->x0 = x;
  bar->x1 = bar->last ? jug_timeline_layout_get_x (self, bar->end)
                      : jug_timeline_layout_get_span_x (self, &spans[span + 1]);
  set_visible (self, bar);
  return bar->x1;
}

/* Draws the bars of a lane from number @span on. */
static void
draw_bars (JugTimelineLayout *self, JugDisplayList *list, Bar *bar, guint32 span)
{
  const double edge = self->chart.x + self->chart.width;
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (self->index, bar->task, &n_spans);
  guint32 last = jug_span_index_lower_span (self->index, bar->task, self->last_event + 1);
  gboolean dense = (last - span) * self->merge_bar > self->chart.width;
  double x = jug_timeline_layout_get_span_x (self, &spans[span]);
  double merged_from = NAN;

  while (span < n_spans && x < edge)
    {
      double end = set_span (self, bar, span, x);

      if (!dense || end - x >= self->merge_bar)
        {
          if (!isnan (merged_from))
            draw_thread (self, list, bar, merged_from, x);
          merged_from = NAN;
          draw_bar (self, list, bar);
          x = end;
          span++;
          continue;
        }
      if (isnan (merged_from))
        merged_from = x;
      span = jug_timeline_layout_merge_spans (self, bar->task, span, &x);
    }
  if (!isnan (merged_from))
    draw_thread (self, list, bar, merged_from, x);
  if (dense)
    jug_timeline_layout_flush_density (
        self, list, bar->task, get_top (self, bar, self->metrics.bar), self->metrics.bar);
}

/* Adds the lane of @task, whose upper edge is @y. */
void
jug_timeline_layout_draw_lane (JugTimelineLayout *self,
                               JugDisplayList *list,
                               guint32 task,
                               double y)
{
  Bar bar = { .task = task, .y = y };
  guint32 n_spans, first;

  jug_span_index_get_spans (self->index, task, &n_spans);
  if (n_spans == 0)
    return;
  first = jug_span_index_lower_span (self->index, task, self->first_event);
  draw_bars (self, list, &bar, MIN (first > 0 ? first - 1 : 0, n_spans - 1));
  jug_timeline_layout_draw_end (self, list, task, y);
}
