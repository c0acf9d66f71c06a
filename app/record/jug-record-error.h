/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a run could not be recorded. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define JUG_RECORD_ERROR (jug_record_error_quark ())
GQuark jug_record_error_quark (void);

/**
 * JugRecordError:
 * @JUG_RECORD_ERROR_JOURNAL: the journal asks for what this engine cannot do
 * @JUG_RECORD_ERROR_PYTHON: there is no Python interpreter, or none that will do
 * @JUG_RECORD_ERROR_PROGRAM: the program could not even be started
 * @JUG_RECORD_ERROR_SANDBOX: nothing on this system can isolate a program
 *
 * Why a run could not be recorded.
 */
typedef enum
{
  JUG_RECORD_ERROR_JOURNAL,
  JUG_RECORD_ERROR_PYTHON,
  JUG_RECORD_ERROR_PROGRAM,
  JUG_RECORD_ERROR_SANDBOX,
} JugRecordError;

void jug_record_fail_without_python (const char *python, GError **error);

G_END_DECLS
