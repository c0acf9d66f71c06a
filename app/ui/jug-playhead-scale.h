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

GtkWidget *jug_playhead_scale_new (void);
void jug_playhead_scale_set_session (JugPlayheadScale *self, JugSession *session);

G_END_DECLS
