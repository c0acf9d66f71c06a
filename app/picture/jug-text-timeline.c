/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline of a whole trace as text for a terminal. */
#include "jug-text-timeline.h"

#include "jug-legend-private.h"
#include "jug-ruler-scale-private.h"
#include "jug-text-writer-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DEFAULT_WIDTH 80
#define MIN_WIDTH 30
#define MAX_WIDTH 1000
#define TICK_DISTANCE 11

static const JugTextSigns unicode_signs = {
  .running = 0x2588,       /* full block */
  .other_running = 0x2593, /* dark shade: tells a step from its neighbour */
  .ready = 0x2591,         /* light shade */
  .waiting = 0x2500,       /* light line */
  .callback = 0x25aa,      /* small square */
  .idle = 0x00b7,          /* middle dot */
  .done = 0x2713,          /* check mark */
  .failed = 0x2717,        /* ballot X */
  .cancelled = 0x2298,     /* circled slash */
  .cancel = 0x21af,        /* flash: strikes the wait */
  .tick = 0x252c,          /* line with a stem */
  .ruler = 0x2500,
  .moment = 0x254c, /* broken line */
};

static const JugTextSigns ascii_signs = {
  .running = '#',
  .other_running = '%',
  .ready = ':',
  .waiting = '-',
  .callback = 'o',
  .idle = '.',
  .done = '=',
  .failed = '!',
  .cancelled = 'x',
  .cancel = '^',
  .tick = '+',
  .ruler = '-',
  .moment = '~',
};

static void
write_blank_line (JugTextWriter *self)
{
  g_string_append_c (self->out, '\n');
}

/* Widths */

static void
measure (JugTextWriter *self)
{
  guint32 n_rows = MIN (jug_span_index_get_n_rows (self->index), JUG_TEXT_MAX_ROWS + 1);
  guint room;
  double zoom;

  for (guint32 row = 0; row < n_rows; row++)
    {
      guint32 task = jug_span_index_get_row_task (self->index, row);
      guint width = jug_text_measure (jug_text_writer_get_label (self, task)) +
                    jug_text_writer_get_indent (self, task);

      self->names = MAX (self->names, width);
    }
  self->names = MIN (self->names, self->width / 3) + 2;

  /* Behind the last event there is room for a value. */
  room = self->width - self->names;
  room -= MIN (13, room / 4);
  zoom = jug_timeline_axis_fit (self->index, self->options.axis, room,
                                1 / JUG_TIMELINE_MARK_WIDTH);
  jug_timeline_axis_init (&self->axis, self->index, self->options.axis, zoom,
                          1 / JUG_TIMELINE_MARK_WIDTH);
}

/* The head */

static void
write_title (JugTextWriter *self)
{
  const char *title = jug_trace_get_property (self->trace, JUG_TRACE_TITLE);

  if (title == NULL)
    title = jug_trace_get_property (self->trace, JUG_TRACE_PROGRAM);
  if (title == NULL)
    return;
  jug_text_canvas_write (&self->canvas, 0, self->width, title, JUG_TEXT_BOLD);
  jug_text_canvas_flush (&self->canvas, self->out);
  write_blank_line (self);
}

static void
write_tick (JugTextWriter *self,
            JugTextCanvas *ticks,
            double x,
            const char *label,
            int *free_from)
{
  int column = jug_text_writer_get_column (self, x);
  guint width = jug_text_measure (label);

  if (column < *free_from || column + width > self->width)
    return;
  jug_text_canvas_write (&self->canvas, column, width, label, JUG_TEXT_DIM);
  jug_text_canvas_set (ticks, column, self->signs->tick, JUG_TEXT_DIM);
  *free_from = column + (int) width + 2;
}

static void
write_time_ticks (JugTextWriter *self, JugTextCanvas *ticks)
{
  JugRulerScale scale = jug_ruler_scale_choose (TICK_DISTANCE / self->axis.per_ns);
  gint64 end_ns = jug_span_index_get_end_time (self->index);
  int free_from = 0;

  for (gint64 time_ns = 0; time_ns <= end_ns; time_ns += scale.step_ns)
    {
      g_string_truncate (self->text, 0);
      jug_ruler_scale_append (&scale, time_ns, self->text);
      write_tick (self, ticks, jug_timeline_axis_get_time_x (&self->axis, time_ns),
                  self->text->str, &free_from);
    }
}

