/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trace as JSON, for programs that are not Juggler. */
#include "jug-trace-json.h"

#include "jug-event-private.h"
#include "jug-number-private.h"
#include "jug-trace-json-private.h"

/* The member names of what the kinds of events hold; NULL where they hold nothing. */
typedef struct
{
  const char *detail;
  const char *object;
  const char *extra;
} Members;

static const Members members[JUG_EVENT_N_KINDS] = {
  [JUG_EVENT_TASK_CREATE] = { "eager", "parent", NULL },
  [JUG_EVENT_STEP] = { NULL, "object", NULL },
  [JUG_EVENT_WAIT] = { "wait", "object", NULL },
  [JUG_EVENT_DONE] = { "outcome", NULL, NULL },
  [JUG_EVENT_CANCEL] = { NULL, "by", NULL },
  [JUG_EVENT_PRINT] = { "stream", NULL, NULL },
  [JUG_EVENT_CALLBACK_QUEUE] = { NULL, "object", NULL },
  [JUG_EVENT_CALLBACK_RUN] = { NULL, "object", NULL },
  [JUG_EVENT_CALLBACK_END] = { NULL, "object", NULL },
  [JUG_EVENT_CALLBACK_CANCEL] = { NULL, "object", NULL },
  [JUG_EVENT_TIMER_ARM] = { "purpose", "object", NULL },
  [JUG_EVENT_TIMER_FIRE] = { "tie", "object", NULL },
  [JUG_EVENT_TIMER_CANCEL] = { NULL, "object", NULL },
  [JUG_EVENT_FUTURE_CREATE] = { "purpose", "object", "owner" },
  [JUG_EVENT_FUTURE_DONE] = { "outcome", "object", NULL },
  [JUG_EVENT_FUTURE_CHILD] = { NULL, "object", NULL },
  [JUG_EVENT_UNORDERED] = { "what", NULL, NULL },
  [JUG_EVENT_SYNC_CREATE] = { "primitive", "object", "capacity" },
  [JUG_EVENT_SYNC] = { "operation", "object", NULL },
  [JUG_EVENT_IO_START] = { NULL, "object", NULL },
  [JUG_EVENT_IO_DONE] = { "outcome", "object", NULL },
  [JUG_EVENT_LINE] = { NULL, "line", "native_line" },
  [JUG_EVENT_REPORT] = { "report", "object", NULL },
  [JUG_EVENT_INTERVENTION] = { NULL, "entry", NULL },
  [JUG_EVENT_IO_DATA] = { NULL, "object", NULL },
  [JUG_EVENT_LOCALS] = { NULL, "frame", NULL },
};

void
jug_trace_json_append_string (GString *out, const char *string)
{
  const char *start = string;

  g_return_if_fail (out != NULL);
  g_return_if_fail (string != NULL);

  g_string_append_c (out, '"');
  for (; *string != '\0'; string++)
    {
      guchar c = (guchar) *string;

      if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
        continue;
      g_string_append_len (out, start, string - start);
      start = string + 1;
      if (c == '\n')
        g_string_append (out, "\\n");
      else if (c == '"' || c == '\\')
        g_string_append_printf (out, "\\%c", c);
      else
        g_string_append_printf (out, "\\u%04x", c);
    }
  g_string_append_len (out, start, string - start);
  g_string_append_c (out, '"');
}

/* Begins a member that is not the first of its object. */
void
jug_trace_json_append_name (GString *out, const char *name)
{
  g_string_append (out, ", \"");
  g_string_append (out, name);
  g_string_append (out, "\": ");
}

void
jug_trace_json_append_number_member (GString *out, const char *name, guint64 number)
{
  jug_trace_json_append_name (out, name);
  jug_number_append (out, number, 1);
}

void
jug_trace_json_append_string_member (GString *out, const char *name, const char *string)
{
  jug_trace_json_append_name (out, name);
  jug_trace_json_append_string (out, string);
}

