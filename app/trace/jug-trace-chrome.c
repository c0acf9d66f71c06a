/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trace as Chrome's trace events, which Perfetto and chrome://tracing show. */
#include "jug-trace-chrome.h"

#include "jug-number-private.h"
#include "jug-trace-chrome-private.h"
#include "jug-trace-json-private.h"

/* The one process. */
#define PID 1

typedef struct
{
  JugTrace *trace; /* (unowned) */
  JugSpanIndex *index;
  JugChromeNames names;
  JugChromeClock clock;
  JugChromePlan plan;
  GString *out;
  GString *name;       /* that of the record being written */
  guint32 *next_spans; /* by task: the first span that has not been written */
  guint32 *lines;      /* by task: where it stands, or 0 */
  guint32 next_run;
  guint32 next_iteration;
  guint32 next_start; /* of the plan's by_start */
  guint32 next_flow;
} Writer;

/* Records */

/* The thread that stands for a task: lanes are numbered from the top, as viewers sort
 * threads by number that do not know of a sort index. */
static guint64
get_thread (Writer *self, guint32 task)
{
  return (guint64) jug_span_index_get_task_row (self->index, task) + 1;
}

static void
append_time (Writer *self, const char *name, gint64 time_ns)
{
  jug_trace_json_append_name (self->out, name);
  jug_number_append (self->out, (guint64) time_ns / 1000, 1);
  g_string_append_c (self->out, '.');
  jug_number_append (self->out, (guint64) time_ns % 1000, 3);
}

/* Begins a record named after self->name. */
static void
begin_record (Writer *self, const char *phase, const char *category, guint32 task)
{
  jug_chrome_cut_name (self->name);
  g_string_append (self->out, ",\n{\"ph\": \"");
  g_string_append (self->out, phase);
  g_string_append_c (self->out, '"');
  jug_trace_json_append_string_member (self->out, "cat", category);
  jug_trace_json_append_string_member (self->out, "name", self->name->str);
  jug_trace_json_append_number_member (self->out, "pid", PID);
  jug_trace_json_append_number_member (self->out, "tid", get_thread (self, task));
}

/* What caused an event; that it then had to queue is seen from its being ready. */
static guint32
get_cause (Writer *self, const JugEvent *event)
{
  guint32 cause = jug_event_get_cause (event);

  if (cause == JUG_NO_EVENT)
    return cause;
  event = jug_trace_get_event (self->trace, cause);
  if (event->kind == JUG_EVENT_CALLBACK_QUEUE &&
      jug_event_get_cause (event) != JUG_NO_EVENT)
    return jug_event_get_cause (event);
  return cause;
}

/* Begins the arguments with those that all records have.  A member may follow. */
static void
begin_args (Writer *self, guint32 index)
{
  const JugEvent *event = jug_trace_get_event (self->trace, index);
  guint32 line = self->lines[event->task];
  guint32 cause = get_cause (self, event);

  g_string_append (self->out, ", \"args\": {\"event\": ");
  jug_number_append (self->out, index, 1);
  jug_trace_json_append_name (self->out, "time");
  jug_number_append_seconds (self->out, event->time_ns);
  jug_trace_json_append_number_member (self->out, "iteration", event->iteration);
  /* The loop itself is in no line; what is outside of any task may print. */
  if (line != 0 && (event->task != JUG_TASK_LOOP || event->kind == JUG_EVENT_PRINT))
    jug_trace_json_append_number_member (self->out, "line", line);
  if (cause == JUG_NO_EVENT)
    return;
  event = jug_trace_get_event (self->trace, cause);
  jug_trace_json_append_name (self->out, "cause");
  g_string_append (self->out, "{\"event\": ");
  jug_number_append (self->out, cause, 1);
  jug_trace_json_append_string_member (self->out, "kind",
                                       jug_event_kind_get_name (event->kind));
  jug_trace_json_append_task_member (self->out, "task", self->trace, event->task);
  g_string_append_c (self->out, '}');
}

static void
append_text (Writer *self, const char *name, guint32 text)
{
  if (text != 0)
    jug_trace_json_append_string_member (self->out, name,
                                         jug_trace_get_string (self->trace, text));
}

static void
end_args (Writer *self)
{
  g_string_append (self->out, "}}");
}

