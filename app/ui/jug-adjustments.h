/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two adjustments of a widget that scrolls as a GtkScrollable. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * JugAdjustments:
 *
 * The properties of a #GtkScrollable.  A scrolled window sets the adjustments; what they
 * are told here is not reported, only what moves them from outside is.
 */
typedef struct _JugAdjustments JugAdjustments;

/**
 * jug_adjustments_install:
 *
 * The class has no other property, and hands those on to jug_adjustments_set_property()
 * and jug_adjustments_get_property().
 */
void jug_adjustments_install (GObjectClass *object_class);

/**
 * jug_adjustments_new:
 * @scrolled: called with @data when one of them was moved from outside
 */
JugAdjustments *jug_adjustments_new (void (*scrolled) (gpointer data), gpointer data)
    G_GNUC_WARN_UNUSED_RESULT;
void jug_adjustments_free (JugAdjustments *self);

void jug_adjustments_set_property (JugAdjustments *self, guint id, const GValue *value);
void jug_adjustments_get_property (JugAdjustments *self, guint id, GValue *value);

/**
 * jug_adjustments_get_value:
 * @otherwise: if there is no such adjustment yet
 *
 * Returns: where it was scrolled to
 */
double jug_adjustments_get_value (JugAdjustments *self,
                                  GtkOrientation orientation,
                                  double otherwise);

/**
 * jug_adjustments_configure:
 * @page: how much of @upper is to be seen at once
 * @step: how far an arrow goes
 *
 * Tells the adjustment, and whichever is set instead of it, what there is.
 */
void jug_adjustments_configure (JugAdjustments *self,
                                GtkOrientation orientation,
                                double value,
                                double upper,
                                double page,
                                double step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugAdjustments, jug_adjustments_free)

G_END_DECLS
