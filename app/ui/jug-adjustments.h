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

/**
 * jug_adjustments_free:
 *
 * Lets go of the adjustments and frees what is kept of them; nothing is reported any
 * more.
 */
void jug_adjustments_free (JugAdjustments *self);

/**
 * jug_adjustments_set_property:
 * @id: one of the properties of jug_adjustments_install(); there must be no other
 * @value: what to set it to; for an adjustment, %NULL has one made
 *
 * To be called by the class when a property is set.  Keeps a reference to an adjustment
 * until another one is set, and tells it what there is; a policy is only kept.
 */
void jug_adjustments_set_property (JugAdjustments *self, guint id, const GValue *value);

/**
 * jug_adjustments_get_property:
 * @id: one of the properties of jug_adjustments_install(); there must be no other
 * @value: (out caller-allocates): gets it; an adjustment is %NULL until one was set
 *
 * To be called by the class when a property is asked for.
 */
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
