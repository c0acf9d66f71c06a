/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lanes of a text timeline. */
#include "jug-legend-private.h"
#include "jug-text-writer-private.h"
#include "jug-wait-text-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_INDENT 6

/* From here on a step is one that asyncio's debug mode complains of. */
#define SLOW_NS (G_GINT64_CONSTANT (100) * 1000 * 1000)

/* The name of a lane; good until the next text is written. */
const char *
jug_text_writer_get_label (JugTextWriter *self, guint32 task)
{
  g_string_truncate (self->text, 0);
  if (task == JUG_TASK_LOOP)
    g_string_append (self->text, _ ("event loop"));
  else
    jug_task_label_append (self->trace, task, self->options.label,
                           self->options.label_data, self->text);
  return self->text->str;
}

/* The indent of a child's name. */
guint
jug_text_writer_get_indent (JugTextWriter *self, guint32 task)
{
  return 2 * MIN (jug_span_index_get_depth (self->index, task), MAX_INDENT);
}

/* The column in which something at @x begins, or behind which something that ends there
 * ends. */
int
jug_text_writer_get_column (JugTextWriter *self, double x)
{
  return (int) self->names + (int) floor (x + 0.5);
}

static void
fill (JugTextWriter *self, int first, int last, gunichar c, guint style)
{
  for (int column = first; column < last; column++)
    jug_text_canvas_set (&self->canvas, column, c, style);
}

static void
write_name (JugTextWriter *self, guint32 task)
{
  guint indent = jug_text_writer_get_indent (self, task);
  guint style = task == JUG_TASK_LOOP ? JUG_TEXT_BOLD : jug_text_writer_get_style (task);

  if (indent < self->names - 2)
    jug_text_canvas_write (&self->canvas, (int) indent, self->names - 2 - indent,
                           jug_text_writer_get_label (self, task), style);
}

static void
write_loop (JugTextWriter *self)
{
  guint32 n_runs = jug_span_index_get_n_runs (self->index);
  const JugTextSigns *signs = self->signs;

  write_name (self, JUG_TASK_LOOP);
  /* What takes least room is written last, so that it is not lost. */
  for (guint pass = 0; pass < 3; pass++)
    {
      guint n_steps = 0;

      for (guint32 i = 0; i < n_runs; i++)
        {
          const JugRun *run = jug_span_index_get_run (self->index, i);
          gint64 end_ns = jug_trace_get_event (self->trace, run->end)->time_ns;
          int first = jug_text_writer_get_column (
              self, jug_timeline_axis_get_x (&self->axis, run->begin));
          int last = jug_text_writer_get_column (
              self, jug_timeline_axis_get_x_near (&self->axis, run->end, end_ns, i));

          if (run->kind == JUG_RUN_IDLE && pass == 0)
            fill (self, first, last, signs->idle, JUG_TEXT_DIM);
          else if (run->kind == JUG_RUN_CALLBACK && pass == 1)
            fill (self, first, MAX (last, first + 1), signs->callback, JUG_TEXT_DIM);
          else if (run->kind == JUG_RUN_STEP && pass == 2)
            fill (self, first, MAX (last, first + 1),
                  n_steps++ % 2 == 0 ? signs->running : signs->other_running,
                  jug_text_writer_get_style (run->task));
        }
    }
  jug_text_canvas_flush (&self->canvas, self->out);
}

/* Writes a text into a bar, with a bit of the bar before it if there is room for that. */
static void
write_in_bar (JugTextWriter *self, int first, int last, const char *text, guint style)
{
  int width = (int) jug_text_measure (text);
  int start = width + 4 <= last - first ? first + 1 : first;

  if (width + 2 > last - first)
    return;
  jug_text_canvas_set (&self->canvas, start, ' ', style);
  jug_text_canvas_write (&self->canvas, start + 1, (guint) width, text, style);
  jug_text_canvas_set (&self->canvas, start + 1 + width, ' ', style);
}

static void
write_wait (JugTextWriter *self, const JugSpan *span, int first, int last, guint style)
{
  JugWaitText text = {
    .trace = self->trace,
    .label = self->options.label,
    .label_data = self->options.label_data,
  };

  jug_wait_text_look_up (&text, self->index, span->begin);
  g_string_truncate (self->text, 0);
  jug_wait_text_append (&text, self->text);
  fill (self, first, last, self->signs->waiting, style);
  write_in_bar (self, first, last, self->text->str, style);
}

/* Writes a sign for each call of cancel() on a task: where the call is, or just before
 * the step that enters by it, which begins there. */
