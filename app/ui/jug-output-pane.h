/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program printed, or what happened, in one pane. */
#pragma once

#include <adwaita.h>

#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_OUTPUT_PANE (jug_output_pane_get_type ())

/**
 * JugOutputPane:
 *
 * A switch between the console and the list of what happened.
 */
G_DECLARE_FINAL_TYPE (JugOutputPane, jug_output_pane, JUG, OUTPUT_PANE, GtkBox)

/**
 * jug_output_pane_set_session:
 * @self: a pane
 * @session: a session; not %NULL
 *
 * Shows the run of @session in each of its views from now on.  It keeps a reference to
 * @session until another one is set or @self is disposed.
 */
void jug_output_pane_set_session (JugOutputPane *self, JugSession *session);

G_END_DECLS
