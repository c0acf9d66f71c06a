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
 *
 * Remembers the size of a pane as the person has dragged it: of the first child of
 * @paned, or with @is_end of the second.  A key that is 0 leaves the size as it is.
 */
void jug_settings_bind_pane (GSettings *settings,
                             const char *key,
                             GtkPaned *paned,
                             gboolean is_end);

G_END_DECLS
