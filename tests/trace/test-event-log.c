/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the event log. */
#include "jug-event-log.h"
#include "jug-test-trace.h"

/* CPython's own log of the program that the trace imitates, at virtual time. */
static const char gather_log[] = "0.000000 0 create main-1 by loop\n"
                                 "0.000000 1 step main-1\n"
                                 "0.000000 1 create hello-1 by main-1\n"
                                 "0.000000 1 create hello-2 by main-1\n"
                                 "0.000000 1 wait main-1 future\n"
                                 "0.000000 2 step hello-1\n"
                                 "0.000000 2 print hello-1 hello 1\n"
                                 "0.000000 2 wait hello-1 future\n"
                                 "0.000000 2 step hello-2\n"
                                 "0.000000 2 print hello-2 hello 2\n"
                                 "0.000000 2 wait hello-2 future\n"
                                 "1.000000 4 step hello-1\n"
                                 "1.000000 4 print hello-1 bye 1\n"
                                 "1.000000 4 done hello-1 result\n"
                                 "2.000000 7 step hello-2\n"
                                 "2.000000 7 print hello-2 bye 2\n"
                                 "2.000000 7 done hello-2 result\n"
                                 "2.000000 9 step main-1\n"
                                 "2.000000 9 done main-1 result\n";

static void
test_is_that_of_a_run (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (2);
  g_autofree char *log = jug_event_log_to_string (trace);

  g_assert_cmpstr (log, ==, gather_log);
}

/* After main-1, child-1 and child-2 were created, at 1.5 seconds in iteration 12. */
static const struct
{
  const char *name;
  JugEvent event;
  const char *text;
  const char *line; /* NULL if there is none */
} lines[] = {
  { "create",
    { .kind = 1, .task = 4, .object = 2 },
    "child",
    "create child-3 by child-1" },
  { "create-by-loop", { .kind = 1, .task = 4 }, "f", "create f-1 by loop" },
  { "create-eager",
    { .kind = 1, .task = 4, .object = 1, .detail = 1 },
    "child",
    "create child-3 by main-1" },
  { "step", { .kind = 2, .task = 3 }, NULL, "step child-2" },
  { "step-throw", { .kind = 2, .task = 3 }, "KeyError", "step child-2 throw KeyError" },
  { "wait-yield", { .kind = 3, .task = 1 }, NULL, "wait main-1 yield" },
  { "wait-task",
    { .kind = 3, .task = 1, .detail = JUG_WAIT_TASK, .object = 3 },
    NULL,
    "wait main-1 task child-2" },
  { "wait-future",
    { .kind = 3, .task = 1, .detail = JUG_WAIT_FUTURE, .object = 3 },
    NULL,
    "wait main-1 future" },
  { "done-result", { .kind = 4, .task = 2 }, "42", "done child-1 result" },
  { "done-exception",
    { .kind = 4, .task = 2, .detail = JUG_OUTCOME_EXCEPTION },
    "ValueError",
    "done child-1 exception ValueError" },
  { "done-cancelled",
    { .kind = 4, .task = 2, .detail = JUG_OUTCOME_CANCELLED },
    "CancelledError",
    "done child-1 cancelled" },
  { "cancel", { .kind = 5, .task = 2, .object = 1 }, "why", "cancel child-1 by main-1" },
  { "cancel-by-loop", { .kind = 5, .task = 2 }, NULL, "cancel child-1 by loop" },
  { "print", { .kind = 6, .task = 1 }, "  two  words ", "print main-1   two  words " },
  { "print-nothing", { .kind = 6, .task = 1 }, "", "print main-1" },
  { "print-by-loop", { .kind = 6 }, "x", "print loop x" },
  { "exit", { .kind = 7 }, "deadlock", "exit program deadlock" },
  { "no-line-of-an-iteration", { .kind = JUG_EVENT_ITERATION }, NULL, NULL },
  { "no-line-of-a-callback", { .kind = JUG_EVENT_CALLBACK_RUN }, "x", NULL },
};

static void
test_writes (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (JugTestTrace) writer = jug_test_trace_new ();
  g_autoptr (GString) out = g_string_new ("before\n");
  g_autofree char *expected = NULL;
  JugTrace *trace = jug_test_trace_get_trace (writer);
  JugEvent event = lines[row].event;
  gboolean written;

  jug_test_trace_create (writer, "main");
  jug_test_trace_create (writer, "child");
  jug_test_trace_create (writer, "child");
  event.time_ns = G_GINT64_CONSTANT (1500000000);
  event.iteration = 12;
  event.cause = JUG_NO_EVENT;
  event.text = jug_trace_intern (trace, lines[row].text);

  written = jug_event_log_append_line (out, trace, jug_trace_append (trace, &event));

  g_assert_cmpint (written, ==, lines[row].line != NULL);
  expected = written ? g_strdup_printf ("before\n1.500000 12 %s\n", lines[row].line)
                     : g_strdup ("before\n");
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_rounds_to_microseconds (void)
{
  const struct
  {
    gint64 time_ns;
    const char *line;
  } rows[] = {
    { 0, "0.000000 0 exit program\n" },
    { 499, "0.000000 0 exit program\n" },
    { 500, "0.000001 0 exit program\n" },
    { 999999499, "0.999999 0 exit program\n" },
    { 999999500, "1.000000 0 exit program\n" },
    { 10000000000, "10.000000 0 exit program\n" },
    { JUG_EVENT_MAX_TIME_NS, "4611686018.427388 0 exit program\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JugTrace) trace = jug_trace_new ();
      g_autofree char *log = NULL;
      JugEvent event = { .kind = JUG_EVENT_EXIT, .cause = JUG_NO_EVENT };

      event.time_ns = rows[i].time_ns;
      jug_trace_append (trace, &event);
      log = jug_event_log_to_string (trace);
      g_assert_cmpstr (log, ==, rows[i].line);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/trace/event-log/is-that-of-a-run", test_is_that_of_a_run);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *path =
          g_strconcat ("/juggler/trace/event-log/writes-", lines[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_writes);
    }
  g_test_add_func ("/juggler/trace/event-log/rounds-to-microseconds",
                   test_rounds_to_microseconds);
  return g_test_run ();
}
