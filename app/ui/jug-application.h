/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program as the desktop sees it: one instance, its window, its command line. */
#pragma once

#include <adwaita.h>

#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_APPLICATION (jug_application_get_type ())

/**
 * JugApplication:
 *
 * Shows one session in one window.  Started a second time, the first instance is asked to
 * open what the second was to open.
 */
G_DECLARE_FINAL_TYPE (JugApplication, jug_application, JUG, APPLICATION, AdwApplication)

/**
 * jug_ui_reach_display:
 *
 * Connects to the display.  What the toolkit would print if there is none, and end the
 * process, is left to the caller to say in its own words.
 *
 * Returns: whether a window can be opened
 */
gboolean jug_ui_reach_display (void);

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