static void
write_cancels (JugTextWriter *self, guint32 task)
{
  guint32 n_cancels;
  const guint32 *cancels = jug_span_index_get_cancels (self->index, &n_cancels);

  if (n_cancels > JUG_LEGEND_MAX_CANCELS)
    return;
  for (guint32 i = 0; i < n_cancels; i++)
    {
      int column;

      if (jug_trace_get_event (self->trace, cancels[i])->task != task)
        continue;
      column = jug_text_writer_get_column (
          self, jug_timeline_axis_get_x (&self->axis, cancels[i]));
      if (jug_text_canvas_get (&self->canvas, column) == self->signs->running &&
          column > (int) self->names)
        column--;
      jug_text_canvas_set (&self->canvas, column, self->signs->cancel, JUG_TEXT_FAILED);
    }
}

static void
write_end (JugTextWriter *self, guint32 end)
{
  const JugEvent *event = jug_trace_get_event (self->trace, end);
  const char *text = jug_trace_get_string (self->trace, event->text);
  int column =
      jug_text_writer_get_column (self, jug_timeline_axis_get_x (&self->axis, end));
  guint style = JUG_TEXT_DONE;
  gunichar sign = self->signs->done;

  switch ((JugOutcome) event->detail)
    {
    case JUG_OUTCOME_RESULT:
      if (g_str_equal (text, "None"))
        text = "";
      break;
    case JUG_OUTCOME_EXCEPTION:
      sign = self->signs->failed;
      style = JUG_TEXT_FAILED;
      break;
    case JUG_OUTCOME_CANCELLED:
      sign = self->signs->cancelled;
      style = JUG_TEXT_CANCELLED;
      text = _ ("cancelled");
      break;
    }
  column = MIN (column, (int) self->width - 1);
  jug_text_canvas_set (&self->canvas, column, sign, style);
  if (column + 4 < (int) self->width)
    jug_text_canvas_write (&self->canvas, column + 2, self->width - (guint) column - 2,
                           text, style);
}

static void
write_lane (JugTextWriter *self, guint32 task)
{
  guint32 n_spans;
  const JugSpan *spans = jug_span_index_get_spans (self->index, task, &n_spans);
  guint32 end = jug_span_index_get_end_event (self->index, task);
  guint style = jug_text_writer_get_style (task);

  write_name (self, task);
  for (guint pass = 0; pass < 2; pass++)
    for (guint32 i = 0; i < n_spans; i++)
      {
        guint32 span_end = jug_span_index_get_span_end (self->index, task, i);
        int first = jug_text_writer_get_column (
            self, jug_timeline_axis_get_x_near (&self->axis, spans[i].begin,
                                                spans[i].begin_ns, spans[i].run));
        int last = jug_text_writer_get_column (
            self, jug_timeline_axis_get_x (&self->axis, span_end));

        if (spans[i].state == JUG_SPAN_RUNNING && pass == 1)
          {
            gint64 end_ns = jug_trace_get_event (self->trace, span_end)->time_ns;

            fill (self, first, MAX (last, first + 1), self->signs->running, style);
            if (end_ns - spans[i].begin_ns > SLOW_NS)
              write_in_bar (self, first, last, _ ("blocks the loop"), style);
          }
        else if (spans[i].state == JUG_SPAN_READY && pass == 0)
          fill (self, first, last, self->signs->ready, JUG_TEXT_READY);
        else if (spans[i].state == JUG_SPAN_WAITING && pass == 0)
          write_wait (self, &spans[i], first, last, style);
      }
  write_cancels (self, task);
  if (end != JUG_NO_EVENT)
    write_end (self, end);
  jug_text_canvas_flush (&self->canvas, self->out);
}

/* Writes the lane of the loop and those of the tasks. */
void
jug_text_writer_write_lanes (JugTextWriter *self)
{
  guint32 n_rows = jug_span_index_get_n_rows (self->index);

  write_loop (self);
  for (guint32 row = 1; row < MIN (n_rows, JUG_TEXT_MAX_ROWS + 1); row++)
    write_lane (self, jug_span_index_get_row_task (self->index, row));
  if (n_rows > JUG_TEXT_MAX_ROWS + 1)
    {
      guint32 n = n_rows - JUG_TEXT_MAX_ROWS - 1;

      g_string_append_printf (
          self->out,
          g_dngettext (GETTEXT_PACKAGE, "and %u more task", "and %u more tasks", n), n);
      g_string_append_c (self->out, '\n');
    }
}
