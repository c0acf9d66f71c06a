/* SPDX-License-Identifier: GPL-3.0-or-later */
/* juggler run, of what Python runs. */
#include "jug-cli-python-private.h"

#include "jug-cli-private.h"
#include "jug-python-run.h"
#include "jug-sandbox.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

enum
{
  SIGNAL_STATUS = 128, /* as shells have it */
};

/* A signal handler has nothing else to tell it to. */
static volatile sig_atomic_t n_interrupts;

/* Ctrl+C at a terminal goes to the program as well, and what comes of it is in the trace;
 * what was sent to this process alone is handed on.  That the signal is caught, and not
 * ignored, matters: a child would inherit that. */
static void
interrupt_cb (int number, siginfo_t *info, void *context)
{
  if (info->si_code != SI_KERNEL)
    n_interrupts = n_interrupts + 1;
}

static JugRecording *
prepare (const JugCliPython *what, const JugPythonOptions *options, GError **error)
{
  g_autofree char *folder = NULL;
  JugPythonProgram program = { .file = what->file,
                               .module = what->module,
                               .arguments = what->arguments };

  if (what->lesson)
    return jug_python_run_new_lesson (what->lesson, what->settings, options, error);
  if (options->is_isolated)
    {
      g_autofree char *path = what->file ? realpath (what->file, NULL) : NULL;

      folder = path ? g_path_get_dirname (path) : g_get_current_dir ();
      program.folder = folder;
      program.file = path;
      return jug_python_run_new (&program, options);
    }
  return jug_python_run_new (&program, options);
}

/* What the program has not done, or could not be seen doing. */
static void
tell_what_is_missing (JugTrace *trace)
{
  const char *unobserved = jug_trace_get_property (trace, JUG_TRACE_UNOBSERVED);

  if (unobserved)
    jug_cli_fail (JUG_CLI_OK,
                  /* Translators: %s is the name of a class, such as uvloop.Loop */
                  _ ("the event loop %.80s cannot be observed; let the program use "
                     "asyncio’s own"),
                  unobserved);
  else if (!jug_trace_get_property (trace, JUG_TRACE_STARTED))
    jug_cli_fail (JUG_CLI_OK, _ ("the program never started an event loop, so there are "
                                 "no tasks to be shown"));
}

static int
get_exit_status (JugTrace *trace)
{
  const char *text = jug_trace_get_property (trace, JUG_TRACE_EXIT_STATUS);
  int status = text ? atoi (text) : JUG_CLI_FAILED;

  return status < 0 ? SIGNAL_STATUS - status : status;
}

/**
 * jug_cli_run_python:
 * @what: what is to be run, and how
 *
 * Runs it to its end, and writes the trace.
 *
 * Returns: the program's exit status, with 128 added to the number of a signal that ended
 * it; that of a lesson is 0 or 1
 */
int
jug_cli_run_python (const JugCliPython *what)
{
  JugPythonOptions options = { .python = what->python,
                               .clock = what->clock,
                               .without_frames = what->without_frames,
                               .without_locals = what->without_locals,
                               .is_isolated = what->is_isolated,
                               .is_watched = what->lesson != NULL,
                               .stdin_fd = what->lesson ? -1 : STDIN_FILENO,
                               .interrupts = &n_interrupts };
  struct sigaction handler = { .sa_sigaction = interrupt_cb, .sa_flags = SA_SIGINFO };
  struct sigaction before;
  g_autoptr (GError) error = NULL;
  g_autoptr (JugRecording) run = NULL;
  gboolean is_recorded;
  JugTrace *trace;
  int status, end;

  if (what->lesson)
    options.is_isolated = jug_sandbox_find (NULL) != JUG_SANDBOX_NONE;
  run = prepare (what, &options, &error);
  if (!run)
    return jug_cli_fail (JUG_CLI_FAILED, "%s", error->message);
  trace = jug_recording_get_trace (run);

  sigaction (SIGINT, &handler, &before);
  is_recorded = jug_recording_record (run, NULL, &error);
  sigaction (SIGINT, &before, NULL);
  if (!is_recorded)
    return jug_cli_fail (JUG_CLI_FAILED, "%s", error->message);

  status = jug_cli_write_trace (trace, what->format, what->output);
  if (status != JUG_CLI_OK)
    return status;
  tell_what_is_missing (trace);
  status = get_exit_status (trace);
  end = status != 0 ? jug_cli_tell_end (trace) : JUG_CLI_OK;
  if (what->lesson)
    return status != 0 || end != JUG_CLI_OK ? JUG_CLI_FAILED : JUG_CLI_OK;
  return status;
}