void
jug_trace_json_append_task_member (GString *out,
                                   const char *name,
                                   JugTrace *trace,
                                   guint32 task)
{
  const JugTraceTask *known;

  jug_trace_json_append_name (out, name);
  if (task == JUG_TASK_LOOP)
    {
      g_string_append (out, "\"loop\"");
      return;
    }
  known = jug_trace_get_task (trace, task);
  jug_trace_json_append_string (out, jug_trace_get_string (trace, known->name));
  /* The number belongs inside the quotation marks. */
  g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '-');
  jug_number_append (out, known->ordinal, 1);
  g_string_append_c (out, '"');
}

/* The object of an event may be a task, whose label says more than its number. */
static void
append_object (GString *out, JugTrace *trace, const JugEvent *event, const char *name)
{
  if (event->kind == JUG_EVENT_TASK_CREATE || event->kind == JUG_EVENT_CANCEL)
    jug_trace_json_append_task_member (out, name, trace, event->object);
  else if (event->kind == JUG_EVENT_WAIT && event->detail == JUG_WAIT_TASK)
    jug_trace_json_append_task_member (out, "awaits", trace, event->object);
  else if (event->object != 0)
    jug_trace_json_append_number_member (out, name, event->object);
}

static void
append_detail (GString *out, const JugEvent *event, const char *name)
{
  if (event->kind == JUG_EVENT_TIMER_ARM && event->detail == JUG_TIMER_WAKES)
    return; /* as most do */
  if (event->kind != JUG_EVENT_TASK_CREATE && event->kind != JUG_EVENT_TIMER_FIRE)
    {
      jug_trace_json_append_string_member (out, name, jug_event_get_detail_name (event));
      return;
    }
  jug_trace_json_append_name (out, name);
  g_string_append (out, event->detail != 0 ? "true" : "false");
}

/* What stands in the fields that share a place. */
static void
append_shared_fields (GString *out,
                      JugTrace *trace,
                      const JugEvent *event,
                      const char *extra)
{
  JugEventShape shape = jug_event_kind_get_shape (event->kind);

  if ((shape & JUG_EVENT_HAS_TEXT) &&
      (event->text != 0 || event->kind == JUG_EVENT_PRINT))
    jug_trace_json_append_string_member (out, "text",
                                         jug_trace_get_string (trace, event->text));
  if (shape & JUG_EVENT_HAS_VALUE)
    jug_trace_json_append_number_member (out, "value", event->value);
  if ((shape & JUG_EVENT_HAS_EXTRA) && event->extra != 0)
    jug_trace_json_append_number_member (out, extra, event->extra);
  if ((shape & JUG_EVENT_HAS_CAUSE) && event->cause != JUG_NO_EVENT)
    jug_trace_json_append_number_member (out, "cause", event->cause);
  if (shape & JUG_EVENT_HAS_DEADLINE)
    {
      jug_trace_json_append_name (out, "deadline");
      if (event->kind == JUG_EVENT_POLL && event->deadline_ns == -1)
        g_string_append (out, "null");
      else
        jug_number_append_seconds (out, event->deadline_ns);
    }
}

void
jug_trace_json_append_event (GString *out, JugTrace *trace, guint32 index)
{
  const JugEvent *event;
  const Members *names;

  g_return_if_fail (out != NULL);
  g_return_if_fail (trace != NULL);

  event = jug_trace_get_event (trace, index);
  g_return_if_fail (event != NULL);
  names = &members[event->kind];

  g_string_append (out, "{\"index\": ");
  jug_number_append (out, index, 1);
  jug_trace_json_append_name (out, "time");
  jug_number_append_seconds (out, event->time_ns);
  jug_trace_json_append_number_member (out, "iteration", event->iteration);
  jug_trace_json_append_number_member (out, "loop", event->loop);
  jug_trace_json_append_number_member (out, "thread", event->thread);
  jug_trace_json_append_string_member (out, "kind",
                                       jug_event_kind_get_name (event->kind));
  jug_trace_json_append_task_member (out, "task", trace, event->task);
  if (names->object != NULL)
    append_object (out, trace, event, names->object);
  /* Nearly all lines are standard output. */
  if (names->detail != NULL && (event->kind != JUG_EVENT_PRINT || event->detail != 0))
    append_detail (out, event, names->detail);
  append_shared_fields (out, trace, event, names->extra);
  g_string_append_c (out, '}');
}

