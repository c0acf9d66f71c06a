/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a session runs Python: somebody's own program, or the learner's version of a
 * lesson's. */
#include "jug-lesson-run.h"
#include "jug-python-run.h"
#include "jug-session-private.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

void
jug_session_set_python (JugSession *self, const JugSessionPython *python)
{
  g_return_if_fail (JUG_IS_SESSION (self));
  g_return_if_fail (python != NULL);

  g_free (self->interpreter);
  self->interpreter = g_strdup (python->interpreter);
  g_strfreev (self->arguments);
  self->arguments = g_strdupv ((char **) python->arguments);
  self->virtual_time = python->virtual_time;
  self->without_locals = python->without_locals;
}

/* A pair of sockets: to write into a pipe that nobody reads any more would end this
 * process.  Returns the program's end. */
static int
begin_input (JugSession *self)
{
  int ends[2];

  jug_session_end_input (self);
  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return -1;
  self->input_fd = ends[0];
  jug_session_notify (self, JUG_SESSION_PROP_TAKES_INPUT);
  return ends[1];
}

/**
 * jug_session_end_input:
 * @self: a session
 *
 * Gives up what a program reads from.
 */
void
jug_session_end_input (JugSession *self)
{
  if (self->input_fd < 0)
    return;
  close (self->input_fd);
  self->input_fd = -1;
  jug_session_update_question (self);
  jug_session_notify (self, JUG_SESSION_PROP_TAKES_INPUT);
}

/* What is typed ends no line of the program's: the next question comes behind the one
 * that was answered. */
static const char *
skip_answered (JugSession *self, const char *line)
{
  const char *question = line;

  if (self->answered && g_str_has_prefix (line, self->answered))
    question += strlen (self->answered);
  return *question ? question : NULL;
}

static void
set_question (JugSession *self, const char *question)
{
  if (g_strcmp0 (question, self->question) == 0)
    return;
  g_free (self->question);
  self->question = g_strdup (question);
  jug_session_notify (self, JUG_SESSION_PROP_QUESTION);
}

/**
 * jug_session_update_question:
 * @self: a session
 *
 * Looks for what the program asks now.
 */
void
jug_session_update_question (JugSession *self)
{
  const char *value = self->input_fd >= 0 && self->trace
                          ? jug_trace_get_property (self->trace, JUG_TRACE_QUESTION)
                          : NULL;
  char *text = NULL;
  guint64 number = value ? g_ascii_strtoull (value, &text, 10) : 0;
  const char *line = number != 0 && *text == ' ' ? text + 1 : NULL;

  /* One that was answered already is no question any more, until the next. */
  if (number != 0 && number == self->n_questions)
    return;
  self->n_questions = number;
  if (!line)
    g_clear_pointer (&self->answered, g_free);
  g_free (self->asked);
  self->asked = g_strdup (line);
  set_question (self, line ? skip_answered (self, line) : NULL);
}

static JugRecording *
prepare_version (JugSession *self, JugPythonOptions *options, GError **error)
{
  JugRecording *run;

  options->is_isolated = !self->is_unprotected;
  options->is_watched = TRUE;
  options->clock = jug_lesson_get_clock (self->lesson) == JUG_LESSON_CLOCK_REAL
                       ? JUG_CLOCK_REAL
                       : JUG_CLOCK_VIRTUAL;
  run = jug_python_run_new_text (self->version, "program.py", options, error);
  if (run)
    jug_lesson_run_describe (jug_recording_get_trace (run), self->lesson, self->version);
  return run;
}

static JugRecording *
prepare_program (JugSession *self, JugPythonOptions *options)
{
  g_autofree char *path = g_file_get_path (self->program);
  g_autofree char *folder = g_path_get_dirname (path);
  JugPythonProgram program = { .file = path,
                               .folder = folder,
                               .arguments = (const char *const *) self->arguments };

  options->clock = self->virtual_time ? JUG_CLOCK_VIRTUAL : JUG_CLOCK_REAL;
  return jug_python_run_new (&program, options);
}

/**
 * jug_session_start_python:
 * @self: a session in which nothing else is going on
 *
 * Runs the program that is open, or the learner's version of the lesson's.
 */
void
jug_session_start_python (JugSession *self)
{
  JugPythonOptions options = { .python = self->interpreter,
                               .without_locals = self->without_locals,
                               .is_apart = TRUE };
  g_autoptr (GError) error = NULL;
  JugRecording *run;

  options.stdin_fd = begin_input (self);
  run = self->program ? prepare_program (self, &options)
                      : prepare_version (self, &options, &error);
  if (options.stdin_fd >= 0)
    close (options.stdin_fd);
  if (!run)
    jug_session_fail (self, error);
  else
    jug_session_start (self, run,
                       options.clock == JUG_CLOCK_REAL ? JUG_SESSION_AT_EDGE
                                                       : JUG_SESSION_FROM_START);
}

/* Own programs */

/**
 * jug_session_set_program:
 * @self: a session
 * @program: (nullable): the program that is open now
 *
 * Says which program is open.
 */
void
jug_session_set_program (JugSession *self, GFile *program)
{
  if (g_set_object (&self->program, program))
    jug_session_notify (self, JUG_SESSION_PROP_PROGRAM);
}