static void
append_slice (Writer *self,
              const char *category,
              guint32 task,
              guint32 begin,
              guint32 end,
              const char *color)
{
  gint64 begin_ns = jug_chrome_clock_read (&self->clock, begin);

  begin_record (self, "X", category, task);
  append_time (self, "ts", begin_ns);
  append_time (self, "dur", jug_chrome_clock_read_far (&self->clock, end) - begin_ns);
  if (color != NULL)
    jug_trace_json_append_string_member (self->out, "cname", color);
  begin_args (self, begin);
}

/* Slices */

/* On the loop's lane: an iteration, and in it what runs or that it waits. */
static void
take_iteration (Writer *self, guint32 index)
{
  guint32 n = self->next_iteration;
  const JugEvent *event = jug_trace_get_event (self->trace, index);

  if (n >= jug_span_index_get_n_iterations (self->index) ||
      jug_span_index_get_iteration (self->index, n) != index)
    return;
  self->next_iteration++;
  g_string_printf (self->name, "iteration %u", event->iteration);
  append_slice (self, "iteration", JUG_TASK_LOOP, index,
                g_array_index (self->plan.iteration_ends, guint32, n), NULL);
  jug_trace_json_append_number_member (self->out, "ready", event->value);
  end_args (self);
}

static void
take_run (Writer *self, guint32 index)
{
  static const char *const categories[] = {
    [JUG_RUN_STEP] = "step",
    [JUG_RUN_CALLBACK] = "callback",
    [JUG_RUN_IDLE] = "idle",
  };
  const JugEvent *event = jug_trace_get_event (self->trace, index);
  const JugRun *run;

  if (self->next_run >= jug_span_index_get_n_runs (self->index))
    return;
  run = jug_span_index_get_run (self->index, self->next_run);
  if (run->begin != index)
    return;
  self->next_run++;
  g_string_truncate (self->name, 0);
  switch ((JugRunKind) run->kind)
    {
    case JUG_RUN_STEP:
      jug_chrome_append_label (&self->names, self->name, run->task);
      break;
    case JUG_RUN_CALLBACK:
      g_string_append (self->name, event->text != 0
                                       ? jug_trace_get_string (self->trace, event->text)
                                       : "callback");
      break;
    case JUG_RUN_IDLE:
      g_string_append (self->name, "idle");
      break;
    }
  append_slice (self, categories[run->kind], JUG_TASK_LOOP, index, run->end, NULL);
  if (run->kind == JUG_RUN_IDLE && event->deadline_ns >= 0)
    {
      jug_trace_json_append_name (self->out, "deadline");
      jug_number_append_seconds (self->out, event->deadline_ns);
    }
  end_args (self);
}

/* On a task's lane: what state it is in. */
static void
take_span (Writer *self, guint32 task, guint32 index)
{
  /* Names that chrome://tracing has colours for. */
  static const char *const colors[] = {
    [JUG_SPAN_READY] = "thread_state_runnable",
    [JUG_SPAN_RUNNING] = "thread_state_running",
    [JUG_SPAN_WAITING] = "thread_state_sleeping",
  };
  static const char *const names[] = {
    [JUG_SPAN_READY] = "ready",
    [JUG_SPAN_RUNNING] = "running",
    [JUG_SPAN_WAITING] = "waiting",
  };
  const JugEvent *event = jug_trace_get_event (self->trace, index);
  guint32 n_spans, span = self->next_spans[task];
  const JugSpan *spans = jug_span_index_get_spans (self->index, task, &n_spans);
  JugSpanState state;

  if (span >= n_spans || spans[span].begin != index)
    return;
  self->next_spans[task]++;
  state = (JugSpanState) spans[span].state;
  if (state == JUG_SPAN_WAITING)
    jug_chrome_name_wait (&self->names, self->name, index);
  else
    g_string_assign (self->name, names[state]);
  append_slice (self, names[state], task, index,
                jug_span_index_get_span_end (self->index, task, span), colors[state]);
  if (event->kind == JUG_EVENT_STEP)
    append_text (self, "throw", event->text);
  end_args (self);
}

/* Flows */

static void
append_flow (Writer *self, const JugChromeFlow *flow, gboolean is_end, guint32 index)
{
  static const char *const names[] = {
    [JUG_CHROME_CREATES] = "creates",
    [JUG_CHROME_WAKES] = "wakes",
    [JUG_CHROME_CANCELS] = "cancels",
  };

  g_string_assign (self->name, names[flow->kind]);
  begin_record (self, is_end ? "f" : "s", "flow",
                is_end ? flow->to_task : flow->from_task);
  append_time (self, "ts", jug_chrome_clock_read_after (&self->clock, index));
  jug_trace_json_append_number_member (self->out, "id", (guint64) flow->to + 1);
  if (is_end)
    /* To the slice in which it ends, not to the one that begins after it. */
    jug_trace_json_append_string_member (self->out, "bp", "e");
  g_string_append_c (self->out, '}');
}

