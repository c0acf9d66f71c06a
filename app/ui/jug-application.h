/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program as the desktop sees it: one instance, its windows, its command line. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _JugSession JugSession;

/**
 * jug_ui_run:
 * @session: what the window shows and acts on; it may be empty, or have something opened
 * in it already
 * @argc: number of @argv
 * @argv: the name of the program and, optionally, one target: a lesson's id or a file
 *
 * Opens the window and returns when the person has closed it.  Called once, in the main
 * thread.  A running instance of the program is asked to open the target instead.
 *
 * Returns: the exit status of the process
 */
int jug_ui_run (JugSession *session, int argc, char **argv);

G_END_DECLS
