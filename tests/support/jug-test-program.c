/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests that are programs: what they print, their event log, what gets reported. */
#include "jug-test-program.h"

#include "jug-event-log.h"

/* When and after how many iterations it was over. */
typedef struct
{
  gint64 time_ns;
  guint32 iteration;
} End;

static End
run (void (*module) (void), JugTrace *trace)
{
  const JugProgram program = { .id = "test", .module = module };
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (JugLoop) loop = jug_loop_new (context, jug_clock_new_virtual (), trace);

  jug_program_run (&program, loop, NULL, NULL);
  return (End){ jug_loop_get_time (loop), jug_loop_get_iteration (loop) };
}

/**
 * jug_test_program_record:
 * @module: a program's module level
 *
 * Returns: (transfer full): the trace of a run under virtual time
 */
JugTrace *
jug_test_program_record (void (*module) (void))
{
  JugTrace *trace = jug_trace_new ();

  run (module, trace);
  return trace;
}

/**
 * jug_test_program_get_lines:
 * @trace: a trace
 * @kind: a kind of event that has a text
 *
 * Returns: (transfer full): the texts of its events of that kind, a line each
 */
char *
jug_test_program_get_lines (JugTrace *trace, JugEventKind kind)
{
  GString *lines = g_string_new (NULL);

  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);

      if (event->kind == kind)
        g_string_append_printf (lines, "%s\n", jug_trace_get_string (trace, event->text));
    }
  return g_string_free (lines, FALSE);
}

static void
compare (const char *what, const char *expected, char *actual)
{
  if (expected && !g_str_equal (expected, actual))
    {
      g_auto (GStrv) a = g_strsplit (expected, "\n", -1);
      g_auto (GStrv) b = g_strsplit (actual, "\n", -1);
      guint i = 0;

      while (a[i] && b[i] && g_str_equal (a[i], b[i]))
        g_test_message ("  %s", a[i++]);
      g_test_message ("- %s", a[i] ? a[i] : "(the end)");
      g_test_message ("+ %s", b[i] ? b[i] : "(the end)");
      g_test_fail_printf ("another %s was expected", what);
    }
  g_free (actual);
}

static void
test_program (gconstpointer data)
{
  const JugTestProgram *self = data;
  g_autoptr (JugTrace) trace = jug_trace_new ();
  End recorded = run (self->module, trace);
  End unrecorded = run (self->module, NULL);

  compare ("output", self->printed, jug_test_program_get_lines (trace, JUG_EVENT_PRINT));
  compare ("event log", self->log, jug_event_log_to_string (trace));
  compare ("report", self->reported,
           jug_test_program_get_lines (trace, JUG_EVENT_REPORT));

  /* Nothing may depend on being recorded. */
  g_assert_cmpint (unrecorded.time_ns, ==, recorded.time_ns);
  g_assert_cmpuint (unrecorded.iteration, ==, recorded.iteration);
}

/**
 * jug_test_program_add_all:
 * @path: /juggler/FOLDER/FILE
 * @programs: (array length=n_programs): the programs, which must last
 * @n_programs: how many
 *
 * Adds a test of each.
 */
void
jug_test_program_add_all (const char *path,
                          const JugTestProgram *programs,
                          guint n_programs)
{
  for (guint i = 0; i < n_programs; i++)
    {
      g_autofree char *full = g_strconcat (path, "/", programs[i].name, NULL);

      g_test_add_data_func (full, &programs[i], test_program);
    }
}
