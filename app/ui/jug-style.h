/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What drawn parts take from the desktop: light or dark, contrast, size of text. */
#pragma once

#include <gtk/gtk.h>

#include "jug-palette.h"

G_BEGIN_DECLS

/**
 * jug_style_get_palette:
 *
 * Returns: (transfer none): the palette for the style that windows have now
 */
const JugPalette *jug_style_get_palette (void);

/**
 * jug_style_get_font_scale:
 *
 * How large text in drawings has to be beside that of @widget: 1 if its font is one of
 * 10 pt at 96 dpi.
 */
double jug_style_get_font_scale (GtkWidget *widget);

/**
 * jug_style_connect:
 * @callback: called with @widget when the palette has become another one
 *
 * Follows the style for as long as @widget lives.
 */
void jug_style_connect (GtkWidget *widget, void (*callback) (GtkWidget *widget));

/**
 * jug_style_get_color:
 *
 * Returns: the colour that @paint is now
 */
GdkRGBA jug_style_get_color (JugPaint paint);

/**
 * jug_style_color_to_hex:
 *
 * Returns: (transfer full): the colour that @paint is now, as "#rrggbb"
 */
char *jug_style_color_to_hex (JugPaint paint) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_style_adopt:
 *
 * Gives @window the CSS classes "dark" and "hc" while the style is that.
 */
void jug_style_adopt (GtkWidget *window);

G_END_DECLS
