/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was open lately, as the desktop remembers it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * jug_recent_add:
 * @mime_type: what kind of file it is
 *
 * Remembers that @file was opened.
 */
void jug_recent_add (GFile *file, const char *mime_type);

/**
 * jug_recent_fill_menu:
 * @menu: what to fill, now and whenever the list changes; items call `win.open-file`
 */
void jug_recent_fill_menu (GMenu *menu);

G_END_DECLS
