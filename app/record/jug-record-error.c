/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a run could not be recorded. */
#include "jug-record-error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (jug - record - error - quark, jug_record_error)

/**
 * jug_record_fail_without_python:
 * @python: what was to be run
 * @error: (out) (optional): set to a sentence that says that it is not there
 */
void
jug_record_fail_without_python (const char *python, GError **error)
{
  g_set_error (error, JUG_RECORD_ERROR, JUG_RECORD_ERROR_PYTHON,
               _ ("There is no Python interpreter “%s”; install Python 3.11 or later, or "
                  "choose another one."),
               python);
}
