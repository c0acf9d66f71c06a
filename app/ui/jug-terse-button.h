/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that has a word where there is room for it, else an icon. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * jug_terse_button_arrange:
 * @button: a button
 * @word: what it does, translated
 * @icon: name of the icon that stands for @word
 * @narrow: whether there is no room for @word
 *
 * Shows @word on @button, or @icon.  A screen reader reads @word, once, either way.
 */
void jug_terse_button_arrange (GtkButton *button,
                               const char *word,
                               const char *icon,
                               gboolean narrow);

G_END_DECLS
