/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run of a Python program: somebody's own, or a lesson's. */
#include "jug-python-run.h"

#include "jug-lesson-run.h"
#include "jug-scratch-folder.h"

#include <fcntl.h>
#include <unistd.h>

/* What is prepared. */
typedef struct
{
  JugScratchFolder *scratch; /* (nullable): the program's own */
  char *file;
  char *module;
  char **arguments;
  char *folder;
  char *python;
  JugPythonOptions options;
} Prepared;

static void
free_prepared (gpointer data)
{
  Prepared *self = data;

  g_clear_pointer (&self->scratch, jug_scratch_folder_free);
  g_free (self->file);
  g_free (self->module);
  g_strfreev (self->arguments);
  g_free (self->folder);
  g_free (self->python);
  if (self->options.stdin_fd >= 0)
    close (self->options.stdin_fd);
  g_free (self);
}

static gboolean
record (gpointer data, JugTrace *trace, GCancellable *cancellable, GError **error)
{
  const Prepared *self = data;
  JugPythonProgram program = { .file = self->file,
                               .module = self->module,
                               .arguments = (const char *const *) self->arguments,
                               .folder = self->folder };

  return jug_record_python (&program, &self->options, trace, NULL, cancellable, error);
}

static Prepared *
prepare (const JugPythonOptions *options)
{
  Prepared *self = g_new0 (Prepared, 1);

  self->options = *options;
  self->python = g_strdup (options->python);
  self->options.python = self->python;
  /* What is read from has to outlive whoever has prepared this. */
  if (options->stdin_fd >= 0)
    self->options.stdin_fd = fcntl (options->stdin_fd, F_DUPFD_CLOEXEC, 0);
  return self;
}

JugRecording *
jug_python_run_new (const JugPythonProgram *program, const JugPythonOptions *options)
{
  Prepared *self;

  g_return_val_if_fail (program != NULL && options != NULL, NULL);

  self = prepare (options);
  self->file = g_strdup (program->file);
  self->module = g_strdup (program->module);
  self->arguments = g_strdupv ((char **) program->arguments);
  self->folder = g_strdup (program->folder);
  return jug_recording_new (record, self, free_prepared);
}

JugRecording *
jug_python_run_new_text (const char *text,
                         const char *name,
                         const JugPythonOptions *options,
                         GError **error)
{
  Prepared *self;

  g_return_val_if_fail (text != NULL && name != NULL && options != NULL, NULL);

  self = prepare (options);
  self->scratch = jug_scratch_folder_new (error);
  if (self->scratch)
    self->file = jug_scratch_folder_write (self->scratch, name, text, -1, error);
  if (!self->file)
    {
      free_prepared (self);
      return NULL;
    }
  self->folder = g_strdup (jug_scratch_folder_get_path (self->scratch));
  return jug_recording_new (record, self, free_prepared);
}

JugRecording *
jug_python_run_new_lesson (JugLesson *lesson,
                           GVariant *settings,
                           const JugPythonOptions *options,
                           GError **error)
{
  g_autofree char *text = NULL;
  JugRecording *run;

  g_return_val_if_fail (JUG_IS_LESSON (lesson), NULL);

  text = jug_lesson_dup_python_source_with (lesson, settings);
  run = jug_python_run_new_text (text, "program.py", options, error);
  if (run)
    jug_lesson_run_describe (jug_recording_get_trace (run), lesson, text);
  return run;
}
