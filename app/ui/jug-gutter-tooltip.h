/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tooltips of what stands beside the lines of a program. */
#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/**
 * jug_gutter_tooltip_get_line:
 * @renderer: what stands beside the lines
 * @y: where the pointer is in it
 *
 * Returns: the line there, from 1
 */
guint jug_gutter_tooltip_get_line (GtkSourceGutterRenderer *renderer, int y);

/**
 * jug_gutter_tooltip_show:
 * @text: (transfer full) (nullable): what to say
 *
 * Returns: whether there is anything to say, as #GtkWidget::query-tooltip wants it
 */
gboolean jug_gutter_tooltip_show (GtkTooltip *tooltip, char *text);

G_END_DECLS
