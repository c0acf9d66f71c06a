/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a program ended before its end, and at which of its lines. */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

/* What a source says of a program that did not even start: why, one of `syntax`,
 * `missing-module`, `cannot-read`; the line; and Python's own words. */
#define JUG_TRACE_FAILURE "failure"
#define JUG_TRACE_FAILURE_LINE "failure-line"
#define JUG_TRACE_FAILURE_TEXT "failure-text"

/* The property that names the program's file, as tracebacks do. */
#define JUG_TRACE_FILE "file"

/**
 * JugProgramError:
 * @line: the line at which it happened, from 1, or 0 if that is not known
 * @message: what happened, in one sentence or as the last line of a traceback
 *
 * The end of a program.
 */
typedef struct
{
  guint line;
  char *message;
} JugProgramError;

/**
 * jug_program_error_find:
 * @trace: a trace
 *
 * Looks why a program ended: by an exception that nobody caught, at a line that its
 * traceback names, else where the task was that raised it; or because it could not start.
 * That it ended itself, or was interrupted, is no error.
 *
 * Returns: (transfer full) (nullable): the error, or %NULL if there was none
 */
JugProgramError *jug_program_error_find (JugTrace *trace) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_program_error_free:
 * @self: an error
 *
 * Frees it.
 */
void jug_program_error_free (JugProgramError *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugProgramError, jug_program_error_free)

G_END_DECLS
