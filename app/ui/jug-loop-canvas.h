/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The event loop at the playhead, as queues. */
#pragma once

#include <gtk/gtk.h>

#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_LOOP_CANVAS (jug_loop_canvas_get_type ())

/**
 * JugLoopCanvas:
 *
 * Draws what runs, what is ready and in which order, which timers are armed, who waits
 * for what, and who is done.  Each of them is a child that can be read, reached and
 * chosen.
 */
G_DECLARE_FINAL_TYPE (JugLoopCanvas, jug_loop_canvas, JUG, LOOP_CANVAS, GtkWidget)

/**
 * jug_loop_canvas_set_session:
 * @self: a canvas
 * @session: (nullable): whose run it is; %NULL: nothing is drawn
 *
 * Draws the loop at the playhead of @session from now on.  It keeps a reference to
 * @session until another one is set or @self is disposed.
 */
void jug_loop_canvas_set_session (JugLoopCanvas *self, JugSession *session);

G_END_DECLS