static void
take_flows (Writer *self, guint32 index)
{
  const GArray *flows = self->plan.flows;

  for (; self->next_start < flows->len; self->next_start++)
    {
      guint32 number = g_array_index (self->plan.by_start, guint32, self->next_start);
      const JugChromeFlow *flow = &g_array_index (flows, JugChromeFlow, number);

      if (flow->from != index)
        break;
      append_flow (self, flow, FALSE, index);
    }
  for (; self->next_flow < flows->len; self->next_flow++)
    {
      const JugChromeFlow *flow = &g_array_index (flows, JugChromeFlow, self->next_flow);

      if (flow->to != index)
        break;
      append_flow (self, flow, TRUE, index);
    }
}

/* Instants */

static void
append_instant (Writer *self, const char *category, guint32 task, guint32 index)
{
  begin_record (self, "i", category, task);
  append_time (self, "ts", jug_chrome_clock_read (&self->clock, index));
  jug_trace_json_append_string_member (self->out, "s", "t");
  begin_args (self, index);
}

/* An instant that is named after a text. */
static void
append_text_instant (Writer *self,
                     const char *category,
                     const char *if_none,
                     const char *text,
                     guint32 index)
{
  guint32 task = jug_trace_get_event (self->trace, index)->task;

  g_string_assign (self->name, *text != '\0' ? text : if_none);
  append_instant (self, category, task, index);
  jug_trace_json_append_string_member (self->out, "text", text);
  end_args (self);
}

static void
take_end (Writer *self, const JugEvent *event, guint32 index)
{
  g_autofree char *exception = NULL;

  switch ((JugOutcome) event->detail)
    {
    case JUG_OUTCOME_RESULT:
      g_string_assign (self->name, "done");
      append_instant (self, "done", event->task, index);
      append_text (self, "result", event->text);
      end_args (self);
      return;
    case JUG_OUTCOME_EXCEPTION:
      exception = jug_trace_dup_exception (self->trace, index);
      append_text_instant (self, "exception", "exception", exception, index);
      return;
    case JUG_OUTCOME_CANCELLED:
      append_text_instant (self, "cancelled", "cancelled", "", index);
      return;
    }
}

static void
take_instant (Writer *self, guint32 index)
{
  const JugEvent *event = jug_trace_get_event (self->trace, index);
  const char *text = jug_trace_get_string (self->trace, jug_event_get_text (event));
  g_autofree char *exception = NULL;

  if (event->kind == JUG_EVENT_PRINT)
    append_text_instant (self, "print", "print", text, index);
  else if (event->kind == JUG_EVENT_DONE)
    take_end (self, event, index);
  else if (event->kind == JUG_EVENT_CANCEL)
    {
      g_string_assign (self->name, "cancel()");
      append_instant (self, "cancel", event->task, index);
      jug_trace_json_append_task_member (self->out, "by", self->trace, event->object);
      append_text (self, "message", event->text);
      end_args (self);
    }
  else if (event->kind == JUG_EVENT_EXIT)
    {
      exception = jug_trace_dup_exception (self->trace, index);
      append_text_instant (self, "exception", "exit", exception, index);
    }
  else if (event->kind == JUG_EVENT_REPORT)
    append_text_instant (self, "report", jug_event_get_detail_name (event), text, index);
  else if (event->kind == JUG_EVENT_LIMIT)
    append_text_instant (self, "limit", "limit", text, index);
}

/* The file */

static void
append_metadata (Writer *self, guint32 row, const char *kind)
{
  g_string_append (self->out, ",\n{\"ph\": \"M\"");
  jug_trace_json_append_string_member (self->out, "name", kind);
  jug_trace_json_append_number_member (self->out, "pid", PID);
  jug_trace_json_append_number_member (self->out, "tid", (guint64) row + 1);
  jug_trace_json_append_name (self->out, "args");
}

