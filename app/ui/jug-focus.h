/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives the focus back to where it was. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * jug_focus_give_back:
 * @widget: what had the focus
 *
 * Gives @widget the focus at once, and again with the next few frames: when a
 * popover closes or a widget moves, newer GTK gives the focus elsewhere after everybody
 * has been told.  A widget that is not on the screen by then is left alone.
 */
void jug_focus_give_back (GtkWidget *widget);

G_END_DECLS
