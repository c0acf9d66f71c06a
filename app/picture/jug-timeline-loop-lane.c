/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loop's lane: its iterations, what it runs, when it waits, and every error. */
#include "jug-ruler-scale-private.h"
#include "jug-timeline-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Sizes in px at font scale 1. */
#define STRIP_HEIGHT 15.0
#define GAP 5.0
#define ERROR_SIZE 11.0

/* The lower part of the lane, where runs are drawn. */
static void
get_bar (JugTimelineLayout *self, double *y, double *height)
{
  double scale = self->view.font_scale;

  *y = self->lanes.y + round ((STRIP_HEIGHT + 2) * scale);
  *height = self->metrics.loop - round ((STRIP_HEIGHT + 2 + GAP) * scale);
}

static double
get_right (JugTimelineLayout *self)
{
  return self->lanes.x + self->lanes.width;
}

/* Iterations */

static void
draw_iteration (
    JugTimelineLayout *self, JugDisplayList *list, guint32 n, double x0, double x1)
{
  guint32 index = jug_span_index_get_iteration (self->index, n);
  const JugEvent *event = jug_trace_get_event (self->trace, index);
  double scale = self->view.font_scale;
  double left = MAX (x0, self->lanes.x - 4), right = MIN (x1, get_right (self) + 4);
  JugDisplayItem *item;
  char number[16];

  item = jug_display_list_add_rect (
      list, JUG_ITEM_RECT, left, self->lanes.y, right - left,
      round (STRIP_HEIGHT * scale),
      jug_paint (event->iteration % 2 == 1 ? JUG_COLOR_STRIPE : JUG_COLOR_CANVAS));
  item->ref = (JugPictureRef){ JUG_PICTURE_ITERATION, JUG_TASK_LOOP, index };

  g_snprintf (number, sizeof number, "%u", event->iteration);
  left = MAX (x0, self->lanes.x) + 4 * scale;
  if (right - left >= jug_measure_roughly (number, JUG_FONT_SMALL, scale, NULL))
    jug_display_list_add_label (list, number, JUG_FONT_SMALL, left, self->lanes.y,
                                right - left, round (STRIP_HEIGHT * scale),
                                jug_paint (JUG_COLOR_TEXT_DIM));
}

/* The right end of the column that @x is in, as the last event there. */
static guint32
get_column_end (JugTimelineLayout *self, double x)
{
  gint64 column = (gint64) floor ((x - self->origin) / JUG_TIMELINE_COLUMN);
  gint64 last = self->first_column + (gint64) self->columns->len - 1;

  return jug_timeline_layout_get_column_event (self,
                                               CLAMP (column, self->first_column, last));
}

static void
draw_iterations (JugTimelineLayout *self, JugDisplayList *list)
{
  guint32 n_iterations = jug_span_index_get_n_iterations (self->index);
  guint32 n = jug_span_index_find_iteration (self->index, self->first_event);
  double end = jug_timeline_layout_get_x (self, self->axis.n_events - 1);

  n = n > 0 ? n - 1 : 0;
  while (n < n_iterations)
    {
      double x0 =
          jug_timeline_layout_get_x (self, jug_span_index_get_iteration (self->index, n));
      double x1 = n + 1 < n_iterations
                      ? jug_timeline_layout_get_x (
                            self, jug_span_index_get_iteration (self->index, n + 1))
                      : end;

      if (x0 > get_right (self))
        break;
      if (x1 - x0 >= JUG_TIMELINE_MIN_BAR)
        draw_iteration (self, list, n++, x0, x1);
      else
        n = MAX (n + 1,
                 jug_span_index_find_iteration (self->index, get_column_end (self, x0)));
    }
}

/* Runs */

