/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program has printed up to the playhead, each line with its time. */
#pragma once

#include <adwaita.h>

#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_CONSOLE (jug_console_get_type ())

/**
 * JugConsole:
 *
 * A text that can be selected, and whose end follows the playhead, forwards and back.  Of
 * a long output it holds the last part.
 */
G_DECLARE_FINAL_TYPE (JugConsole, jug_console, JUG, CONSOLE, AdwBin)

/**
 * jug_console_set_session:
 * @self: a console
 * @session: a session; not %NULL
 *
 * Shows what the run of @session has printed up to the playhead, and takes its input.  It
 * keeps a reference to @session until another one is set or @self is disposed.
 */
void jug_console_set_session (JugConsole *self, JugSession *session);

G_END_DECLS
