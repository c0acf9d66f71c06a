/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the chips of one line share the room that there is. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JugChipRow:
 * @n_named: so many chips carry a name, the first ones
 * @n_more: so many are only counted, in one more chip; 0 if all are named
 * @width: what all of them take, in px; not more than the room, unless even the count
 *   alone needs more
 */
typedef struct
{
  guint n_named;
  guint n_more;
  double width;
} JugChipRow;

/**
 * JugChipMeasure:
 * @name: (func): how wide the chip of the name at @index is, in full
 * @count: (func): how wide the chip is that counts @n_more further ones
 */
typedef struct
{
  double (*name) (guint index, gpointer data);
  double (*count) (guint n_more, gpointer data);
} JugChipMeasure;

/**
 * jug_chip_row_fit:
 * @n_chips: how many there are at the line
 * @room: in px
 * @spacing: between two chips, in px
 * @data: for @measure
 *
 * Names as many as have room in full, and counts the others.  A chip that is alone is
 * always named: if it is too wide, it takes the whole room, and its name is to be cut.
 * Looks at no more names than could stand in the room.
 */
JugChipRow jug_chip_row_fit (guint n_chips,
                             double room,
                             double spacing,
                             const JugChipMeasure *measure,
                             gpointer data);

/**
 * jug_chip_row_get_room:
 * @view_width: of the view beside whose text the chips stand, in px
 * @least: the least width of a chip, in px
 *
 * Returns: how wide a row of chips may be there, in px
 */
double jug_chip_row_get_room (double view_width, double least);

G_END_DECLS
