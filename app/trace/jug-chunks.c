/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A growing array whose items never move: chunks, each twice as long as the last. */
#include "jug-chunks-private.h"

#include <string.h>

/*
 * Makes @self read items that lie one after the other in memory of somebody else, who
 * keeps them until after jug_chunks_clear().
 */
void
jug_chunks_borrow (JugChunks *self, gpointer items, guint32 n_items, gsize item_size)
{
  guint64 start = 0;

  self->borrowed = TRUE;
  for (guint i = 0; start < n_items; i++)
    {
      self->chunks[i] = (char *) items + start * item_size;
      start += jug_chunks_get_length (i);
    }
}

/* The chunk of the item at @index is missing: makes it. */
gpointer
jug_chunks_grow (JugChunks *self, guint32 index, gsize item_size)
{
  guint32 offset;
  guint chunk = jug_chunks_locate (index, &offset);

  g_assert (!self->borrowed);
  g_assert (offset == 0);

  /* From the heap, and not straight from the system with a hint to use huge pages: that
   * is faster the first time, but what the C library keeps of a trace that was freed is
   * faster still. */
  self->chunks[chunk] = g_malloc (jug_chunks_get_length (chunk) * item_size);
  return self->chunks[chunk];
}

/* Frees all chunks that are not borrowed. */
void
jug_chunks_clear (JugChunks *self)
{
  for (guint i = 0; i < JUG_CHUNKS_MAX && !self->borrowed; i++)
    g_free (self->chunks[i]);
  memset (self, 0, sizeof *self);
}
