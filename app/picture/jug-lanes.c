/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One order of all tasks, and the rows that are made of it. */
#include "jug-lanes.h"

struct _JugLanes
{
  JugSpanIndex *index;
  GArray *order;      /* of guint32: all tasks that are known */
  GArray *pinned;     /* of guint32: in the order of their rows */
  GHashTable *hidden; /* (element-type guint32): a set of tasks */
  GArray *rows;       /* of guint32: the task of each row */
  GArray *places;     /* of guint32, by task: its row, or JUG_NO_ROW */
  guint32 n_pinned;   /* of those that are not hidden */
  guint32 n_known;    /* rows of the index that were taken up */
};

#define AT(array, i) g_array_index (array, guint32, i)

JugLanes *
jug_lanes_new (JugSpanIndex *index)
{
  JugLanes *self;

  g_return_val_if_fail (index != NULL, NULL);

  self = g_new0 (JugLanes, 1);
  self->index = jug_span_index_ref (index);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->pinned = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->places = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->hidden = g_hash_table_new (NULL, NULL);
  return self;
}

void
jug_lanes_free (JugLanes *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->hidden, g_hash_table_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->pinned, g_array_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->index, jug_span_index_unref);
  g_free (self);
}

static guint
find (GArray *array, guint32 task)
{
  guint i = 0;

  while (i < array->len && AT (array, i) != task)
    i++;
  return i;
}

static gboolean
is_hidden (JugLanes *self, guint32 task)
{
  return g_hash_table_contains (self->hidden, GUINT_TO_POINTER (task));
}

static void
add_row (JugLanes *self, guint32 task)
{
  AT (self->places, task) = self->rows->len;
  g_array_append_val (self->rows, task);
}

static void
make_rows (JugLanes *self)
{
  g_array_set_size (self->rows, 0);
  g_array_set_size (self->places, self->order->len + 1);
  for (guint i = 0; i < self->places->len; i++)
    AT (self->places, i) = JUG_NO_ROW;
  add_row (self, JUG_TASK_LOOP);
  for (guint i = 0; i < self->pinned->len; i++)
    if (!is_hidden (self, AT (self->pinned, i)))
      add_row (self, AT (self->pinned, i));
  self->n_pinned = self->rows->len - 1;
  for (guint i = 0; i < self->order->len; i++)
    {
      guint32 task = AT (self->order, i);

      if (AT (self->places, task) == JUG_NO_ROW && !is_hidden (self, task))
        add_row (self, task);
    }
}

/* Takes up tasks that are new: each is put behind the one that is before it in the
 * index.  A list of who follows whom, with the loop as its head, makes that one walk. */
static void
take_up (JugLanes *self)
{
  guint32 n_rows = jug_span_index_get_n_rows (self->index);
  g_autofree guint32 *next = NULL;
  g_autofree guint8 *known = NULL;
  guint32 last = JUG_TASK_LOOP;

  if (self->n_known == n_rows)
    return;
  self->n_known = n_rows;
  next = g_new0 (guint32, n_rows);
  known = g_new0 (guint8, n_rows);
  for (guint i = 0; i < self->order->len; i++)
    {
      guint32 task = AT (self->order, i);

      next[last] = task;
      known[task] = TRUE;
      last = task;
    }
  for (guint32 row = 1; row < n_rows; row++)
    {
      guint32 task = jug_span_index_get_row_task (self->index, row);
      guint32 before = jug_span_index_get_row_task (self->index, row - 1);

      if (known[task])
        continue;
      next[task] = next[before];
      next[before] = task;
      known[task] = TRUE;
    }
  g_array_set_size (self->order, 0);
  for (guint32 task = next[JUG_TASK_LOOP]; task != JUG_TASK_LOOP; task = next[task])
    g_array_append_val (self->order, task);
  make_rows (self);
}

guint32
jug_lanes_get_n_rows (JugLanes *self)
{
  g_return_val_if_fail (self != NULL, 0);

  take_up (self);
  return self->rows->len;
}

guint32
jug_lanes_get_row_task (JugLanes *self, guint32 row)
{
  g_return_val_if_fail (self != NULL, JUG_TASK_LOOP);

  take_up (self);
  g_return_val_if_fail (row < self->rows->len, JUG_TASK_LOOP);
  return AT (self->rows, row);
}

guint32
jug_lanes_get_task_row (JugLanes *self, guint32 task)
{
  g_return_val_if_fail (self != NULL, JUG_NO_ROW);

  take_up (self);
  return task < self->places->len ? AT (self->places, task) : JUG_NO_ROW;
}

guint32
jug_lanes_get_n_pinned (JugLanes *self)
{
  g_return_val_if_fail (self != NULL, 0);

  take_up (self);
  return self->n_pinned;
}

guint32
jug_lanes_get_n_hidden (JugLanes *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->hidden);
}

gboolean
jug_lanes_is_pinned (JugLanes *self, guint32 task)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return find (self->pinned, task) < self->pinned->len;
}

gboolean
jug_lanes_is_hidden (JugLanes *self, guint32 task)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_hidden (self, task);
}

/* Whether it is a lane that can be arranged. */
static gboolean
is_task (JugLanes *self, guint32 task)
{
  take_up (self);
  return task != JUG_TASK_LOOP && task < self->places->len;
}

void
jug_lanes_set_pinned (JugLanes *self, guint32 task, gboolean pinned)
{
  guint place;

  g_return_if_fail (self != NULL);
  g_return_if_fail (is_task (self, task));

  place = find (self->pinned, task);
  if (!pinned && place < self->pinned->len)
    g_array_remove_index (self->pinned, place);
  else if (pinned && place == self->pinned->len)
    g_array_append_val (self->pinned, task);
  if (pinned)
    g_hash_table_remove (self->hidden, GUINT_TO_POINTER (task));
  make_rows (self);
}

void
jug_lanes_set_hidden (JugLanes *self, guint32 task, gboolean hidden)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (is_task (self, task));

  if (hidden)
    g_hash_table_add (self->hidden, GUINT_TO_POINTER (task));
  else
    g_hash_table_remove (self->hidden, GUINT_TO_POINTER (task));
  make_rows (self);
}

void
jug_lanes_show_all (JugLanes *self)
{
  g_return_if_fail (self != NULL);

  take_up (self);
  g_hash_table_remove_all (self->hidden);
  make_rows (self);
}

gboolean
jug_lanes_move (JugLanes *self, guint32 task, int direction)
{
  guint32 row, other, first, end;
  GArray *array;
  guint from, to;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (is_task (self, task), FALSE);
  g_return_val_if_fail (direction == 1 || direction == -1, FALSE);

  row = AT (self->places, task);
  if (row == JUG_NO_ROW)
    return FALSE;
  first = row <= self->n_pinned ? 1 : self->n_pinned + 1;
  end = row <= self->n_pinned ? self->n_pinned + 1 : self->rows->len;
  if (direction < 0 ? row == first : row + 1 >= end)
    return FALSE;
  other = AT (self->rows, row + (guint32) direction);
  /* Past the neighbour, and so past whatever is hidden between them. */
  array = row <= self->n_pinned ? self->pinned : self->order;
  from = find (array, task);
  g_array_remove_index (array, from);
  to = find (array, other) + (direction > 0 ? 1 : 0);
  g_array_insert_val (array, to, task);
  make_rows (self);
  return TRUE;
}
