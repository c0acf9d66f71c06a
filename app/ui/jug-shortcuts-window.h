/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help about keys. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define JUG_TYPE_SHORTCUTS_WINDOW (jug_shortcuts_window_get_type ())

/**
 * JugShortcutsWindow:
 *
 * Lists the table of shortcuts, letters as they are written on the person's keyboard.
 */
G_DECLARE_FINAL_TYPE (
    JugShortcutsWindow, jug_shortcuts_window, JUG, SHORTCUTS_WINDOW, AdwWindow)

/**
 * jug_shortcuts_window_new:
 * @parent: (nullable): the window that it stays above
 *
 * Returns: (transfer none): a window that is still to be presented; it goes when the
 *   person closes it
 */
GtkWidget *jug_shortcuts_window_new (GtkWindow *parent);

G_END_DECLS
