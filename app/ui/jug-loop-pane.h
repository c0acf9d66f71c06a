/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The view of the event loop with what it is about at the moment. */
#pragma once

#include <adwaita.h>

#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_LOOP_PANE (jug_loop_pane_get_type ())

/**
 * JugLoopPane:
 *
 * A bar that tells iteration and time, above the loop as queues.
 */
G_DECLARE_FINAL_TYPE (JugLoopPane, jug_loop_pane, JUG, LOOP_PANE, GtkBox)

/**
 * jug_loop_pane_set_session:
 * @self: a pane
 * @session: a session; not %NULL
 *
 * Shows the loop at the playhead of @session from now on.  It keeps a reference to
 * @session until another one is set or @self is disposed.
 */
void jug_loop_pane_set_session (JugLoopPane *self, JugSession *session);

G_END_DECLS