/* Says until when the loop waits, in as many words as there is room for. */
static void
write_idle (JugTimelineLayout *self, const JugEvent *poll, double room)
{
  g_autoptr (GString) time = g_string_new (NULL);

  g_string_truncate (self->text, 0);
  if (poll->kind != JUG_EVENT_POLL || poll->deadline_ns < 0)
    {
      g_string_append (self->text, _ ("waiting for the outside world"));
      if (jug_measure_roughly (self->text->str, JUG_FONT_SMALL, self->view.font_scale,
                               NULL) > room)
        /* Translators: the loop waits for the outside world; as short as can be */
        g_string_assign (self->text, _ ("outside world"));
      return;
    }
  jug_time_append_short (time, poll->deadline_ns);
  /* Translators: the loop has nothing to do before that time, as 1.5 s */
  g_string_append_printf (self->text, _ ("waiting until %s"), time->str);
  if (jug_measure_roughly (self->text->str, JUG_FONT_SMALL, self->view.font_scale, NULL) >
      room)
    /* Translators: the loop has nothing to do before that time; as short as can be */
    g_string_printf (self->text, _ ("until %s"), time->str);
}

static void
draw_idle (JugTimelineLayout *self,
           JugDisplayList *list,
           const JugRun *run,
           double x0,
           double x1)
{
  const JugEvent *poll = jug_trace_get_event (self->trace, run->begin);
  double scale = self->view.font_scale;
  double left = MAX (x0, self->lanes.x - 8), right = MIN (x1, get_right (self) + 8);
  double y, height;
  JugDisplayItem *item;

  get_bar (self, &y, &height);
  item = jug_display_list_add_line (list, left + 2 * scale, y + height - 4 * scale,
                                    right - 2 * scale, y + height - 4 * scale, 2 * scale,
                                    jug_paint (JUG_COLOR_IDLE));
  /* Most of the lane's height can be hit, not the line alone. */
  item->dashed = TRUE;
  item = jug_display_list_add_rect (list, JUG_ITEM_RECT, left, y, right - left, height,
                                    jug_paint (JUG_COLOR_NONE));
  item->ref = (JugPictureRef){ JUG_PICTURE_IDLE, JUG_TASK_LOOP, run->begin };

  write_idle (self, poll, right - left - 12 * scale);
  jug_timeline_layout_add_fitting_label (self, list, self->text->str, JUG_FONT_SMALL, x0,
                                         x1, y, height - 8 * scale,
                                         jug_paint (JUG_COLOR_TEXT_DIM));
}

static void
draw_run (JugTimelineLayout *self,
          JugDisplayList *list,
          const JugRun *run,
          double x0,
          double x1)
{
  gboolean is_step = run->kind == JUG_RUN_STEP && run->task != JUG_TASK_LOOP;
  double left = MAX (x0, self->lanes.x - 8), right = MIN (x1, get_right (self) + 8);
  double y, height;
  const char *word;
  JugDisplayItem *item;

  if (run->kind == JUG_RUN_IDLE)
    {
      draw_idle (self, list, run, x0, x1);
      return;
    }

  get_bar (self, &y, &height);
  /* What is no step is lower, so that it can be told from one without colour. */
  if (!is_step)
    {
      y += floor (height * 0.25);
      height = floor (height * 0.5);
    }
  item = jug_display_list_add_rect (list, JUG_ITEM_BOX, left + 0.5, y, right - left - 1,
                                    height,
                                    is_step ? jug_paint_task (JUG_COLOR_TASK, run->task)
                                            : jug_paint (JUG_COLOR_CALLBACK));
  item->radius = (float) MIN (3, (right - left - 1) / 3);
  item->ref = (JugPictureRef){ JUG_PICTURE_RUN, run->task, run->begin };

  if (is_step)
    word = jug_timeline_layout_get_label (self, run->task);
  else
    word = jug_trace_get_string (
        self->trace, jug_event_get_text (jug_trace_get_event (self->trace, run->begin)));
  jug_timeline_layout_add_fitting_label (
      self, list, word, JUG_FONT_SMALL, x0, x1, y, height,
      is_step ? jug_paint_task (JUG_COLOR_ON_TASK, run->task)
              : jug_paint (JUG_COLOR_ON_CALLBACK));
}

