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

GtkWidget *jug_picture_item_new (const JugPictureRef *ref);
const JugPictureRef *jug_picture_item_get_ref (JugPictureItem *self);

/**
 * jug_picture_item_set_place:
 *
 * Where its parent is to allocate it.
 */
void jug_picture_item_set_place (JugPictureItem *self, const JugRect *place);
const JugRect *jug_picture_item_get_place (JugPictureItem *self);

/**
 * jug_picture_item_set_label:
 *
 * What it stands for, in words.
 */
void jug_picture_item_set_label (JugPictureItem *self, const char *label);
const char *jug_picture_item_get_label (JugPictureItem *self);

/**
 * jug_picture_item_set_description:
 *
 * What there is to say of it beside its name; empty for nothing.
 */
void jug_picture_item_set_description (JugPictureItem *self, const char *description);

G_END_DECLS
