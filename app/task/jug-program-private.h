/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run of a program, for the files that make programs readable. */
#pragma once

#include "jug-program.h"
#include "jug-scope.h"

G_BEGIN_DECLS

/**
 * JugProgramRun:
 *
 * One run of a program on a loop: its parameters' values, the line of output that has no
 * end yet, and what its module level owns.
 */
typedef struct
{
  const JugProgram *program;
  const double *values; /* (unowned) of the parameters, or NULL */
  JugScope *scope;      /* (unowned) innermost one outside any task */
  GString *partial;     /* output whose line has not ended yet */
  GStringChunk *texts;  /* made-up strings that coroutines were given */
} JugProgramRun;

G_END_DECLS
