/* SPDX-License-Identifier: GPL-3.0-or-later */
/* juggler run: something is run, or a saved trace read, and written in some format. */
#include "jug-cli-private.h"

#include "jug-cli-output-private.h"
#include "jug-cli-python-private.h"
#include "jug-lesson-run.h"
#include "jug-narration.h"
#include "jug-trace.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  char *engine;
  char **settings;
  gboolean virtual_time;
  gboolean real_time;
  char *format;
  char *output;
  char *module;
  char *python;
  gboolean isolated;
  gboolean without_frames;
  gboolean without_locals;
  char **rest;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->engine);
  g_strfreev (self->settings);
  g_free (self->format);
  g_free (self->output);
  g_free (self->module);
  g_free (self->python);
  g_strfreev (self->rest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
parse (Options *self, int argc, char **argv, int *status)
{
  const GOptionEntry entries[] = {
    { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &self->settings,
      N_ ("Change a parameter of the lesson; may be repeated"), N_ ("NAME=VALUE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &self->format,
      N_ ("text (the default), events, json, chrome, png, svg, pdf or trace"),
      N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output,
      N_ ("Write to a file instead of standard output"), N_ ("FILE") },
    { "engine", 'e', 0, G_OPTION_ARG_STRING, &self->engine,
      N_ ("What runs it: native (the default of lessons) or python"), N_ ("ENGINE") },
    { "virtual-time", 0, 0, G_OPTION_ARG_NONE, &self->virtual_time,
      N_ ("Waits take no time; the default of lessons without the outside world"), NULL },
    { "real-time", 0, 0, G_OPTION_ARG_NONE, &self->real_time,
      N_ ("Waits take the time that they say"), NULL },
    { "module", 'm', 0, G_OPTION_ARG_STRING, &self->module,
      N_ ("Run a Python module, as “python3 -m” does"), N_ ("MODULE") },
    { "python", 0, 0, G_OPTION_ARG_FILENAME, &self->python,
      N_ ("The interpreter, such as that of a virtual environment"), N_ ("PATH") },
    { "isolated", 0, 0, G_OPTION_ARG_NONE, &self->isolated,
      N_ ("Without network, and without your files"), NULL },
    { "no-frames", 0, 0, G_OPTION_ARG_NONE, &self->without_frames,
      N_ ("Leave out which coroutines await each other"), NULL },
    { "no-locals", 0, 0, G_OPTION_ARG_NONE, &self->without_locals,
      N_ ("Leave out the local variables"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->rest, NULL, NULL },
    { NULL },
  };

  return jug_cli_parse (
      "run", _ ("TARGET [-- ARGUMENTS]"),
      _ ("Runs a lesson or a Python program to its end, or reads a saved trace, and "
         "shows what happened."),
      entries, argc, argv, status);
}

/* What is wrong whatever the target is */
static int
check_options (const Options *self)
{
  if (!self->rest && !self->module)
    return jug_cli_fail (JUG_CLI_USAGE, _ ("what is to be run? “juggler run LESSON”; "
                                           "“juggler lessons” lists them"));
  if (self->engine && !g_str_equal (self->engine, "native") &&
      !g_str_equal (self->engine, "python"))
    return jug_cli_fail (JUG_CLI_USAGE,
                         _ ("there is no engine “%.40s”; it can be “native” or “python”"),
                         self->engine);
  if (self->virtual_time && self->real_time)
    return jug_cli_fail (JUG_CLI_USAGE,
                         _ ("--virtual-time and --real-time exclude each other"));
  return JUG_CLI_OK;
}

static int
tell_deadlock (JugTrace *trace, guint32 index)
{
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  g_autoptr (JugNarration) narration = NULL;

  jug_cursor_seek (cursor, index);
  narration = jug_narration_new (cursor, index, NULL, NULL);
  /* Translators: %s is a whole sentence that says who waits for whom */
  return jug_cli_fail (JUG_CLI_FAILED, _ ("the program can never end. %s"),
                       jug_narration_get_text (narration));
}

/**
 * jug_cli_tell_end:
 * @trace: a run
 *
 * Says how the program ended, for who does not see it in a timeline, if it did not end
 * well.
 *
 * Returns: an exit status
 */
int
jug_cli_tell_end (JugTrace *trace)
{
  for (guint32 i = jug_trace_get_n_events (trace); i-- > 0;)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);
      const char *text = jug_trace_get_string (trace, jug_event_get_text (event));

      if (event->kind == JUG_EVENT_LIMIT)
        return jug_cli_fail (JUG_CLI_FAILED,
                             _ ("the run was not recorded to its end: %s"), text);
      if (event->kind == JUG_EVENT_EXIT && g_str_equal (text, "deadlock"))
        return tell_deadlock (trace, i);
      if (event->kind == JUG_EVENT_EXIT)
        {
          g_autofree char *exception = jug_trace_dup_exception (trace, i);

          return jug_cli_fail (JUG_CLI_FAILED, _ ("the program ended with %s"),
                               exception);
        }
      /* Nothing comes after these but the bookkeeping of the loop's own end. */
      if (event->kind <= JUG_EVENT_PRINT)
        break;
    }
  return JUG_CLI_OK;
}

static int
choose_clock (const Options *options, JugLesson *lesson, JugLessonClock *clock)
{
  *clock = jug_lesson_get_clock (lesson);
  if (*clock == JUG_LESSON_CLOCK_REAL && options->virtual_time)
    return jug_cli_fail (
        JUG_CLI_USAGE,
        _ ("%s talks to the outside world, whose time cannot be virtual; leave "
           "out --virtual-time"),
        jug_lesson_get_id (lesson));
  if (options->real_time)
    *clock = JUG_LESSON_CLOCK_REAL;
  return JUG_CLI_OK;
}

static int
run_lesson (const JugCliParts *parts,
            const Options *options,
            JugLesson *lesson,
            JugCliFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) settings = NULL;
  g_autoptr (JugRecording) run = NULL;
  JugLessonClock clock;
  int status = choose_clock (options, lesson, &clock);

  if (status != JUG_CLI_OK)
    return status;
  if (options->rest[1])
    return jug_cli_fail (JUG_CLI_USAGE,
                         _ ("a lesson takes no arguments, such as “%.60s”"),
                         options->rest[1]);
  settings =
      jug_lesson_parse_settings (lesson, (const char *const *) options->settings, &error);
  if (!settings)
    return jug_cli_fail (JUG_CLI_USAGE, "%s", error->message);
  run = jug_lesson_run_new (lesson, parts->programs, settings, clock, &error);
  if (!run || !jug_recording_record (run, NULL, &error))
    return jug_cli_fail (JUG_CLI_FAILED, "%s", error->message);
  status = jug_cli_write_trace (jug_recording_get_trace (run), format, options->output);
  return status == JUG_CLI_OK ? jug_cli_tell_end (jug_recording_get_trace (run)) : status;
}