static void
append_task (GString *out, JugTrace *trace, guint32 task)
{
  const JugTraceTask *known = jug_trace_get_task (trace, task);

  g_string_append (out, "{\"task\": ");
  jug_number_append (out, task, 1);
  jug_trace_json_append_task_member (out, "label", trace, task);
  jug_trace_json_append_string_member (out, "name",
                                       jug_trace_get_string (trace, known->name));
  jug_trace_json_append_number_member (out, "ordinal", known->ordinal);
  jug_trace_json_append_name (out, "own_name");
  if (known->own_name != 0)
    jug_trace_json_append_string (out, jug_trace_get_string (trace, known->own_name));
  else
    g_string_append (out, "null");
  jug_trace_json_append_task_member (out, "parent", trace, known->parent);
  jug_trace_json_append_number_member (out, "created", known->create_event);
  jug_trace_json_append_name (out, "ended");
  if (known->end_event != JUG_NO_EVENT)
    jug_number_append (out, known->end_event, 1);
  else
    g_string_append (out, "null");
  g_string_append_c (out, '}');
}

static void
append_properties (GString *out, JugTrace *trace)
{
  g_auto (GStrv) keys = jug_trace_dup_property_keys (trace);

  g_string_append (out, "\"properties\": {");
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const char *value = jug_trace_get_property (trace, keys[i]);

      g_string_append (out, i == 0 ? "\n" : ",\n");
      jug_trace_json_append_string (out, keys[i]);
      g_string_append (out, ": ");
      jug_trace_json_append_string (out, value != NULL ? value : "");
    }
  g_string_append (out, "},\n");
}

/* Writes what has been gathered if that is enough, or all of it at the end. */
gboolean
jug_trace_json_flush (GString *out,
                      gsize enough,
                      GOutputStream *stream,
                      GCancellable *cancellable,
                      GError **error)
{
  if (out->len < enough)
    return TRUE;
  /* Not every stream looks. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!g_output_stream_write_all (stream, out->str, out->len, NULL, cancellable, error))
    return FALSE;
  g_string_truncate (out, 0);
  return TRUE;
}

gboolean
jug_trace_json_write (JugTrace *trace,
                      GOutputStream *stream,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GString) out = NULL;
  guint32 n_events, n_tasks;

  g_return_val_if_fail (trace != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  /* The tasks second: so every task that an event names is among them. */
  n_events = jug_trace_get_n_events (trace);
  n_tasks = jug_trace_get_n_tasks (trace);

  out = g_string_sized_new (JUG_TRACE_JSON_PIECE + 4096);
  g_string_append (out, "{\"format\": \"juggler-trace\",\n\"version\": 1,\n");
  append_properties (out, trace);
  g_string_append (out, "\"tasks\": [");
  for (guint32 i = 1; i <= n_tasks; i++)
    {
      g_string_append (out, i == 1 ? "\n" : ",\n");
      append_task (out, trace, i);
      if (!jug_trace_json_flush (out, JUG_TRACE_JSON_PIECE, stream, cancellable, error))
        return FALSE;
    }
  g_string_append (out, "],\n\"events\": [");
  for (guint32 i = 0; i < n_events; i++)
    {
      g_string_append (out, i == 0 ? "\n" : ",\n");
      jug_trace_json_append_event (out, trace, i);
      if (!jug_trace_json_flush (out, JUG_TRACE_JSON_PIECE, stream, cancellable, error))
        return FALSE;
    }
  g_string_append (out, "]}\n");
  return jug_trace_json_flush (out, 1, stream, cancellable, error);
}
