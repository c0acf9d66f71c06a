/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lesson: its text, its program, what may be changed in it. */
#pragma once

#include <gio/gio.h>

#include "jug-page.h"
#include "jug-param.h"

G_BEGIN_DECLS

#define JUG_TYPE_LESSON (jug_lesson_get_type ())

/**
 * JugLesson:
 *
 * A lesson as its folder holds it: lesson.xml, program.py and program.c.  Immutable once
 * loaded; its texts are in the person's language.
 */
G_DECLARE_FINAL_TYPE (JugLesson, jug_lesson, JUG, LESSON, GObject)

#define JUG_LESSON_ERROR (jug_lesson_error_quark ())
GQuark jug_lesson_error_quark (void);

/**
 * JugLessonError:
 * @JUG_LESSON_ERROR_SYNTAX: a lesson's file does not say what such files say
 * @JUG_LESSON_ERROR_TOO_LARGE: it is beyond the limits that keep the session safe
 * @JUG_LESSON_ERROR_UNKNOWN: there is no lesson or parameter of that name
 * @JUG_LESSON_ERROR_VALUE: a parameter cannot have that value
 *
 * What can be wrong with a lesson, or with what is asked of one.
 */
typedef enum
{
  JUG_LESSON_ERROR_SYNTAX,
  JUG_LESSON_ERROR_TOO_LARGE,
  JUG_LESSON_ERROR_UNKNOWN,
  JUG_LESSON_ERROR_VALUE,
} JugLessonError;

/**
 * JugLessonClock:
 * @JUG_LESSON_CLOCK_VIRTUAL: its program waits for timers alone and runs in virtual time
 * @JUG_LESSON_CLOCK_REAL: it talks to the outside world and runs in real time
 *
 * By which clock a lesson's program runs.
 */
typedef enum
{
  JUG_LESSON_CLOCK_VIRTUAL,
  JUG_LESSON_CLOCK_REAL,
} JugLessonClock;

/**
 * jug_lesson_load:
 * @folder: the lesson's folder; may be a `resource://` one
 * @id: its id, `UNIT/LESSON`
 * @error: what is wrong, beginning with file:line:column where that is known
 *
 * Reads a lesson.  The files may come from anybody: their size, depth and number of parts
 * are bounded, and what does not belong there is refused.  It blocks while it reads the
 * files.
 *
 * Returns: (transfer full): the lesson, or %NULL with an error of %JUG_LESSON_ERROR or
 *   %G_IO_ERROR
 */
JugLesson *jug_lesson_load (GFile *folder, const char *id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_lesson_get_id:
 * @self: a lesson
 *
 * Returns: (transfer none): its id, `UNIT/LESSON`, as "tasks/turns"
 */
const char *jug_lesson_get_id (JugLesson *self);

/**
 * jug_lesson_get_title:
 * @self: a lesson
 *
 * Returns: (transfer none): its title, as plain text
 */
const char *jug_lesson_get_title (JugLesson *self);

/**
 * jug_lesson_get_summary:
 * @self: a lesson
 *
 * Returns: (transfer none): one sentence that says what it is about, as plain text
 */
const char *jug_lesson_get_summary (JugLesson *self);

/**
 * jug_lesson_get_clock:
 * @self: a lesson
 *
 * Returns: by which clock its program runs
 */
JugLessonClock jug_lesson_get_clock (JugLesson *self);

/**
 * jug_lesson_get_python_source:
 * @self: a lesson
 *
 * Returns: (transfer none): the text of program.py as written
 */
const char *jug_lesson_get_python_source (JugLesson *self);

/**
 * jug_lesson_get_native_source:
 * @self: a lesson
 *
 * Returns: (transfer none) (nullable): the text of program.c, if there is one
 */
const char *jug_lesson_get_native_source (JugLesson *self);

/**
 * jug_lesson_dup_python_source_with:
 * @self: a lesson
 * @settings: (nullable): values of parameters, of type `a{sd}`
 *
 * Returns: (transfer full): the text of program.py with these values in their places; as
 * many lines as written
 */
char *jug_lesson_dup_python_source_with (JugLesson *self, GVariant *settings)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_lesson_get_n_pages:
 * @self: a lesson
 *
 * Returns: how many pages it has, at least 1
 */
guint jug_lesson_get_n_pages (JugLesson *self);

/**
 * jug_lesson_get_page:
 * @self: a lesson
 * @position: which page, from 0
 *
 * Returns: (transfer none): the page
 */
const JugPage *jug_lesson_get_page (JugLesson *self, guint position);

/**
 * jug_lesson_get_n_params:
 * @self: a lesson
 *
 * Returns: how many parameters it has
 */
guint jug_lesson_get_n_params (JugLesson *self);

/**
 * jug_lesson_get_param:
 * @self: a lesson
 * @position: which parameter, from 0
 *
 * Returns: (transfer none): the parameter
 */
const JugParam *jug_lesson_get_param (JugLesson *self, guint position);

/**
 * jug_lesson_find_param:
 * @self: a lesson
 * @name: a name
 *
 * Returns: (transfer none) (nullable): the parameter of that name
 */
const JugParam *jug_lesson_find_param (JugLesson *self, const char *name);

/**
 * jug_lesson_parse_settings:
 * @self: a lesson
 * @assignments: (nullable): %NULL-terminated array of `NAME=VALUE`
 * @error: which of them cannot be, and why
 *
 * Reads settings as they are written on the command line.  Of a name that is there twice
 * the last one counts.
 *
 * Returns: (transfer full): settings of type `a{sd}`, not floating, or %NULL with an
 * error of %JUG_LESSON_ERROR
 */
GVariant *jug_lesson_parse_settings (JugLesson *self,
                                     const char *const *assignments,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_lesson_get_label:
 * @self: a lesson
 * @task: a task's name in the event log, `NAME-N`
 *
 * Returns: (transfer none) (nullable): what the lesson calls that task's lane
 */
const char *jug_lesson_get_label (JugLesson *self, const char *task);

/**
 * jug_lesson_foreach_label:
 * @self: a lesson
 * @func: (scope call): called with each task's `NAME-N` and its label, in no certain
 * order
 * @user_data: for @func
 *
 * Goes through the labels that the lesson gives its lanes.
 */
void jug_lesson_foreach_label (JugLesson *self, GHFunc func, gpointer user_data);

G_END_DECLS
