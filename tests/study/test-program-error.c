/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a program ended, and where. */
#include "jug-program-error.h"

#include "jug-test-trace.h"

static void
add_text (
    JugTestTrace *t, JugEventKind kind, guint32 task, guint detail, const char *text)
{
  JugTrace *trace = jug_test_trace_get_trace (t);

  jug_test_trace_add_event (t, (JugEvent){ .kind = (guint8) kind,
                                           .detail = (guint8) detail,
                                           .task = task,
                                           .text = jug_trace_intern (trace, text),
                                           .cause = JUG_NO_EVENT });
}

static void
add_stderr (JugTestTrace *t, const char *text)
{
  add_text (t, JUG_EVENT_PRINT, JUG_TASK_LOOP, JUG_STREAM_STDERR, text);
}

static void
check (JugTestTrace *t, guint line, const char *message)
{
  g_autoptr (JugTrace) trace = jug_test_trace_finish (t);
  g_autoptr (JugProgramError) error = jug_program_error_find (trace);

  g_assert_nonnull (error);
  g_assert_cmpuint (error->line, ==, line);
  g_assert_cmpstr (error->message, ==, message);
}

static void
check_none (JugTestTrace *t)
{
  g_autoptr (JugTrace) trace = jug_test_trace_finish (t);

  g_assert_null (jug_program_error_find (trace));
}

/* A task fails at line 12, and main, which awaits it at line 20, with it. */
static JugTestTrace *
new_failing (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  guint32 main = jug_test_trace_create (t, "main");
  guint32 child = jug_test_trace_create (t, "child");

  jug_test_trace_step (t, main, NULL);
  jug_test_trace_line (t, 20);
  jug_test_trace_wait (t, JUG_WAIT_TASK, child);
  jug_test_trace_step (t, child, NULL);
  jug_test_trace_line (t, 12);
  jug_test_trace_done (t, JUG_OUTCOME_EXCEPTION, "ValueError");
  jug_test_trace_queue (t, main, NULL, JUG_NO_EVENT);
  jug_test_trace_step (t, main, "ValueError");
  jug_test_trace_done (t, JUG_OUTCOME_EXCEPTION, "ValueError");
  return t;
}

static void
test_ends_well (void)
{
  JugTestTrace *t = jug_test_trace_new ();

  jug_test_trace_step (t, jug_test_trace_create (t, "main"), NULL);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "None");
  check_none (t);
}

static void
test_where_it_was_raised (void)
{
  JugTestTrace *t = new_failing ();

  add_text (t, JUG_EVENT_EXIT, JUG_TASK_LOOP, 0, "ValueError");
  check (t, 12, "ValueError");
}

static void
test_traceback_knows_better (void)
{
  JugTestTrace *t = new_failing ();

  jug_trace_set_property (jug_test_trace_get_trace (t), JUG_TRACE_FILE, "/a/chat.py");
  add_stderr (t, "Traceback (most recent call last):");
  add_stderr (t, "  File \"/a/chat.py\", line 30, in <module>");
  add_stderr (t, "  File \"/a/chat.py\", line 14, in child");
  add_stderr (t, "    int('x')");
  add_stderr (t, "  File \"/usr/lib/python3/something.py\", line 99, in int");
  add_stderr (t, "ValueError: it is no number");
  add_text (t, JUG_EVENT_EXIT, JUG_TASK_LOOP, 0, "ValueError");
  check (t, 14, "ValueError: it is no number");
}

static void
test_other_tracebacks_do_not_matter (void)
{
  JugTestTrace *t = new_failing ();

  jug_trace_set_property (jug_test_trace_get_trace (t), JUG_TRACE_FILE, "/a/chat.py");
  add_stderr (t, "  File \"/a/chat.py\", line 14, in child");
  add_stderr (t, "KeyError: 'logged and forgotten'");
  add_text (t, JUG_EVENT_EXIT, JUG_TASK_LOOP, 0, "ValueError");
  check (t, 12, "ValueError");
}

static void
test_numbers_that_are_none (void)
{
  JugTestTrace *t = new_failing ();

  jug_trace_set_property (jug_test_trace_get_trace (t), JUG_TRACE_FILE, "/a/chat.py");
  add_stderr (t, "  File \"/a/chat.py\", line 99999999999999999999, in child");
  add_stderr (t, "  File \"/a/chat.py\", line x");
  add_stderr (t, "ValueError");
  add_text (t, JUG_EVENT_EXIT, JUG_TASK_LOOP, 0, "ValueError");
  check (t, 12, "ValueError");
}

static void
test_leaving_is_no_error (void)
{
  static const char *const exceptions[] = { "SystemExit", "KeyboardInterrupt" };

  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    {
      JugTestTrace *t = new_failing ();

      add_text (t, JUG_EVENT_EXIT, JUG_TASK_LOOP, 0, exceptions[i]);
      check_none (t);
    }
}

static void
test_deadlock (void)
{
  JugTestTrace *t = new_failing ();

  add_text (t, JUG_EVENT_EXIT, JUG_TASK_LOOP, 0, "deadlock");
  check (t, 0, "Everything waits for something that never comes");
}

static void
fail_to_start (const char *failure,
               const char *line,
               const char *text,
               guint expected,
               const char *message)
{
  JugTestTrace *t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);

  jug_trace_set_property (trace, JUG_TRACE_FAILURE, failure);
  jug_trace_set_property (trace, JUG_TRACE_FAILURE_LINE, line);
  jug_trace_set_property (trace, JUG_TRACE_FAILURE_TEXT, text);
  check (t, expected, message);
}

static void
test_did_not_start (void)
{
  fail_to_start ("syntax", "3", "expected ':'", 3, "Syntax error: expected ':'");
  fail_to_start ("syntax", "-3", "expected ':'", 0, "Syntax error: expected ':'");
  fail_to_start ("syntax", "", "", 0, "Syntax error: syntax");
  fail_to_start ("missing-module", "2", "No module named 'x'", 2, "No module named 'x'");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                              \
  g_test_add_func ("/juggler/study/program-error/" path, function)
  ADD ("ends-well", test_ends_well);
  ADD ("where-it-was-raised", test_where_it_was_raised);
  ADD ("traceback-knows-better", test_traceback_knows_better);
  ADD ("other-tracebacks-do-not-matter", test_other_tracebacks_do_not_matter);
  ADD ("numbers-that-are-none", test_numbers_that_are_none);
  ADD ("leaving-is-no-error", test_leaving_is_no_error);
  ADD ("deadlock", test_deadlock);
  ADD ("did-not-start", test_did_not_start);
#undef ADD
  return g_test_run ();
}
