/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The drawn things of a widget as its children, kept in step with what is drawn. */
#pragma once

#include "jug-picture-item.h"

G_BEGIN_DECLS

/**
 * JugItemSet:
 *
 * Children of one widget, one per #JugPictureRef, in reading order.  What stays from one
 * refill to the next stays the same widget, so that neither focus nor a screen reader
 * loses its place.
 */
typedef struct _JugItemSet JugItemSet;

typedef void (*JugItemFunc) (const JugPictureRef *ref, gpointer data);

/**
 * jug_item_set_new:
 * @parent: (transfer none): whose children they are; it owns the set
 * @activated: called when the person chooses one
 */
JugItemSet *jug_item_set_new (GtkWidget *parent, JugItemFunc activated, gpointer data)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_item_set_free:
 *
 * Removes the children from the parent, which still has to be there, and frees the set.
 */
void jug_item_set_free (JugItemSet *self);

/* Refilling: begin, add in reading order, end */

/**
 * jug_item_set_begin:
 *
 * From here on all children are left over until they are added again.  A refill has to
 * come to its jug_item_set_end() before the next one begins.
 */
void jug_item_set_begin (JugItemSet *self);

/**
 * jug_item_set_add:
 * @label: what it is, in words
 *
 * Adds a thing, unless it was added since the refill began.
 */
void jug_item_set_add (JugItemSet *self,
                       const JugPictureRef *ref,
                       const JugRect *place,
                       const char *label);

/**
 * jug_item_set_end:
 *
 * Removes what was not added.  A focus that is lost by that goes to the parent.
 */
void jug_item_set_end (JugItemSet *self);

/**
 * jug_item_set_get_n_items:
 *
 * Returns: how many children there are; during a refill, how many were added so far
 */
guint jug_item_set_get_n_items (JugItemSet *self);

/**
 * jug_item_set_find:
 *
 * Returns: (transfer none) (nullable): the child that stands for @ref
 */
JugPictureItem *jug_item_set_find (JugItemSet *self, const JugPictureRef *ref);

/**
 * jug_item_set_allocate:
 *
 * To be called by the parent's size_allocate.
 */
void jug_item_set_allocate (JugItemSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugItemSet, jug_item_set_free)

G_END_DECLS
