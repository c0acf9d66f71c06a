/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the native program of a lesson is made with. */
#pragma once

#include "jug-python.h"

G_BEGIN_DECLS

/**
 * LESSON:
 * @name: the lesson's id with _ for the / and each hyphen
 * @lesson_id: its id
 * @...: its parameters, each { "name", value }
 *
 * Exports the program; a function `module` is its module level.
 */
#define LESSON(name, lesson_id, ...)                                                     \
  static const JugParameter name##_parameters[] = { __VA_ARGS__ };                       \
  extern const JugProgram name##_program;                                                \
  const JugProgram name##_program = {                                                    \
    .id = lesson_id,                                                                     \
    .module = module,                                                                    \
    .parameters = name##_parameters,                                                     \
    .n_parameters = sizeof name##_parameters / sizeof (JugParameter),                    \
  }

/**
 * parameter:
 * @name: a parameter of the lesson
 *
 * Returns: its value in this run
 */
static inline double
parameter (const char *name)
{
  return jug_program_get_parameter (name);
}

G_END_DECLS
