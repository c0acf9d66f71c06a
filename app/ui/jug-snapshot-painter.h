/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paints a display list as render nodes: the window's twin of the cairo painter. */
#pragma once

#include <gtk/gtk.h>

#include "jug-display-list.h"

G_BEGIN_DECLS

/**
 * JugSnapshotPainter:
 *
 * Paints display lists in the fonts of a widget.  Text layouts, patterns and markers are
 * kept from one frame to the next; what was not used for a while goes.
 */
typedef struct _JugSnapshotPainter JugSnapshotPainter;

/**
 * jug_snapshot_painter_new:
 * @widget: (transfer none): whose fonts and resolution to use; it owns the painter
 */
JugSnapshotPainter *jug_snapshot_painter_new (GtkWidget *widget)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_snapshot_painter_free:
 *
 * Frees the painter with all that it keeps; what it has painted stays.
 */
void jug_snapshot_painter_free (JugSnapshotPainter *self);

/**
 * jug_snapshot_painter_reset:
 *
 * Forgets what is kept: the fonts or the resolution have changed.
 */
void jug_snapshot_painter_reset (JugSnapshotPainter *self);

/**
 * jug_snapshot_painter_paint:
 *
 * Appends @list in the colours of @palette to @snapshot.
 */
void jug_snapshot_painter_paint (JugSnapshotPainter *self,
                                 GtkSnapshot *snapshot,
                                 JugDisplayList *list,
                                 const JugPalette *palette);

/**
 * jug_snapshot_painter_measure:
 * @data: the painter
 *
 * A #JugMeasureFunc in the fonts of a painter.
 */
double jug_snapshot_painter_measure (const char *text,
                                     JugFontRole role,
                                     double scale,
                                     gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugSnapshotPainter, jug_snapshot_painter_free)

G_END_DECLS
