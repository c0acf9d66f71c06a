/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number in a lesson's program that the learner may change. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JugParamType:
 * @JUG_PARAM_INT: a whole number, as a count
 * @JUG_PARAM_FLOAT: any number, as seconds
 *
 * What a parameter can be.
 */
typedef enum
{
  JUG_PARAM_INT,
  JUG_PARAM_FLOAT,
} JugParamType;

/**
 * JugParam:
 * @name: by what it is set, as in `--set seconds=2`
 * @label: what it is, for people
 * @type: what it can be
 * @min: the least that it can be
 * @max: the most that it can be
 * @initial: what it is in the program as written
 * @code: the piece of program.py in which it stands, with `{}` in its place
 *
 * A parameter of a lesson.  Belongs to its #JugLesson and is as long-lived.
 */
typedef struct
{
  char *name;
  char *label;
  JugParamType type;
  double min;
  double max;
  double initial;
  char *code;
} JugParam;

/**
 * jug_param_parse:
 * @self: a parameter
 * @text: a number as a person wrote it, with a decimal point
 * @value: (out): the number
 * @error: why it cannot be that
 *
 * Reads a value of the parameter's type and within its limits.
 *
 * Returns: whether it is one; if not, there is an error of %JUG_LESSON_ERROR
 */
gboolean
jug_param_parse (const JugParam *self, const char *text, double *value, GError **error);

/**
 * jug_param_get_value:
 * @self: a parameter
 * @settings: (nullable): settings of type `a{sd}`
 *
 * Returns: what @settings say of the parameter, brought within its limits and, for
 *   %JUG_PARAM_INT, to a whole number; its initial value if they do not mention it
 */
double jug_param_get_value (const JugParam *self, GVariant *settings);

/**
 * jug_param_format:
 * @self: a parameter
 * @value: a value of it
 *
 * Returns: (transfer full): @value as Python writes it in a program
 */
char *jug_param_format (const JugParam *self, double value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
