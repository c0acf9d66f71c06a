/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strings of a trace, each stored once and known by its number. */
#pragma once

#include <stdatomic.h>

#include "jug-chunks-private.h"

G_BEGIN_DECLS

/* A string longer than this is cut; all together and their number are limited too,
 * because a trace that is too large could not be opened again. */
#define JUG_STRING_TABLE_MAX_LENGTH (1024 * 1024)
#define JUG_STRING_TABLE_MAX_TEXT (256 * 1024 * 1024)
#define JUG_STRING_TABLE_MAX_STRINGS (1u << 24)

typedef struct _JugStringSlot JugStringSlot;

/*
 * JugStringTable:
 *
 * Number 0 is always the empty string.  All strings are valid UTF-8 and stay where they
 * are. One thread adds strings.  Another may read those whose number it was given.
 */
typedef struct
{
  JugChunks strings; /* of const char * */
  _Atomic guint32 n_strings;
  gsize n_bytes; /* of all strings with their final NUL */

  /* Of the thread that adds: */
  GStringChunk *arena;
  JugStringSlot
      *slots; /* a hash table with open addressing; freed by jug_string_table_seal() */
  guint32 n_slots;
} JugStringTable;

void jug_string_table_init (JugStringTable *self);
gboolean jug_string_table_init_borrowed (JugStringTable *self,
                                         const char *bytes,
                                         gsize n_bytes,
                                         const guint32 *ends,
                                         guint32 n_strings);
void jug_string_table_clear (JugStringTable *self);
void jug_string_table_seal (JugStringTable *self);
guint32 jug_string_table_intern (JugStringTable *self, const char *text, gsize len);
gboolean jug_string_table_is_full (const JugStringTable *self);

/* How many strings may be read. */
static inline guint32
jug_string_table_get_n_strings (const JugStringTable *self)
{
  return atomic_load_explicit (&self->n_strings, memory_order_acquire);
}

/* A string that exists. */
static inline const char *
jug_string_table_get (const JugStringTable *self, guint32 number)
{
  return *(const char **) jug_chunks_get (&self->strings, number, sizeof (const char *));
}

G_END_DECLS
