/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colour behind whole lines of a text. */
#pragma once

#include <gtk/gtk.h>

#include "jug-palette.h"

G_BEGIN_DECLS

/*
 * A tint is a tag of the buffer, known by its name: "what runs", "what differs".  It is
 * made when it is first asked for.  Lines are counted from 1.
 */

/**
 * jug_line_tint_set_color:
 * @name: which tint
 * @paint: its colour, in the palette that is in use now
 * @alpha: how much of it, from 0 to 1
 */
void jug_line_tint_set_color (GtkTextBuffer *buffer,
                              const char *name,
                              JugPaint paint,
                              double alpha);

/**
 * jug_line_tint_clear:
 *
 * No line has the tint any more.
 */
void jug_line_tint_clear (GtkTextBuffer *buffer, const char *name);

/**
 * jug_line_tint_add:
 * @line: a line that there is
 *
 * Tints a line with its end, so that an empty one is seen too.
 */
void jug_line_tint_add (GtkTextBuffer *buffer, const char *name, guint line);

G_END_DECLS
