/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A growing array whose items never move: chunks, each twice as long as the last. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The first chunk has this many items, so that the short trace of a lesson stays
 * small. */
#define JUG_CHUNKS_FIRST_BITS 10
#define JUG_CHUNKS_FIRST (1u << JUG_CHUNKS_FIRST_BITS)

/* Enough for every index of 32 bits. */
#define JUG_CHUNKS_MAX (33 - JUG_CHUNKS_FIRST_BITS)

/*
 * JugChunks:
 *
 * One thread adds at the end.  Because the list of chunks has a fixed length and an item
 * stays where it is, another thread may read every item that the first has published by
 * some atomic store of its own.  The items can also be borrowed from one block of memory,
 * such as a file.
 */
typedef struct
{
  char *chunks[JUG_CHUNKS_MAX];
  gboolean borrowed; /* the chunks are parts of memory that belongs to somebody else */
} JugChunks;

void
jug_chunks_borrow (JugChunks *self, gpointer items, guint32 n_items, gsize item_size);
void jug_chunks_clear (JugChunks *self);
gpointer jug_chunks_grow (JugChunks *self, guint32 index, gsize item_size);

/* The number of the chunk that holds an item; its place in it goes to @offset. */
static inline guint
jug_chunks_locate (guint32 index, guint32 *offset)
{
  guint64 place = (guint64) index + JUG_CHUNKS_FIRST;
  guint top = 63 - (guint) __builtin_clzll (place);

  *offset = (guint32) (place - (G_GUINT64_CONSTANT (1) << top));
  return top - JUG_CHUNKS_FIRST_BITS;
}

/* How many items a chunk has room for. */
static inline guint32
jug_chunks_get_length (guint chunk)
{
  return JUG_CHUNKS_FIRST << chunk;
}

/* An item that exists. */
static inline gpointer
jug_chunks_get (const JugChunks *self, guint32 index, gsize item_size)
{
  guint32 offset;
  guint chunk = jug_chunks_locate (index, &offset);

  return self->chunks[chunk] + offset * item_size;
}

/* Room for the item at @index, where every item before it has been added. */
static inline gpointer
jug_chunks_add (JugChunks *self, guint32 index, gsize item_size)
{
  guint32 offset;
  guint chunk = jug_chunks_locate (index, &offset);

  if (G_UNLIKELY (self->chunks[chunk] == NULL))
    return jug_chunks_grow (self, index, item_size);
  return self->chunks[chunk] + offset * item_size;
}

G_END_DECLS
