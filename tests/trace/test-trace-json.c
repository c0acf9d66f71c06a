/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of traces as JSON, which Python reads. */
#include "jug-test-trace.h"
#include "jug-trace-json.h"

#include <string.h>

static GBytes *
write_json (JugTrace *trace)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (jug_trace_json_write (trace, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* What a Python program prints that has read the JSON as `d`; NULL if there is no
 * Python. */
static char *
ask_python (JugTrace *trace, const char *program)
{
  g_autofree char *python = g_find_program_in_path ("python3");
  g_autofree char *script = g_strconcat ("import json, sys\n"
                                         "sys.stdout.reconfigure(encoding='utf-8')\n"
                                         "d = json.loads(sys.stdin.buffer.read())\n",
                                         program, NULL);
  g_autoptr (GBytes) json = write_json (trace);
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  if (python == NULL)
    {
      g_test_skip ("there is no python3");
      return NULL;
    }
  process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                        &error, python, "-c", script, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, json, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
}

static void
test_holds_all_of_a_trace (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_every_kind ();
  g_autofree char *output = NULL;
  g_autoptr (GString) expected = g_string_new ("juggler-trace 1 every kind\n");

  output =
      ask_python (trace, "print(d['format'], d['version'], d['properties']['program'])\n"
                         "for t in d['tasks']:\n"
                         "    print(t['task'], t['label'], t['own_name'], t['ended'])\n"
                         "for e in d['events']:\n"
                         "    print(e['index'], e['iteration'], round(e['time'] * 1e9),\n"
                         "          e['kind'], e['task'], e.get('text', ''),\n"
                         "          e.get('cause', -1))\n");
  if (output == NULL)
    return;

  for (guint32 i = 1; i <= jug_trace_get_n_tasks (trace); i++)
    {
      const JugTraceTask *task = jug_trace_get_task (trace, i);
      g_autofree char *label = jug_trace_dup_task_label (trace, i);

      g_string_append_printf (
          expected, "%u %s %s %u\n", i, label,
          task->own_name != 0 ? jug_trace_get_string (trace, task->own_name) : "None",
          task->end_event);
    }
  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);
      g_autofree char *label = jug_trace_dup_task_label (trace, event->task);

      g_string_append_printf (expected, "%u %u %" G_GINT64_FORMAT " %s %s %s %d\n", i,
                              event->iteration, event->time_ns,
                              jug_event_kind_get_name (event->kind), label,
                              jug_trace_get_string (trace, jug_event_get_text (event)),
                              (gint32) jug_event_get_cause (event));
    }
  g_assert_cmpstr (output, ==, expected->str);
}

/* One line per event, so that a person can read it and a program can take it line by
 * line. */
static void
test_has_an_event_in_a_line (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);
  g_autoptr (GBytes) json = write_json (trace);
  g_autofree char *text =
      g_strndup (g_bytes_get_data (json, NULL), g_bytes_get_size (json));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_events = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n_events += g_str_has_prefix (lines[i], "{\"index\": ");
  g_assert_cmpuint (n_events, ==, jug_trace_get_n_events (trace));
}

