/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a lesson program is, and what it can do besides awaiting: print, block, say its
 * line. */
#include "jug-program.h"

#include <string.h>

#include "jug-program-private.h"
#include "jug-task-scheduler.h"

static void
record_line (JugLoop *loop, const char *text)
{
  jug_loop_record (
      loop, .kind = JUG_EVENT_PRINT, .task = JUG_LOOP_FRONT (loop)->current_task,
      .text = jug_loop_intern (loop, text), .cause = JUG_LOOP_FRONT (loop)->activity);
}

static gboolean
run_module (const JugProgram *program, GError **error)
{
  JugScope scope;

  jug_scope_push (&scope);
  if (setjmp (scope.base.env) == 0)
    program->module ();
  return jug_scope_pop (&scope, error);
}

/* The last lines of the event log: what was printed without a newline, and how it all
 * ended. */
static void
record_end (JugLoop *loop, JugProgramRun *run, const GError *error)
{
  const char *name = NULL;

  if (run->partial->len > 0)
    record_line (loop, run->partial->str);
  if (g_error_matches (error, JUG_RUN_ERROR, JUG_RUN_ERROR_LIMIT) ||
      g_error_matches (error, JUG_RUN_ERROR, JUG_RUN_ERROR_INTERRUPTED))
    {
      jug_loop_record (loop, .kind = JUG_EVENT_LIMIT,
                       .text = jug_loop_intern (loop, error->message));
      return;
    }
  if (g_error_matches (error, JUG_RUN_ERROR, JUG_RUN_ERROR_DEADLOCK))
    name = "deadlock";
  else if (error)
    {
      name = jug_exception_get_name (error);
      jug_exception_record (error, loop, JUG_TASK_LOOP);
    }
  if (name)
    jug_loop_record (loop, .kind = JUG_EVENT_EXIT, .text = jug_loop_intern (loop, name));
}

/**
 * jug_program_run:
 * @program: a program
 * @loop: a fresh loop
 * @values: (nullable): values of its parameters in their order, or %NULL for the defaults
 * @error: the exception that ended the program, or a #JugRunError
 *
 * Runs the program's module level, and with it everything, on the calling thread.
 * Tasks that are still pending then are reported.  Whatever happens afterwards on @loop
 * (freeing what a deadlock left) is not recorded.
 *
 * Returns: whether it ended well
 */
gboolean
jug_program_run (const JugProgram *program,
                 JugLoop *loop,
                 const double *values,
                 GError **error)
{
  JugLoop *previous = jug_loop_set_current (loop);
  JugProgramRun run = { .program = program, .values = values };
  GError *own = NULL;

  run.partial = g_string_new (NULL);
  run.texts = g_string_chunk_new (256);
  JUG_LOOP_FRONT (loop)->program = &run;

  run_module (program, &own);

  record_end (loop, &run, own);
  /* A run that was cut short is one that Python would still be busy with. */
  if (!own || own->domain != JUG_RUN_ERROR)
    jug_task_report_pending (loop);
  jug_loop_stop_recording (loop);
  if (JUG_LOOP_FRONT (loop)->free_tasks)
    {
      JUG_LOOP_FRONT (loop)->free_tasks (JUG_LOOP_FRONT (loop)->tasks);
      JUG_LOOP_FRONT (loop)->free_tasks = NULL;
      JUG_LOOP_FRONT (loop)->tasks = NULL;
    }
  JUG_LOOP_FRONT (loop)->program = NULL;
  g_string_free (run.partial, TRUE);
  g_string_chunk_free (run.texts);
  jug_loop_set_current (previous);
  if (own)
    g_propagate_error (error, own);
  return own == NULL;
}

/* The run on this thread. */
static JugProgramRun *
get_run (void)
{
  return JUG_LOOP_FRONT (jug_loop_get_current ())->program;
}

/**
 * jug_program_get_parameter:
 * @name: a parameter of the program that runs
 *
 * Returns: its value in this run
 */
double
jug_program_get_parameter (const char *name)
{
  JugProgramRun *run = get_run ();

  for (guint i = 0; i < run->program->n_parameters; i++)
    if (g_str_equal (run->program->parameters[i].name, name))
      return run->values ? run->values[i] : run->program->parameters[i].value;
  g_error ("%s has no parameter %s", run->program->id, name);
}

/**
 * jug_program_write:
 * @text: what to write to standard output
 *
 * Each line that it completes is an event, by the task that completed it; the rest waits
 * for its newline, or the end of the program.
 */
void
jug_program_write (const char *text)
{
  JugLoop *loop = jug_loop_get_current ();
  GString *partial = get_run ()->partial;
  const char *newline;

  for (; (newline = strchr (text, '\n')); text = newline + 1)
    {
      g_string_append_len (partial, text, newline - text);
      record_line (loop, partial->str);
      g_string_truncate (partial, 0);
    }
  g_string_append (partial, text);
}

/**
 * jug_program_block:
 * @seconds: how long
 *
 * `time.sleep`: blocks the whole loop.
 */
void
jug_program_block (double seconds)
{
  jug_loop_block (jug_loop_get_current (), jug_clock_seconds_to_ns (seconds));
}

/**
 * jug_program_mark_line:
 * @line: a line of the Python program
 * @native_line: the line of its native twin that stands for it
 *
 * Says that it is about to run.
 */
void
jug_program_mark_line (guint line, guint native_line)
{
  JugLoop *loop = jug_loop_get_current ();

  jug_loop_record (loop, .kind = JUG_EVENT_LINE,
                   .task = JUG_LOOP_FRONT (loop)->current_task, .object = line,
                   .extra = native_line);
}

/**
 * jug_program_keep_text:
 * @text: (transfer full): a string
 *
 * Returns: (transfer none): the same, which lives until the program ends
 */
const char *
jug_program_keep_text (char *text)
{
  const char *kept = g_string_chunk_insert (get_run ()->texts, text);

  g_free (text);
  return kept;
}