static void
write_step_ticks (JugTextWriter *self, JugTextCanvas *ticks)
{
  guint32 n_runs = jug_span_index_get_n_runs (self->index);
  int free_from = 0;

  write_tick (self, ticks, 0, "0.0 s", &free_from);
  for (guint32 i = 0; i < n_runs; i++)
    {
      const JugRun *run = jug_span_index_get_run (self->index, i);

      if (run->brief)
        continue;
      g_string_truncate (self->text, 0);
      jug_time_append_short (self->text,
                             jug_trace_get_event (self->trace, run->end)->time_ns);
      write_tick (self, ticks, jug_timeline_axis_get_x (&self->axis, run->end),
                  self->text->str, &free_from);
    }
}

static void
write_ruler (JugTextWriter *self)
{
  guint32 n_runs = jug_span_index_get_n_runs (self->index);
  int end = jug_text_writer_get_column (self, jug_timeline_axis_get_width (&self->axis));
  JugTextCanvas ticks;

  jug_text_canvas_init (&ticks, self->width, self->options.ascii, self->options.color);
  for (int column = (int) self->names; column <= end; column++)
    jug_text_canvas_set (&ticks, column, self->signs->ruler, JUG_TEXT_DIM);
  if (self->options.axis == JUG_AXIS_TIME && self->axis.per_ns > 0)
    {
      /* The ruler is broken where time stands still. */
      for (guint32 i = 0; i < n_runs; i++)
        {
          const JugRun *run = jug_span_index_get_run (self->index, i);
          double x = jug_timeline_axis_get_x (&self->axis, run->begin);
          double width =
              self->axis.per_unit * jug_span_index_get_run_units (run, self->axis.marks);

          if (run->brief)
            for (int c = jug_text_writer_get_column (self, x);
                 c < jug_text_writer_get_column (self, x + width); c++)
              jug_text_canvas_set (&ticks, c, self->signs->moment, JUG_TEXT_DIM);
        }
      write_time_ticks (self, &ticks);
    }
  else
    write_step_ticks (self, &ticks);

  jug_text_canvas_flush (&self->canvas, self->out);
  jug_text_canvas_flush (&ticks, self->out);
  jug_text_canvas_clear (&ticks);
}

/* What stands below */

static void
write_legend (JugTextWriter *self)
{
  const guint task = jug_text_writer_get_style (1);
  JugLegend found = jug_legend_find (self->index);
  const struct
  {
    JugLegend legend;
    gunichar sign;
    guint style;
    const char *text;
    gunichar other_sign; /* 0 if there is no other */
  } entries[] = {
    { JUG_LEGEND_RUNNING, self->signs->running, task, _ ("runs"),
      found & JUG_LEGEND_NEIGHBOURS ? self->signs->other_running : 0 },
    { JUG_LEGEND_READY, self->signs->ready, JUG_TEXT_READY, _ ("ready") },
    { JUG_LEGEND_WAITING, self->signs->waiting, task, _ ("waits") },
    { JUG_LEGEND_CANCEL, self->signs->cancel, JUG_TEXT_FAILED, _ ("cancel() is called") },
    { JUG_LEGEND_DONE, self->signs->done, JUG_TEXT_DONE, _ ("done") },
    { JUG_LEGEND_FAILED, self->signs->failed, JUG_TEXT_FAILED, _ ("failed") },
    { JUG_LEGEND_CANCELLED, self->signs->cancelled, JUG_TEXT_CANCELLED, _ ("cancelled") },
    { JUG_LEGEND_CALLBACK, self->signs->callback, JUG_TEXT_DIM, _ ("callback") },
    { JUG_LEGEND_IDLE, self->signs->idle, JUG_TEXT_DIM, _ ("idle") },
    { JUG_LEGEND_MOMENT, self->signs->moment, JUG_TEXT_DIM, _ ("one moment") },
  };
  guint column = 0;

  if (self->options.axis != JUG_AXIS_TIME || self->axis.per_ns <= 0)
    found &= ~JUG_LEGEND_MOMENT;
  write_blank_line (self);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      guint n_signs = entries[i].other_sign != 0 ? 2 : 1;
      guint width = n_signs + 1 + jug_text_measure (entries[i].text);

      if (!(found & entries[i].legend))
        continue;
      if (column > 0 && column + width > self->width)
        {
          jug_text_canvas_flush (&self->canvas, self->out);
          column = 0;
        }
      jug_text_canvas_set (&self->canvas, (int) column, entries[i].sign,
                           entries[i].style);
      if (entries[i].other_sign != 0)
        jug_text_canvas_set (&self->canvas, (int) column + 1, entries[i].other_sign,
                             entries[i].style);
      jug_text_canvas_write (&self->canvas, (int) (column + n_signs + 1),
                             width - n_signs - 1, entries[i].text, JUG_TEXT_DIM);
      column += width + 3;
    }
  jug_text_canvas_flush (&self->canvas, self->out);
}

