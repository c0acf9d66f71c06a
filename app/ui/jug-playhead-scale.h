/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The playhead as a scale: what the ruler is to the keyboard and to a screen reader. */
#pragma once

#include <gtk/gtk.h>

#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_PLAYHEAD_SCALE (jug_playhead_scale_get_type ())

/**
 * JugPlayheadScale:
 *
 * A scale from 0, before the first event, to the number of events.  It is invisible but
 * for its focus: it lies over the ruler, where the playhead itself is drawn, and leaves
 * the pointer to it.
 */
G_DECLARE_FINAL_TYPE (JugPlayheadScale, jug_playhead_scale, JUG, PLAYHEAD_SCALE, GtkScale)

/**
 * jug_playhead_scale_new:
 *
 * Returns: (transfer floating): a scale that moves nothing until it has a session
 */
GtkWidget *jug_playhead_scale_new (void);

/**
 * jug_playhead_scale_set_session:
 * @session: (nullable): whose playhead it is; without one, or without a trace, the scale
 * stays as it is and moves nothing
 *
 * Follows the playhead of @session from now on, and takes it to where the scale is moved:
 * to the stop there, or to the next one in that direction.  Keeps a reference to @session
 * until another one is set or @self is disposed.
 */
void jug_playhead_scale_set_session (JugPlayheadScale *self, JugSession *session);

G_END_DECLS
