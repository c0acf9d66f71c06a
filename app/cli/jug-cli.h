/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program as it is reached without a window: its commands. */
#pragma once

#include "jug-session.h"

G_BEGIN_DECLS

/**
 * JugCliWindowFunc:
 * @session: a session in which nothing is open
 * @argc: number of @argv
 * @argv: the name of the program and, perhaps, what to open
 *
 * Opens the window.
 *
 * Returns: the exit status of the process
 */
typedef int (*JugCliWindowFunc) (JugSession *session, int argc, char **argv);

/**
 * JugCliDisplayFunc:
 *
 * Connects to the display, in silence.
 *
 * Returns: whether a window can be opened
 */
typedef gboolean (*JugCliDisplayFunc) (void);

/**
 * JugCliParts:
 * @lessons_uri: the folder of the lessons
 * @programs: (array zero-terminated=1): their native programs
 * @reach_display: connects to the display; called before @open_window
 * @open_window: opens the window
 *
 * What the commands work with.
 */
typedef struct
{
  const char *lessons_uri;
  const JugProgram *const *programs;
  JugCliDisplayFunc reach_display;
  JugCliWindowFunc open_window;
} JugCliParts;

/**
 * jug_cli_run:
 * @parts: what to work with
 * @argc: number of @argv
 * @argv: the command line, in the encoding of file names
 *
 * Does what the command line says.  The locale is set up already.
 *
 * Returns: the exit status of the process: 2 if the command line is wrong
 */
int jug_cli_run (const JugCliParts *parts, int argc, char **argv);

G_END_DECLS
