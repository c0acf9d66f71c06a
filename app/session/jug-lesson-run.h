/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of a lesson's native program, prepared here and recorded in any thread. */
#pragma once

#include "jug-lesson.h"
#include "jug-program.h"
#include "jug-trace.h"

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
 * JugLessonRun:
 *
 * A lesson's program with the values of its parameters, and the trace that it is recorded
 * into.  The trace says from the start what it is a trace of: title, sources, labels.
 */
typedef struct _JugLessonRun JugLessonRun;

/**
 * jug_lesson_run_new:
 * @lesson: a lesson
 * @programs: (array zero-terminated=1): the native programs of all lessons; must stay
 * @settings: (nullable): values of parameters, of type `a{sd}`
 * @clock: by which clock it shall run
 * @error: why it cannot be run
 *
 * Prepares a run.
 *
 * Returns: (transfer full): the run, or %NULL with an error of %JUG_LESSON_RUN_ERROR
 */
JugLessonRun *jug_lesson_run_new (JugLesson *lesson,
                                  const JugProgram *const *programs,
                                  GVariant *settings,
                                  JugLessonClock clock,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_lesson_run_free:
 * @self: a run that is not being recorded
 *
 * Frees it.
 */
void jug_lesson_run_free (JugLessonRun *self);

/**
 * jug_lesson_run_get_trace:
 * @self: a run
 *
 * Returns: (transfer none): the trace, which grows while it is recorded
 */
JugTrace *jug_lesson_run_get_trace (JugLessonRun *self);

/**
 * jug_lesson_run_record:
 * @self: a run that was not recorded yet
 * @cancellable: (nullable): stops it early; what was recorded stays
 * @error: why it could not be run
 *
 * Runs the program to its end, on the calling thread, and seals the trace.  That the
 * program fails is no error: the trace tells it.
 *
 * Returns: whether it was run
 */
gboolean
jug_lesson_run_record (JugLessonRun *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugLessonRun, jug_lesson_run_free)

G_END_DECLS