/* Merges the runs that begin in the same column; returns the first that is not merged. */
static guint32
merge_runs (JugTimelineLayout *self, guint32 run, double x)
{
  gint64 column = (gint64) floor ((x - self->origin) / JUG_TIMELINE_COLUMN);
  gint64 place = CLAMP (column - self->first_column, 0, (gint64) self->columns->len - 1);
  guint32 next = jug_span_index_find_run (self->index, get_column_end (self, x)) + 1;
  guint8 *level = &self->running->data[place];

  next = MAX (next, run + 1);
  if (next - run == 1 && jug_span_index_get_run (self->index, run)->kind == JUG_RUN_IDLE)
    return next;
  *level = (guint8) MIN (255, MAX (*level, 110) + (next - run) * 20);
  return next;
}

static void
draw_runs (JugTimelineLayout *self, JugDisplayList *list)
{
  guint32 n_runs = jug_span_index_get_n_runs (self->index);
  guint32 n = jug_span_index_find_run (self->index, self->first_event);
  double y, height;

  if (n == G_MAXUINT32)
    n = 0;
  get_bar (self, &y, &height);
  while (n < n_runs)
    {
      const JugRun *run = jug_span_index_get_run (self->index, n);
      double x0 = jug_timeline_layout_get_x (self, run->begin);
      double x1 =
          self->origin + jug_timeline_axis_get_x_near (
                             &self->axis, run->end,
                             jug_trace_get_event (self->trace, run->end)->time_ns, n);

      if (x0 > get_right (self))
        break;
      if (x1 - x0 >= JUG_TIMELINE_MIN_BAR)
        {
          draw_run (self, list, run, x0, x1);
          n++;
        }
      else
        n = merge_runs (self, n, x0);
    }
  jug_timeline_layout_flush_density (self, list, JUG_TASK_LOOP, y, height);
}

/* Errors: at any zoom, wherever the lane that they happened on is scrolled to. */
static void
draw_errors (JugTimelineLayout *self, JugDisplayList *list)
{
  double size = ERROR_SIZE * self->view.font_scale;
  double last = -G_MAXDOUBLE;
  guint32 n_errors;
  const guint32 *errors = jug_span_index_get_errors (self->index, &n_errors);
  guint32 i = jug_timeline_layout_find_index (errors, n_errors, self->first_event);

  while (i < n_errors)
    {
      double x = jug_timeline_layout_get_x (self, errors[i]);
      JugDisplayItem *item;

      if (x > get_right (self))
        break;
      if (x < last + size / 2)
        {
          /* It would stand on the one before: go on where there is room. */
          guint32 event = jug_timeline_axis_find_event (
              &self->axis, last + size / 2 - self->origin, errors[i]);

          i = MAX (i + 1, jug_timeline_layout_find_index (errors, n_errors, event));
          continue;
        }
      last = x;
      item = jug_display_list_add_marker (list, JUG_MARKER_FLASH, x - size / 2,
                                          self->lanes.y + self->metrics.loop - size, size,
                                          size, jug_paint (JUG_COLOR_FAILED));
      item->ref = (JugPictureRef){ JUG_PICTURE_EVENT,
                                   jug_trace_get_event (self->trace, errors[i])->task,
                                   errors[i] };
      i++;
    }
}

/* Adds the lane of the loop, which stands between the ruler and the tasks. */
void
jug_timeline_layout_draw_loop_lane (JugTimelineLayout *self, JugDisplayList *list)
{
  JugRect clip = self->lanes;

  clip.height = MIN (clip.height, (float) self->metrics.loop);
  jug_display_list_set_clip (list, &clip);
  draw_iterations (self, list);
  draw_runs (self, list);
  draw_errors (self, list);
}
