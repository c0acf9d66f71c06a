/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card that tells what the pointer rests on in the timeline. */
#pragma once

#include <gtk/gtk.h>

#include "jug-timeline-chart.h"

G_BEGIN_DECLS

#define JUG_TYPE_HOVER_CARD (jug_hover_card_get_type ())

/**
 * JugHoverCard:
 *
 * A child of a #GtkOverlay around a #JugTimelineChart: it comes after the pointer has
 * rested on something for a moment, goes from thing to thing with it, and never takes
 * the pointer nor the focus.  It is drawn apart from the chart.
 */
G_DECLARE_FINAL_TYPE (JugHoverCard, jug_hover_card, JUG, HOVER_CARD, GtkWidget)

/**
 * jug_hover_card_add:
 * @overlay: what it lies over; @chart is somewhere in it
 *
 * Makes a card for @chart and adds it to @overlay, which places it.
 */
void jug_hover_card_add (GtkOverlay *overlay, JugTimelineChart *chart);

/**
 * jug_hover_card_is_shown:
 *
 * Whether it is there.
 */
gboolean jug_hover_card_is_shown (JugHoverCard *self);

/**
 * jug_hover_card_get_text:
 *
 * Returns: (transfer none): the sentence on it
 */
const char *jug_hover_card_get_text (JugHoverCard *self);

/**
 * jug_hover_card_place:
 * @thing: what it is about
 * @pointer_x: where the pointer came to it
 * @width: of the card, in px
 * @height: of the card, in px
 * @room: where it may be
 *
 * Where a card is to be: above the thing, below it where there is no room, never on it
 * unless there is no other place, and inside @room.
 */
GdkRectangle jug_hover_card_place (const GdkRectangle *thing,
                                   int pointer_x,
                                   int width,
                                   int height,
                                   const GdkRectangle *room);

G_END_DECLS
