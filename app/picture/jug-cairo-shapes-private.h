/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paths, patterns and markers as cairo draws them. */
#pragma once

#include <cairo.h>

#include "jug-display-list.h"

G_BEGIN_DECLS

void jug_cairo_shapes_box (cairo_t *cr, const JugDisplayItem *item);
void jug_cairo_shapes_polyline (cairo_t *cr, const JugPoint *points, guint n_points);
void jug_cairo_shapes_curve (cairo_t *cr, const JugPoint *points);
void jug_cairo_shapes_arrow_head (cairo_t *cr, JugPoint from, JugPoint to, double size);
void jug_cairo_shapes_pattern (cairo_t *cr, const JugDisplayItem *item);
void jug_cairo_shapes_marker (cairo_t *cr, const JugDisplayItem *item);

G_END_DECLS
