/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A growing array whose items never move: chunks, each twice as long as the one before.
 */
#include "jug-chunks-private.h"

#include <string.h>

#ifdef __linux__
#  include <sys/mman.h>
#endif

/* Large chunks are made of pages of this size where the kernel has them: most of the cost
 * of an append is the first touch of its page. */
#define HUGE_PAGE (2u * 1024 * 1024)

static gpointer
allocate_chunk (gsize size)
{
  gpointer chunk;

  if (size < HUGE_PAGE)
    return g_malloc (size);
  /* Only the part that is written takes memory. */
  chunk = g_aligned_alloc (size, 1, HUGE_PAGE);
#ifdef MADV_HUGEPAGE
  /* Advice: where it is not taken, small pages serve. */
  (void) madvise (chunk, size, MADV_HUGEPAGE);
#endif
  return chunk;
}

static void
free_chunk (gpointer chunk, gsize size)
{
  if (size < HUGE_PAGE)
    g_free (chunk);
  else
    g_aligned_free (chunk);
}

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

  self->chunks[chunk] = allocate_chunk (jug_chunks_get_length (chunk) * item_size);
  return self->chunks[chunk];
}

/* Frees all chunks that are not borrowed. */
void
jug_chunks_clear (JugChunks *self, gsize item_size)
{
  for (guint i = 0; i < JUG_CHUNKS_MAX && !self->borrowed; i++)
    if (self->chunks[i] != NULL)
      free_chunk (self->chunks[i], jug_chunks_get_length (i) * item_size);
  memset (self, 0, sizeof *self);
}