static void
test_escapes_strings (void)
{
  const struct
  {
    const char *text;
    const char *json;
  } rows[] = {
    { "", "\"\"" },
    { "hello", "\"hello\"" },
    { "a \"b\" c", "\"a \\\"b\\\" c\"" },
    { "C:\\x\\", "\"C:\\\\x\\\\\"" },
    { "a\nb\tc", "\"a\\nb\\u0009c\"" },
    { "\x01\x1f\x7f", "\"\\u0001\\u001f\\u007f\"" },
    { "é “…” 🤹", "\"é “…” 🤹\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) out = g_string_new ("x");

      jug_trace_json_append_string (out, rows[i].text);
      g_assert_cmpstr (out->str + 1, ==, rows[i].json);
    }
}

/* After two tasks were created. */
static void
test_says_what_each_kind_has (void)
{
  const struct
  {
    JugEvent event;
    const char *text;
    const char *members;
  } rows[] = {
    { { .kind = 1, .task = 3, .object = 2, .detail = 1, .cause = JUG_NO_EVENT },
      "f",
      "\"kind\": \"task-create\", \"task\": \"f-1\", \"parent\": \"g-1\", \"eager\": "
      "true, "
      "\"text\": \"f\"" },
    { { .kind = 3, .task = 1, .detail = 1, .object = 2, .cause = 3 },
      NULL,
      "\"kind\": \"wait\", \"task\": \"main-1\", \"awaits\": \"g-1\", \"wait\": "
      "\"task\", "
      "\"cause\": 3" },
    { { .kind = 3, .task = 1, .detail = 2, .object = 9, .cause = JUG_NO_EVENT },
      NULL,
      "\"kind\": \"wait\", \"task\": \"main-1\", \"object\": 9, \"wait\": \"future\"" },
    { { .kind = 5, .task = 1, .cause = JUG_NO_EVENT },
      NULL,
      "\"kind\": \"cancel\", \"task\": \"main-1\", \"by\": \"loop\"" },
    { { .kind = 6, .task = 1, .cause = JUG_NO_EVENT },
      NULL,
      "\"kind\": \"print\", \"task\": \"main-1\", \"text\": \"\"" },
    { { .kind = JUG_EVENT_POLL, .deadline_ns = -1 },
      NULL,
      "\"kind\": \"poll\", \"task\": \"loop\", \"deadline\": null" },
    { { .kind = JUG_EVENT_TIMER_ARM, .object = 4, .task = 2, .deadline_ns = -1500000000 },
      NULL,
      "\"kind\": \"timer-arm\", \"task\": \"g-1\", \"object\": 4, \"deadline\": "
      "-1.500000000" },
    { { .kind = JUG_EVENT_LINE, .task = 2, .object = 12, .extra = 120 },
      NULL,
      "\"kind\": \"line\", \"task\": \"g-1\", \"line\": 12, \"native_line\": 120" },
    { { .kind = JUG_EVENT_SYNC_CREATE, .task = 2, .object = 5, .detail = 5, .extra = 10 },
      "jobs",
      "\"kind\": \"sync-create\", \"task\": \"g-1\", \"object\": 5, \"primitive\": "
      "\"queue\", "
      "\"text\": \"jobs\", \"capacity\": 10" },
    { { .kind = JUG_EVENT_INTERVENTION, .object = 1, .cause = JUG_NO_EVENT },
      NULL,
      "\"kind\": \"intervention\", \"task\": \"loop\", \"entry\": 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JugTestTrace) writer = jug_test_trace_new ();
      JugTrace *trace = jug_test_trace_get_trace (writer);
      g_autoptr (GString) out = g_string_new (NULL);
      g_autofree char *expected = NULL;
      JugEvent event = rows[i].event;
      guint32 index;

      jug_test_trace_create (writer, "main");
      jug_test_trace_create (writer, "g");
      if (rows[i].text != NULL)
        event.text = jug_trace_intern (trace, rows[i].text);
      event.time_ns = 250000001;
      event.iteration = 6;
      index = jug_trace_append (trace, &event);
      jug_trace_json_append_event (out, trace, index);

      expected =
          g_strdup_printf ("{\"index\": %u, \"time\": 0.250000001, \"iteration\": 6, "
                           "\"loop\": 0, \"thread\": 0, %s}",
                           index, rows[i].members);
      g_assert_cmpstr (out->str, ==, expected);
    }
}

static void
test_is_json_without_events (void)
{
  g_autoptr (JugTrace) trace = jug_trace_new ();
  g_autofree char *output = ask_python (trace, "print(d)");

  if (output != NULL)
    g_assert_cmpstr (output, ==,
                     "{'format': 'juggler-trace', 'version': 1, 'properties': {}, "
                     "'tasks': [], 'events': []}\n");
}

static void
test_stops_when_cancelled (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (2);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (jug_trace_json_write (trace, stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/trace/trace-json/holds-all-of-a-trace",
                   test_holds_all_of_a_trace);
  g_test_add_func ("/juggler/trace/trace-json/has-an-event-in-a-line",
                   test_has_an_event_in_a_line);
  g_test_add_func ("/juggler/trace/trace-json/escapes-strings", test_escapes_strings);
  g_test_add_func ("/juggler/trace/trace-json/says-what-each-kind-has",
                   test_says_what_each_kind_has);
  g_test_add_func ("/juggler/trace/trace-json/is-json-without-events",
                   test_is_json_without_events);
  g_test_add_func ("/juggler/trace/trace-json/stops-when-cancelled",
                   test_stops_when_cancelled);
  return g_test_run ();
}