static gboolean
wants_python (const Options *self)
{
  return self->engine && g_str_equal (self->engine, "python");
}

static JugCliPython
describe_python (const Options *self)
{
  return (JugCliPython){
    .python = self->python,
    .module = self->module,
    .clock = self->virtual_time ? JUG_CLOCK_VIRTUAL : JUG_CLOCK_REAL,
    .without_frames = self->without_frames,
    .without_locals = self->without_locals,
    .is_isolated = self->isolated,
    .output = self->output,
  };
}

static int
run_program (const Options *options, const char *path, JugCliFormat format)
{
  JugCliPython python = describe_python (options);

  if (options->settings)
    return jug_cli_fail (JUG_CLI_USAGE,
                         _ ("only lessons have parameters; leave out --set"));
  if (options->engine && !wants_python (options))
    return jug_cli_fail (JUG_CLI_USAGE,
                         _ ("only Python can run a Python program; leave out --engine"));
  python.file = path;
  python.format = format;
  python.arguments = (const char *const *) options->rest;
  if (python.arguments && path)
    python.arguments++;
  return jug_cli_run_python (&python);
}

/* The lesson's Python program, as it is read. */
static int
run_lesson_in_python (const Options *options, JugLesson *lesson, JugCliFormat format)
{
  JugCliPython python = describe_python (options);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) settings = NULL;
  JugLessonClock clock;
  int status = choose_clock (options, lesson, &clock);

  if (status != JUG_CLI_OK)
    return status;
  settings =
      jug_lesson_parse_settings (lesson, (const char *const *) options->settings, &error);
  if (!settings)
    return jug_cli_fail (JUG_CLI_USAGE, "%s", error->message);
  python.lesson = lesson;
  python.settings = settings;
  python.format = format;
  python.clock = clock == JUG_LESSON_CLOCK_REAL ? JUG_CLOCK_REAL : JUG_CLOCK_VIRTUAL;
  return jug_cli_run_python (&python);
}

/* Whether a file may be a program: it is text, and does not say that it is a trace. */
static gboolean
may_be_program (const char *path)
{
  char head[4096];
  FILE *file;
  gsize size;

  /* Somebody may have to be waited for at the other end of anything else. */
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || g_str_has_suffix (path, ".jug"))
    return FALSE;
  file = fopen (path, "rbe");
  if (!file)
    return FALSE;
  size = fread (head, 1, sizeof head, file);
  fclose (file);
  return memchr (head, '\0', size) == NULL;
}

/* What a file is, its content tells. */
static int
read_file (const Options *options, const char *path, JugCliFormat format)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (JugTrace) trace = jug_trace_open (file, NULL, &error);

  if (g_error_matches (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_NOT_A_TRACE) &&
      may_be_program (path))
    return run_program (options, path, format);
  if (!trace)
    return jug_cli_fail (JUG_CLI_FAILED, "%s", error->message);
  if (options->settings || options->engine || options->virtual_time ||
      options->real_time || options->python || options->isolated || options->rest[1])
    return jug_cli_fail (
        JUG_CLI_USAGE,
        _ ("a saved trace is only read, not run: leave out what changes a run"));
  return jug_cli_write_trace (trace, format, options->output);
}

/**
 * jug_cli_run_target:
 * @parts: what to work with
 * @argc: number of @argv
 * @argv: "run" and what follows
 *
 * Runs a lesson or a Python program, or reads a saved trace.
 *
 * Returns: an exit status
 */
int
jug_cli_run_target (const JugCliParts *parts, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (JugCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;
  JugCliFormat format = JUG_CLI_TEXT;
  JugLesson *lesson;
  int status;

  if (!parse (&options, argc, argv, &status))
    return status;
  status = check_options (&options);
  if (status == JUG_CLI_OK)
    status = jug_cli_parse_format (options.format, &format);
  if (status == JUG_CLI_OK)
    status = jug_cli_check_output (format, options.output);
  if (status != JUG_CLI_OK)
    return status;

  if (options.module)
    return run_program (&options, NULL, format);
  catalogue = jug_cli_load_catalogue (parts);
  if (!catalogue)
    return JUG_CLI_FAILED;
  lesson = jug_catalogue_find (catalogue, options.rest[0], &error);
  if (lesson && wants_python (&options))
    return run_lesson_in_python (&options, lesson, format);
  if (lesson)
    return run_lesson (parts, &options, lesson, format);
  if (g_file_test (options.rest[0], G_FILE_TEST_EXISTS))
    return read_file (&options, options.rest[0], format);
  return jug_cli_fail_unknown (options.rest[0], error);
}
