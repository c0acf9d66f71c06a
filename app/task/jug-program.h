/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a lesson program is, and what it can do besides awaiting: print, block, say its
 * line. */
#pragma once

#include "jug-run.h"

G_BEGIN_DECLS

/**
 * JugParameter:
 * @name: what `--set NAME=VALUE` calls it
 * @value: its value unless it is set
 *
 * A number that a program can be run with.
 */
typedef struct
{
  const char *name;
  double value;
} JugParameter;

/**
 * JugProgram:
 * @id: the lesson's id, as `tasks/turns`
 * @module: the program's module level: what the interpreter runs first, `asyncio.run` and
 * all
 * @parameters: (array length=n_parameters): its parameters
 * @n_parameters: how many
 *
 * The native twin of a Python program.  Programs are const tables; a run of one is a
 * #JugProgramRun.
 */
typedef struct
{
  const char *id;
  void (*module) (void);
  const JugParameter *parameters;
  guint n_parameters;
} JugProgram;

gboolean jug_program_run (const JugProgram *program,
                          JugLoop *loop,
                          const double *values,
                          GError **error);

double jug_program_get_parameter (const char *name);
void jug_program_write (const char *text);
void jug_program_block (double seconds);
void jug_program_mark_line (guint line, guint native_line);
const char *jug_program_keep_text (char *text);

G_END_DECLS
