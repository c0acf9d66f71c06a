/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has files of Chrome's trace events checked by a program that is as strict as viewers.
 */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

/**
 * JugTestChrome:
 *
 * Files in a folder of their own, which are checked together, as each check starts
 * Python.
 */
typedef struct _JugTestChrome JugTestChrome;

/**
 * jug_test_chrome_new:
 *
 * Returns: (transfer full): an empty folder
 */
JugTestChrome *jug_test_chrome_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_test_chrome_add:
 * @name: by which it is called if something is wrong with it
 *
 * Writes a trace into the folder.
 */
void jug_test_chrome_add (JugTestChrome *self, JugTrace *trace, const char *name);

/**
 * jug_test_chrome_check:
 * @self: (transfer full): a folder
 *
 * Checks all files and removes the folder.  The test fails if something is wrong with
 * any, and is skipped if there is no Python.
 */
void jug_test_chrome_check (JugTestChrome *self);

/**
 * jug_test_chrome_write:
 *
 * Returns: (transfer full): what jug_trace_chrome_write() writes
 */
GBytes *jug_test_chrome_write (JugTrace *trace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
