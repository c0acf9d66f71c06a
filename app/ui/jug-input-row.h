/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a program reads from its standard input is written here. */
#pragma once

#include <adwaita.h>

#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_INPUT_ROW (jug_input_row_get_type ())

/**
 * JugInputRow:
 *
 * An entry that is there while a program takes input: Return sends a line, Ctrl+D says
 * that there will be no more.
 */
G_DECLARE_FINAL_TYPE (JugInputRow, jug_input_row, JUG, INPUT_ROW, AdwBin)

/**
 * jug_input_row_set_session:
 * @self: a row
 * @session: a session; not %NULL
 *
 * Sends what is written to the program that @session runs, and is visible while that
 * takes input.  It keeps a reference to @session until another one is set or @self is
 * disposed.
 */
void jug_input_row_set_session (JugInputRow *self, JugSession *session);

G_END_DECLS
