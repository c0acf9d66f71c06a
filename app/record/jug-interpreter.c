/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A Python interpreter: which one it is and what it consists of. */
#include "jug-interpreter.h"

#include "jug-record-error.h"

#include <glib/gi18n-lib.h>

/* -I: nothing of the user's own is loaded for this. */
static const char question[] =
    "import sys\n"
    "for each in (sys.executable, sys.prefix, sys.base_prefix, sys.version.split()[0]):\n"
    "    print(each)\n";

/**
 * jug_interpreter_ask:
 * @python: its path, or its name in PATH
 * @cancellable: (nullable): ends it early
 * @error: why it does not answer
 *
 * Runs an interpreter to ask it about itself.  It blocks, for some 20 milliseconds.
 *
 * Returns: (transfer full) (nullable): what it says
 */
JugInterpreter *
jug_interpreter_ask (const char *python, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) why = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &why, python,
      "-I", "-c", question, NULL);
  g_autofree char *answer = NULL;
  g_auto (GStrv) lines = NULL;
  JugInterpreter *self;

  g_return_val_if_fail (python != NULL, NULL);

  if (!process)
    {
      jug_record_fail_without_python (python, error);
      return NULL;
    }
  if (!g_subprocess_communicate_utf8 (process, NULL, cancellable, &answer, NULL, error))
    {
      g_subprocess_force_exit (process);
      return NULL;
    }
  lines = g_strsplit (answer ? answer : "", "\n", 5);
  if (!g_subprocess_get_successful (process) || g_strv_length (lines) < 5)
    {
      g_set_error (error, JUG_RECORD_ERROR, JUG_RECORD_ERROR_PYTHON,
                   _ ("“%s” does not work as a Python interpreter; choose another one"),
                   python);
      return NULL;
    }
  self = g_new (JugInterpreter, 1);
  self->executable = g_strdup (lines[0]);
  self->prefix = g_strdup (lines[1]);
  self->base_prefix = g_strdup (lines[2]);
  self->version = g_strdup (lines[3]);
  return self;
}

/**
 * jug_interpreter_free:
 * @self: (transfer full): what an interpreter has said
 */
void
jug_interpreter_free (JugInterpreter *self)
{
  g_free (self->executable);
  g_free (self->prefix);
  g_free (self->base_prefix);
  g_free (self->version);
  g_free (self);
}
