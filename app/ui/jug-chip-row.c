/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills the room with names, then takes back as many as the count needs. */
#include "jug-chip-row.h"

/* The part of a view's width that chips may take from the text. */
#define PART 0.2

JugChipRow
jug_chip_row_fit (guint n_chips,
                  double room,
                  double spacing,
                  const JugChipMeasure *measure,
                  gpointer data)
{
  JugChipRow row = { 0, 0, 0 };
  double names = 0; /* the chips with names, and a space after each */

  g_return_val_if_fail (measure != NULL, row);

  if (n_chips == 0)
    return row;
  if (n_chips == 1)
    return (JugChipRow){ 1, 0, MIN (measure->name (0, data), room) };
  while (row.n_named < n_chips)
    {
      double width = measure->name (row.n_named, data);

      if (names + width > room)
        break;
      names += width + spacing;
      row.n_named++;
    }
  row.n_more = n_chips - row.n_named;
  if (row.n_more == 0)
    {
      row.width = names - spacing;
      return row;
    }
  while (row.n_named > 0 && names + measure->count (row.n_more, data) > room)
    {
      row.n_named--;
      row.n_more++;
      names -= measure->name (row.n_named, data) + spacing;
    }
  row.width = names + measure->count (row.n_more, data);
  return row;
}

double
jug_chip_row_get_room (double view_width, double least)
{
  return MAX (view_width * PART, least);
}
