/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One drawn thing as assistive technology and the keyboard see it. */
#pragma once

#include <gtk/gtk.h>

#include "jug-display-list.h"

G_BEGIN_DECLS

#define JUG_TYPE_PICTURE_ITEM (jug_picture_item_get_type ())

/**
 * JugPictureItem:
 *
 * A light child of a widget that draws: it lies over what the widget has drawn, has a
 * name, takes the focus and shows that, and has an action.  It draws nothing else, and
 * leaves the pointer to its parent.
 */
G_DECLARE_FINAL_TYPE (JugPictureItem, jug_picture_item, JUG, PICTURE_ITEM, GtkWidget)

/**
 * JugPictureItem::activated:
 *
 * The person chose it: by Return or from assistive technology.
 */

/**
 * jug_picture_item_new:
 * @ref: what it stands for, as long as it lives; copied
 *
 * Returns: (transfer floating): an item without a place and a name
 */
GtkWidget *jug_picture_item_new (const JugPictureRef *ref);

/**
 * jug_picture_item_get_ref:
 *
 * Returns: (transfer none): what it stands for; the same as long as the item lives
 */
const JugPictureRef *jug_picture_item_get_ref (JugPictureItem *self);

/**
 * jug_picture_item_set_place:
 *
 * Where its parent is to allocate it.
 */
void jug_picture_item_set_place (JugPictureItem *self, const JugRect *place);

/**
 * jug_picture_item_get_place:
 *
 * Returns: (transfer none): where its parent is to allocate it, in px of the parent; all
 *   0 until it was set
 */
const JugRect *jug_picture_item_get_place (JugPictureItem *self);

/**
 * jug_picture_item_set_label:
 *
 * What it stands for, in words.
 */
void jug_picture_item_set_label (JugPictureItem *self, const char *label);

/**
 * jug_picture_item_get_label:
 *
 * Returns: (transfer none) (nullable): what it stands for, in words, good until that is
 *   set anew; %NULL until then
 */
const char *jug_picture_item_get_label (JugPictureItem *self);

/**
 * jug_picture_item_set_description:
 *
 * What there is to say of it beside its name; empty for nothing.
 */
void jug_picture_item_set_description (JugPictureItem *self, const char *description);

G_END_DECLS
