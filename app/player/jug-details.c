/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a task was and what its variables held, at any time. */
#include "jug-details-private.h"

/* What a history is of: a task's chain in slot 0, the variables of frame N in slot N + 1.
 */
static gint64
get_key (guint32 task, guint32 slot)
{
  return ((gint64) task << 32) | slot;
}

void
jug_details_init (JugDetails *self)
{
  self->histories = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                           (GDestroyNotify) g_array_unref);
}

void
jug_details_clear (JugDetails *self)
{
  g_clear_pointer (&self->histories, g_hash_table_unref);
}

void
jug_details_add (JugDetails *self, guint32 index, const JugEvent *event)
{
  gint64 key =
      get_key (event->task, event->kind == JUG_EVENT_LOCALS ? event->object + 1 : 0);
  GArray *history = g_hash_table_lookup (self->histories, &key);

  if (!history)
    {
      history = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_hash_table_insert (self->histories, g_memdup2 (&key, sizeof key), history);
    }
  g_array_append_val (history, index);
}

static guint32
find (const JugDetails *self, guint32 task, guint32 slot, guint32 at)
{
  gint64 key = get_key (task, slot);
  const GArray *history = g_hash_table_lookup (self->histories, &key);
  guint low = 0, high = history ? history->len : 0;

  /* How many of them are not after @at. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (history, guint32, middle) <= at)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 0 ? g_array_index (history, guint32, low - 1) : JUG_NO_EVENT;
}

guint32
jug_details_find_frames (const JugDetails *self, guint32 task, guint32 at)
{
  return find (self, task, 0, at);
}

guint32
jug_details_find_locals (const JugDetails *self, guint32 task, guint32 frame, guint32 at)
{
  return find (self, task, frame + 1, at);
}
