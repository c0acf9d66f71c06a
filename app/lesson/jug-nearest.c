/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of some words a person may have meant by another one. */
#include "jug-nearest.h"

#include <string.h>

/* Whoever writes more than this did not slip. */
enum
{
  MAX_LENGTH = 64,
};

/* How many letters have to be put in, left out, changed or exchanged with their neighbour
 * to make @b of @a (optimal string alignment) */
static guint
get_distance (const char *a, const char *b)
{
  guint length_a = strlen (a);
  guint length_b = strlen (b);
  guint rows[3][MAX_LENGTH + 1];
  guint *before = rows[0];
  guint *last = rows[1];
  guint *row = rows[2];

  for (guint j = 0; j <= length_b; j++)
    last[j] = j;
  for (guint i = 1; i <= length_a; i++)
    {
      guint *spare = before;

      row[0] = i;
      for (guint j = 1; j <= length_b; j++)
        {
          gboolean same = a[i - 1] == b[j - 1];

          row[j] = MIN (MIN (last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
      before = last;
      last = row;
      row = spare;
    }
  return last[length_b];
}

const char *
jug_nearest_find (const char *word, const char *const *candidates)
{
  const char *nearest = NULL;
  g_autofree char *small = NULL;
  guint best;

  g_return_val_if_fail (word != NULL, NULL);
  g_return_val_if_fail (candidates != NULL, NULL);

  if (strlen (word) > MAX_LENGTH)
    return NULL;
  small = g_ascii_strdown (word, -1);
  best = MAX (strlen (word), 3) / 3 + 1;
  for (; *candidates; candidates++)
    {
      g_autofree char *candidate = g_ascii_strdown (*candidates, -1);
      guint distance;

      if (strlen (candidate) > MAX_LENGTH)
        continue;
      distance = get_distance (small, candidate);
      if (distance < best)
        {
          best = distance;
          nearest = *candidates;
        }
    }
  return nearest;
}
