/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run of a lesson's native program. */
#pragma once

#include "jug-lesson.h"
#include "jug-program.h"
#include "jug-recording.h"

G_BEGIN_DECLS

#define JUG_LESSON_RUN_ERROR (jug_lesson_run_error_quark ())
GQuark jug_lesson_run_error_quark (void);

/**
 * JugLessonRunError:
 * @JUG_LESSON_RUN_ERROR_NO_PROGRAM: this build has no native program for the lesson
 *
 * Why a lesson cannot be run.
 */
typedef enum
{
  JUG_LESSON_RUN_ERROR_NO_PROGRAM,
} JugLessonRunError;

/**
 * jug_lesson_run_new:
 * @lesson: a lesson
 * @programs: (array zero-terminated=1): the native programs of all lessons; must stay
 * @settings: (nullable): values of parameters, of type `a{sd}`
 * @clock: by which clock it shall run
 * @error: why it cannot be run
 *
 * Prepares a run of the native program.
 *
 * Returns: (transfer full): the run, or %NULL with an error of %JUG_LESSON_RUN_ERROR
 */
JugRecording *jug_lesson_run_new (JugLesson *lesson,
                                  const JugProgram *const *programs,
                                  GVariant *settings,
                                  JugLessonClock clock,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_lesson_run_describe:
 * @trace: an empty trace
 * @lesson: a lesson
 * @python: the Python program as it is run
 *
 * Says in a trace that it is one of a lesson: its id, title, sources and labels.
 */
void jug_lesson_run_describe (JugTrace *trace, JugLesson *lesson, const char *python);

G_END_DECLS
