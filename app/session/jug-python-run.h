/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run of a Python program: somebody's own, or a lesson's. */
#pragma once

#include "jug-lesson.h"
#include "jug-python-recorder.h"
#include "jug-recording.h"

G_BEGIN_DECLS

/**
 * jug_python_run_new:
 * @program: a program, which is copied
 * @options: how to run it, which is copied
 *
 * Prepares a run of a program as it stands on disk.
 *
 * Returns: (transfer full): the run
 */
JugRecording *jug_python_run_new (const JugPythonProgram *program,
                                  const JugPythonOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_python_run_new_text:
 * @text: the text of a program
 * @name: what its file is called, such as `program.py`
 * @options: how to run it, which is copied
 * @error: why there is no place for it
 *
 * Prepares a run of a program that stands nowhere: it gets a folder of its own, which
 * goes away with the run.
 *
 * Returns: (transfer full) (nullable): the run
 */
JugRecording *jug_python_run_new_text (const char *text,
                                       const char *name,
                                       const JugPythonOptions *options,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_python_run_new_lesson:
 * @lesson: a lesson
 * @settings: (nullable): values of parameters, of type `a{sd}`
 * @options: how to run it, which is copied
 * @error: why there is no place for it
 *
 * Prepares a run of a lesson's Python program as it is written.
 *
 * Returns: (transfer full) (nullable): the run
 */
JugRecording *jug_python_run_new_lesson (JugLesson *lesson,
                                         GVariant *settings,
                                         const JugPythonOptions *options,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
