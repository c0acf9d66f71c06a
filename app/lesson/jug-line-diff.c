/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A longest common subsequence of lines, by the table that every textbook has. */
#include "jug-line-diff.h"

#include <string.h>

/* So large may the table be: 16 MiB. */
#define MAX_CELLS (4u * 1024 * 1024)

/* The lines of a text, and what became of each. */
typedef struct
{
  char **lines;
  guint n_lines;
  JugLineMark *marks;
} Side;

struct _JugLineDiff
{
  Side old;
  Side new;
};

static void
side_init (Side *self, const char *text)
{
  self->lines = g_strsplit (text, "\n", -1);
  self->n_lines = g_strv_length (self->lines);
  /* Lines are the same however they end. */
  for (guint i = 0; i < self->n_lines; i++)
    if (g_str_has_suffix (self->lines[i], "\r"))
      self->lines[i][strlen (self->lines[i]) - 1] = '\0';
  self->marks = g_new0 (JugLineMark, self->n_lines + 1);
}

static void
side_clear (Side *self)
{
  g_strfreev (self->lines);
  g_free (self->marks);
}

/* What lies between two common lines: as many changed as both have, the rest came or
 * went. */
static void
mark_gap (JugLineDiff *self, guint old, guint old_end, guint new, guint new_end)
{
  for (; old < old_end && new < new_end; old++, new ++)
    self->old.marks[old] = self->new.marks[new] = JUG_LINE_CHANGED;
  for (; old < old_end; old++)
    self->old.marks[old] = JUG_LINE_REMOVED;
  for (; new < new_end; new ++)
    self->new.marks[new] = JUG_LINE_ADDED;
}

/* What is to be compared: all lines but those that both have at the start and the end. */
typedef struct
{
  guint old;
  guint n_old;
  guint new;
  guint n_new;
} Middle;

static gboolean
are_same (JugLineDiff *self, guint old, guint new)
{
  return g_str_equal (self->old.lines[old], self->new.lines[new]);
}

static Middle
find_middle (JugLineDiff *self)
{
  guint start = 0, old_end = self->old.n_lines, new_end = self->new.n_lines;

  while (start < old_end && start < new_end && are_same (self, start, start))
    start++;
  while (old_end > start && new_end > start && are_same (self, old_end - 1, new_end - 1))
    {
      old_end--;
      new_end--;
    }
  return (Middle){ start, old_end - start, start, new_end - start };
}

/* lengths[i][j]: how many lines the ends of both from i and j on have in common. */
static guint32 *
new_lengths (JugLineDiff *self, const Middle *middle)
{
  guint width = middle->n_new + 1;
  guint32 *lengths = g_new0 (guint32, (gsize) (middle->n_old + 1) * width);

  for (guint i = middle->n_old; i-- > 0;)
    for (guint j = middle->n_new; j-- > 0;)
      {
        guint32 *here = &lengths[(gsize) i * width + j];

        if (are_same (self, middle->old + i, middle->new + j))
          *here = here[width + 1] + 1;
        else
          *here = MAX (here[width], here[1]);
      }
  return lengths;
}

static void
compare (JugLineDiff *self, const Middle *middle)
{
  g_autofree guint32 *lengths = new_lengths (self, middle);
  guint width = middle->n_new + 1;
  guint i = 0, j = 0, gap_i = 0, gap_j = 0;

  while (i < middle->n_old && j < middle->n_new)
    {
      const guint32 *here = &lengths[(gsize) i * width + j];

      if (are_same (self, middle->old + i, middle->new + j))
        {
          mark_gap (self, middle->old + gap_i, middle->old + i, middle->new + gap_j,
                    middle->new + j);
          gap_i = ++i;
          gap_j = ++j;
        }
      else if (here[width] >= here[1])
        i++;
      else
        j++;
    }
  mark_gap (self, middle->old + gap_i, middle->old + middle->n_old, middle->new + gap_j,
            middle->new + middle->n_new);
}

JugLineDiff *
jug_line_diff_new (const char *old_text, const char *new_text)
{
  JugLineDiff *self;
  Middle middle;

  g_return_val_if_fail (old_text != NULL, NULL);
  g_return_val_if_fail (new_text != NULL, NULL);

  self = g_new0 (JugLineDiff, 1);
  side_init (&self->old, old_text);
  side_init (&self->new, new_text);
  middle = find_middle (self);
  if ((guint64) (middle.n_old + 1) * (middle.n_new + 1) <= MAX_CELLS)
    compare (self, &middle);
  else
    mark_gap (self, middle.old, middle.old + middle.n_old, middle.new,
              middle.new + middle.n_new);
  return self;
}

void
jug_line_diff_free (JugLineDiff *self)
{
  side_clear (&self->old);
  side_clear (&self->new);
  g_free (self);
}

JugLineMark
jug_line_diff_get_old (JugLineDiff *self, guint line)
{
  g_return_val_if_fail (self != NULL, JUG_LINE_SAME);

  return line < self->old.n_lines ? self->old.marks[line] : JUG_LINE_SAME;
}

JugLineMark
jug_line_diff_get_new (JugLineDiff *self, guint line)
{
  g_return_val_if_fail (self != NULL, JUG_LINE_SAME);

  return line < self->new.n_lines ? self->new.marks[line] : JUG_LINE_SAME;
}

guint
jug_line_diff_count (JugLineDiff *self, JugLineMark mark)
{
  const Side *side;
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  side = mark == JUG_LINE_REMOVED ? &self->old : &self->new;
  for (guint i = 0; i < side->n_lines; i++)
    n += side->marks[i] == mark;
  return n;
}

int
jug_line_diff_find_first (JugLineDiff *self)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < MAX (self->old.n_lines, self->new.n_lines); i++)
    if (jug_line_diff_get_old (self, i) != JUG_LINE_SAME ||
        jug_line_diff_get_new (self, i) != JUG_LINE_SAME)
      return (int) i;
  return -1;
}