/* A line of what happened, with its time before it. */
static void
write_event (JugTextWriter *self, guint32 index, const char *text, guint style)
{
  const char *begin = "", *end = "";

  if (self->options.color)
    {
      begin = "\033[2m";
      end = "\033[0m";
    }
  g_string_append_printf (
      self->out, "%s%10.3f s%s  ", begin,
      (double) jug_trace_get_event (self->trace, index)->time_ns / 1e9, end);
  if (self->options.color && style == JUG_TEXT_FAILED)
    g_string_append (self->out, "\033[1;38;5;160m");
  jug_text_append_clean (self->out, text, self->options.ascii);
  if (self->options.color && style == JUG_TEXT_FAILED)
    g_string_append (self->out, "\033[0m");
  g_string_append_c (self->out, '\n');
}

static void
write_heading (JugTextWriter *self, const char *text)
{
  write_blank_line (self);
  jug_text_canvas_write (&self->canvas, 0, self->width, text, JUG_TEXT_BOLD);
  jug_text_canvas_flush (&self->canvas, self->out);
}

static void
write_output (JugTextWriter *self)
{
  guint32 n_prints;
  const guint32 *prints = jug_span_index_get_prints (self->index, &n_prints);

  if (n_prints == 0)
    return;
  write_heading (self, _ ("Output"));
  for (guint32 i = 0; i < n_prints; i++)
    write_event (self, prints[i],
                 jug_trace_get_string (
                     self->trace, jug_trace_get_event (self->trace, prints[i])->text),
                 JUG_TEXT_PLAIN);
}

/* Failed tasks stand in their lanes; here is what no lane tells. */
static void
write_errors (JugTextWriter *self)
{
  guint32 n_errors;
  const guint32 *errors = jug_span_index_get_errors (self->index, &n_errors);
  gboolean headed = FALSE;

  for (guint32 i = 0; i < n_errors; i++)
    {
      const JugEvent *event = jug_trace_get_event (self->trace, errors[i]);
      g_autofree char *text = jug_trace_dup_exception (self->trace, errors[i]);

      g_string_truncate (self->text, 0);
      if (event->kind == JUG_EVENT_EXIT)
        /* Translators: the name of an exception, or “deadlock” */
        g_string_append_printf (self->text, _ ("the program ends with %s"), text);
      else if (event->kind == JUG_EVENT_LIMIT)
        /* Translators: the name of a limit, as “events” */
        g_string_append_printf (self->text, _ ("recording stops here: %s"), text);
      else if (event->kind == JUG_EVENT_REPORT)
        g_string_append (self->text, text);
      else
        continue;
      if (!headed)
        write_heading (self, _ ("What went wrong"));
      headed = TRUE;
      write_event (self, errors[i], self->text->str, JUG_TEXT_FAILED);
    }
}

char *
jug_text_timeline_to_string (JugTrace *trace, const JugTextTimelineOptions *options)
{
  g_autoptr (JugSpanIndex) index = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GString *out;
  JugTextWriter self;

  g_return_val_if_fail (trace != NULL, NULL);

  index = jug_span_index_new (trace);
  jug_span_index_update (index, G_MAXUINT32);
  out = g_string_new (NULL);
  self = (JugTextWriter){ .trace = trace, .index = index, .out = out, .text = text };
  if (options != NULL)
    self.options = *options;
  self.width = self.options.width > 0 ? self.options.width : DEFAULT_WIDTH;
  self.width = CLAMP (self.width, MIN_WIDTH, MAX_WIDTH);
  self.signs = self.options.ascii ? &ascii_signs : &unicode_signs;
  measure (&self);
  jug_text_canvas_init (&self.canvas, self.width, self.options.ascii, self.options.color);

  write_title (&self);
  if (jug_span_index_get_n_events (index) > 0)
    {
      write_ruler (&self);
      jug_text_writer_write_lanes (&self);
      write_legend (&self);
      write_output (&self);
      write_errors (&self);
    }
  jug_text_canvas_clear (&self.canvas);
  return g_string_free (out, FALSE);
}
