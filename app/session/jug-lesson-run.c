/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run of a lesson's native program. */
#include "jug-lesson-run.h"

#include "jug-recorder.h"
#include "jug-task-labels.h"

#include <glib/gi18n-lib.h>

/* What is prepared. */
typedef struct
{
  const JugProgram *program; /* (unowned) */
  double *values;            /* as many as the program has parameters */
  JugLessonClock clock;
} Prepared;

static void
free_prepared (gpointer data)
{
  Prepared *self = data;

  g_free (self->values);
  g_free (self);
}

static gboolean
record (gpointer data, JugTrace *trace, GCancellable *cancellable, GError **error)
{
  const Prepared *self = data;
  JugRecordOptions options = { .values = self->values };

  options.clock =
      self->clock == JUG_LESSON_CLOCK_REAL ? JUG_CLOCK_REAL : JUG_CLOCK_VIRTUAL;
  return jug_record (self->program, &options, trace, cancellable, error);
}

G_DEFINE_QUARK (jug - lesson - run - error - quark, jug_lesson_run_error)

static const JugProgram *
find_program (const JugProgram *const *programs, const char *id)
{
  for (; *programs; programs++)
    if (g_str_equal ((*programs)->id, id))
      return *programs;
  return NULL;
}

/* The program has its own table of parameters, with numbers alone; what they are called
 * for people, and between which limits they lie, is the lesson's business. */
static double *
read_values (const JugProgram *program, JugLesson *lesson, GVariant *settings)
{
  double *values = g_new0 (double, program->n_parameters);

  for (guint i = 0; i < program->n_parameters; i++)
    {
      const JugParam *param = jug_lesson_find_param (lesson, program->parameters[i].name);

      values[i] =
          param ? jug_param_get_value (param, settings) : program->parameters[i].value;
    }
  return values;
}

static void
set_label_cb (gpointer task, gpointer label, gpointer trace)
{
  g_autofree char *key = g_strconcat (JUG_TRACE_LABEL_PREFIX, task, NULL);

  jug_trace_set_property (trace, key, label);
}

void
jug_lesson_run_describe (JugTrace *trace, JugLesson *lesson, const char *python)
{
  g_return_if_fail (trace != NULL);
  g_return_if_fail (JUG_IS_LESSON (lesson));

  jug_trace_set_property (trace, JUG_TRACE_PROGRAM, jug_lesson_get_id (lesson));
  jug_trace_set_property (trace, JUG_TRACE_TITLE, jug_lesson_get_title (lesson));
  jug_trace_set_property (trace, JUG_TRACE_SOURCE, python);
  jug_trace_set_property (trace, JUG_TRACE_SOURCE_C,
                          jug_lesson_get_native_source (lesson));
  jug_lesson_foreach_label (lesson, set_label_cb, trace);
}

JugRecording *
jug_lesson_run_new (JugLesson *lesson,
                    const JugProgram *const *programs,
                    GVariant *settings,
                    JugLessonClock clock,
                    GError **error)
{
  g_autofree char *python = NULL;
  const JugProgram *program;
  Prepared *prepared;
  JugRecording *run;

  g_return_val_if_fail (JUG_IS_LESSON (lesson), NULL);
  g_return_val_if_fail (programs != NULL, NULL);

  program = find_program (programs, jug_lesson_get_id (lesson));
  if (!program)
    {
      g_set_error (error, JUG_LESSON_RUN_ERROR, JUG_LESSON_RUN_ERROR_NO_PROGRAM,
                   _ ("The lesson “%s” has no native program, so it cannot be run."),
                   jug_lesson_get_title (lesson));
      return NULL;
    }
  prepared = g_new0 (Prepared, 1);
  prepared->program = program;
  prepared->values = read_values (program, lesson, settings);
  prepared->clock = clock;
  run = jug_recording_new (record, prepared, free_prepared);
  python = jug_lesson_dup_python_source_with (lesson, settings);
  jug_lesson_run_describe (jug_recording_get_trace (run), lesson, python);
  return run;
}
