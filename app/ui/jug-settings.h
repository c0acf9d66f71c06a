/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window remembers, where it can: without the schema it forgets. */
#pragma once

#include <gtk/gtk.h>

#include "jug-session.h"

G_BEGIN_DECLS

/**
 * jug_settings_new:
 *
 * Returns: (transfer full) (nullable): the settings, or %NULL if their schema is not
 *   installed: then nothing is remembered
 */
GSettings *jug_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Each of these accepts %NULL settings and then does nothing. */

/**
 * jug_settings_bind:
 *
 * Binds the key to the property, both ways.
 */
void jug_settings_bind (GSettings *settings,
                        const char *key,
                        gpointer object,
                        const char *property);

/**
 * jug_settings_bind_session:
 *
 * Binds speed and axis to @session.
 */
void jug_settings_bind_session (GSettings *settings, JugSession *session);

/**
 * jug_settings_bind_pane:
 * @settings: (nullable): where the size is remembered
 * @is_end: whether it is the size of the second child; else of the first
 * @share: of the room, that the first child gets at first
 *
 * Gives the panes their sizes as soon as there is room, and remembers them as the person
 * has dragged them.
 */
void jug_settings_bind_pane (
    GSettings *settings, const char *key, GtkPaned *paned, gboolean is_end, double share);

G_END_DECLS