static void
append_head (Writer *self)
{
  static const char *const keys[] = { JUG_TRACE_PROGRAM, JUG_TRACE_ENGINE,
                                      JUG_TRACE_CLOCK };
  const char *name = jug_trace_get_property (self->trace, JUG_TRACE_PROGRAM);

  g_string_append (self->out, "{\"displayTimeUnit\": \"ms\",\n"
                              "\"otherData\": {\"from\": \"Juggler\"");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (jug_trace_get_property (self->trace, keys[i]) != NULL)
      jug_trace_json_append_string_member (self->out, keys[i],
                                           jug_trace_get_property (self->trace, keys[i]));
  g_string_append (self->out, "},\n\"traceEvents\": [\n"
                              "{\"ph\": \"M\", \"name\": \"process_name\"");
  jug_trace_json_append_number_member (self->out, "pid", PID);
  jug_trace_json_append_number_member (self->out, "tid", 1);
  g_string_append (self->out, ", \"args\": {\"name\": ");
  jug_trace_json_append_string (self->out, name != NULL ? name : "asyncio");
  g_string_append (self->out, "}}");
}

static void
append_thread (Writer *self, guint32 row)
{
  guint32 task = jug_span_index_get_row_task (self->index, row);

  if (task == JUG_TASK_LOOP)
    g_string_assign (self->name, "event loop");
  else
    {
      g_string_truncate (self->name, 0);
      jug_chrome_append_label (&self->names, self->name, task);
    }
  append_metadata (self, row, "thread_name");
  g_string_append (self->out, "{\"name\": ");
  jug_trace_json_append_string (self->out, self->name->str);
  g_string_append (self->out, "}}");
  append_metadata (self, row, "thread_sort_index");
  g_string_append (self->out, "{\"sort_index\": ");
  jug_number_append (self->out, row, 1);
  g_string_append (self->out, "}}");
}

/* In the order of their times. */
static void
append_event (Writer *self, guint32 index)
{
  const JugEvent *event = jug_trace_get_event (self->trace, index);

  if (event->kind == JUG_EVENT_LINE)
    self->lines[event->task] = event->object;
  take_iteration (self, index);
  take_run (self, index);
  if (event->task != JUG_TASK_LOOP)
    take_span (self, event->task, index);
  take_instant (self, index);
  take_flows (self, index);
}

static gboolean
write_all (Writer *self, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  guint32 n_rows = jug_span_index_get_n_rows (self->index);
  guint32 n_events = jug_span_index_get_n_events (self->index);

  append_head (self);
  for (guint32 row = 0; row < n_rows; row++)
    {
      append_thread (self, row);
      if (!jug_trace_json_flush (self->out, JUG_TRACE_JSON_PIECE, stream, cancellable,
                                 error))
        return FALSE;
    }
  for (guint32 i = 0; i < n_events; i++)
    {
      append_event (self, i);
      if (!jug_trace_json_flush (self->out, JUG_TRACE_JSON_PIECE, stream, cancellable,
                                 error))
        return FALSE;
    }
  g_string_append (self->out, "]}\n");
  return jug_trace_json_flush (self->out, 1, stream, cancellable, error);
}

gboolean
jug_trace_chrome_write (JugTrace *trace,
                        JugTaskLabelFunc label,
                        gpointer label_data,
                        GOutputStream *stream,
                        GCancellable *cancellable,
                        GError **error)
{
  Writer self = { .trace = trace };
  gboolean done;

  g_return_val_if_fail (trace != NULL, FALSE);
  g_return_val_if_fail (jug_trace_is_sealed (trace), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  self.index = jug_span_index_new (trace);
  jug_span_index_update (self.index, G_MAXUINT32);
  self.names = (JugChromeNames){ trace, self.index, label, label_data };
  jug_chrome_clock_init (&self.clock, trace);
  jug_chrome_plan_init (&self.plan, self.index);
  self.out = g_string_sized_new (JUG_TRACE_JSON_PIECE + 4096);
  self.name = g_string_new (NULL);
  self.next_spans = g_new0 (guint32, jug_trace_get_n_tasks (trace) + 1);
  self.lines = g_new0 (guint32, jug_trace_get_n_tasks (trace) + 1);

  done = write_all (&self, stream, cancellable, error);

  jug_chrome_plan_clear (&self.plan);
  g_clear_pointer (&self.index, jug_span_index_unref);
  g_string_free (self.out, TRUE);
  g_string_free (self.name, TRUE);
  g_clear_pointer (&self.next_spans, g_free);
  g_clear_pointer (&self.lines, g_free);
  return done;
}