void
jug_session_open_program (JugSession *self, GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  g_return_if_fail (JUG_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file) && g_file_is_native (file));

  name = g_file_get_basename (file);
  shown = g_filename_display_name (name);
  jug_session_begin (self);
  g_clear_object (&self->file);
  jug_session_set_name (self, NULL, shown);
  jug_session_drop_sources (self);
  jug_session_set_program (self, file);
  jug_session_start_python (self);
  jug_session_end (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *etag = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, &etag, &error))
    g_task_return_pointer (task, etag, g_free);
  else
    g_task_return_error (task, error);
}

void
jug_session_save_program_async (JugSession *self,
                                const char *text,
                                const char *etag,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GBytes) bytes = NULL;
  GTask *task;

  g_return_if_fail (JUG_IS_SESSION (self));
  g_return_if_fail (self->program != NULL);
  g_return_if_fail (text != NULL);

  bytes = g_bytes_new (text, strlen (text));
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_name (task, "[jug-session] save program");
  g_file_replace_contents_bytes_async (self->program, bytes, etag, FALSE,
                                       G_FILE_CREATE_NONE, NULL, saved_cb, task);
}

gboolean
jug_session_save_program_finish (JugSession *self,
                                 GAsyncResult *result,
                                 char **etag,
                                 GError **error)
{
  g_autofree char *saved = NULL;

  g_return_val_if_fail (JUG_IS_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  saved = g_task_propagate_pointer (G_TASK (result), error);
  if (!saved && g_task_had_error (G_TASK (result)))
    return FALSE;
  if (etag)
    *etag = g_steal_pointer (&saved);
  return TRUE;
}

GFile *
jug_session_get_program (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), NULL);

  return self->program;
}

/* The learner's version of a lesson's program */

static void
set_version (JugSession *self, char *text)
{
  g_autofree char *old = self->version;

  self->version = text;
  if (g_strcmp0 (old, text) != 0)
    jug_session_notify (self, JUG_SESSION_PROP_VERSION);
}

/**
 * jug_session_load_version:
 * @self: a session
 *
 * Looks what the learner has made of the program of the lesson that is open now.
 */
void
jug_session_load_version (JugSession *self)
{
  self->is_version = FALSE;
  self->is_unprotected = FALSE;
  set_version (self, self->lesson ? jug_versions_load (self->versions,
                                                       jug_lesson_get_id (self->lesson))
                                  : NULL);
}

/* It runs even if it cannot be kept, which the next attempt may mend. */
static void
keep (JugSession *self, JugLesson *lesson, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!jug_versions_save (self->versions, jug_lesson_get_id (lesson), text, &error) &&
      error)
    jug_session_emit_file_refused (self, error->message);
}

void
jug_session_keep_version (JugSession *self, JugLesson *lesson, const char *text)
{
  g_return_if_fail (JUG_IS_SESSION (self));
  g_return_if_fail (JUG_IS_LESSON (lesson));
  g_return_if_fail (text != NULL);

  keep (self, lesson, text);
  if (lesson == self->lesson)
    set_version (self, g_strdup (text));
}

void
jug_session_run_version (JugSession *self, const char *text)
{
  g_return_if_fail (JUG_IS_SESSION (self));
  g_return_if_fail (self->lesson != NULL);
  g_return_if_fail (text != NULL);

  jug_session_begin (self);
  set_version (self, g_strdup (text));
  self->is_version = TRUE;
  jug_session_start_python (self);
  jug_session_end (self);
  keep (self, self->lesson, self->version);
}

void
jug_session_run_unprotected (JugSession *self)
{
  g_return_if_fail (JUG_IS_SESSION (self));
  g_return_if_fail (jug_session_can_run_unprotected (self));

  self->is_unprotected = TRUE;
  jug_session_run (self, NULL);
}

gboolean
jug_session_can_run_unprotected (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), FALSE);

  return self->state == JUG_SESSION_FAILED && self->lacks_sandbox;
}

const char *
jug_session_get_version (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), NULL);

  return self->version;
}

gboolean
jug_session_is_version (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), FALSE);

  return self->is_version;
}

void
jug_session_forget_version (JugSession *self)
{
  g_return_if_fail (JUG_IS_SESSION (self));
  g_return_if_fail (self->lesson != NULL);

  set_version (self, NULL);
  keep (self, self->lesson, self->version);
  jug_session_run (self, g_variant_new ("a{sd}", NULL));
}

/* Input */

gboolean
jug_session_get_takes_input (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), FALSE);

  return self->input_fd >= 0;
}

const char *
jug_session_get_question (JugSession *self)
{
  g_return_val_if_fail (JUG_IS_SESSION (self), NULL);

  return self->question;
}

gboolean
jug_session_write_input (JugSession *self, const char *text)
{
  gsize size;

  g_return_val_if_fail (JUG_IS_SESSION (self), FALSE);
  g_return_val_if_fail (self->input_fd >= 0, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  /* All of it or nothing: a socket takes a short text whole, or has no room. */
  size = strlen (text);
  if (send (self->input_fd, text, size, MSG_NOSIGNAL | MSG_DONTWAIT) != (gssize) size)
    return FALSE;
  if (self->question)
    {
      g_free (self->answered);
      self->answered = g_strdup (self->asked);
    }
  set_question (self, NULL);
  return TRUE;
}

void
jug_session_close_input (JugSession *self)
{
  g_return_if_fail (JUG_IS_SESSION (self));

  jug_session_end_input (self);
}
