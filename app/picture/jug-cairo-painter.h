/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints a display list with cairo and pango: for files, for previews, for tests. */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "jug-display-list.h"

G_BEGIN_DECLS

/**
 * JugCairoPainter:
 *
 * A painter with fonts of its own choice and kept text layouts.
 */
typedef struct _JugCairoPainter JugCairoPainter;

/**
 * jug_cairo_painter_new:
 * @context: (nullable): whose fonts to use; %NULL: fonts and settings that look the same
 * on every machine which has DejaVu or something like it
 */
JugCairoPainter *jug_cairo_painter_new (PangoContext *context) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_cairo_painter_free:
 *
 * Frees the painter and its fonts.
 */
void jug_cairo_painter_free (JugCairoPainter *self);

/**
 * jug_cairo_painter_paint:
 *
 * Paints @list in the colours of @palette.  The canvas is painted only if the list holds
 * it.
 */
void jug_cairo_painter_paint (JugCairoPainter *self,
                              cairo_t *cr,
                              JugDisplayList *list,
                              const JugPalette *palette);

/**
 * jug_cairo_painter_measure:
 * @data: the painter
 *
 * A #JugMeasureFunc in the fonts of a painter.
 */
double jug_cairo_painter_measure (const char *text,
                                  JugFontRole role,
                                  double scale,
                                  gpointer data);

/**
 * jug_font_role_to_pango:
 * @base: (nullable): the font whose family to use
 *
 * The font of @role at @scale, in absolute units.
 */
PangoFontDescription *
jug_font_role_to_pango (JugFontRole role, double scale, const PangoFontDescription *base)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugCairoPainter, jug_cairo_painter_free)

G_END_DECLS
