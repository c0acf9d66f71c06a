/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strings of a trace, each stored once and known by its number. */
#include "jug-string-table-private.h"

#include <string.h>

struct _JugStringSlot
{
  guint32 hash;
  guint32 len;
  guint32 number; /* 0: free */
};

/* What is kept free for the last events of a run that has become too large. */
#define SPARE_STRINGS (64 * 1024)
#define SPARE_TEXT (16 * 1024 * 1024)

#define FIRST_SLOTS 64
#define ARENA_BLOCK (16 * 1024)

/* The first eight bytes, or all if there are fewer; with the length they tell any two
 * apart. */
static inline guint64
load_word (const char *text, gsize len)
{
  guint64 word;
  guint32 first, last;

  if (len >= sizeof word)
    {
      memcpy (&word, text, sizeof word);
      return word;
    }
  if (len >= sizeof first)
    {
      memcpy (&first, text, sizeof first);
      memcpy (&last, text + len - sizeof last, sizeof last);
      return (guint64) last << 32 | first;
    }
  return (guint64) (guchar) text[0] << 16 | (guint64) (guchar) text[len / 2] << 8 |
         (guchar) text[len - 1];
}

/* Mixes eight bytes at a time: most strings are names and take one or two rounds. */
static guint32
hash_text (const char *text, gsize len)
{
  const guint64 factor = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint64 hash = len * factor;

  for (gsize done = 0; done < len; done += sizeof hash)
    {
      hash = (hash ^ load_word (text + done, len - done)) * factor;
      hash ^= hash >> 32;
    }
  return (guint32) (hash ^ hash >> 29);
}

/* The slot that holds the string, else the free one that it would take. */
static JugStringSlot *
find_slot (const JugStringTable *self, guint32 hash, const char *text, gsize len)
{
  guint32 mask = self->n_slots - 1;

  for (guint32 i = hash & mask;; i = (i + 1) & mask)
    {
      JugStringSlot *slot = &self->slots[i];

      if (slot->number == 0)
        return slot;
      if (slot->hash == hash && slot->len == len &&
          memcmp (jug_string_table_get (self, slot->number), text, len) == 0)
        return slot;
    }
}

/* Keeps at least half of the slots free. */
static void
grow_slots (JugStringTable *self)
{
  g_autofree JugStringSlot *old = g_steal_pointer (&self->slots);
  guint32 n_old = self->n_slots;

  self->n_slots = n_old > 0 ? 2 * n_old : FIRST_SLOTS;
  self->slots = g_new0 (JugStringSlot, self->n_slots);
  for (guint32 i = 0; i < n_old; i++)
    {
      guint32 place = old[i].hash & (self->n_slots - 1);

      if (old[i].number == 0)
        continue;
      while (self->slots[place].number != 0)
        place = (place + 1) & (self->n_slots - 1);
      self->slots[place] = old[i];
    }
}

/* Takes a string that stays where it is. */
static guint32
publish (JugStringTable *self, const char *text, gsize len)
{
  guint32 number = atomic_load_explicit (&self->n_strings, memory_order_relaxed);

  *(const char **) jug_chunks_add (&self->strings, number, sizeof (const char *)) = text;
  self->n_bytes += len + 1;
  atomic_store_explicit (&self->n_strings, number + 1, memory_order_release);
  return number;
}

void
jug_string_table_init (JugStringTable *self)
{
  self->arena = g_string_chunk_new (ARENA_BLOCK);
  grow_slots (self);
  publish (self, "", 0);
}

/*
 * Reads strings from a file: @ends says for each where the next one begins.  Everything
 * is checked.  The table is sealed.
 *
 * Returns: FALSE if they are not what a table can hold
 */
gboolean
jug_string_table_init_borrowed (JugStringTable *self,
                                const char *bytes,
                                gsize n_bytes,
                                const guint32 *ends,
                                guint32 n_strings)
{
  gsize start = 0;

  if (n_strings == 0 || ends[n_strings - 1] != n_bytes || ends[0] != 1)
    return FALSE;

  for (guint32 i = 0; i < n_strings; i++)
    {
      /* The final NUL must be there and be the only one, which is what this function
       * checks along with the encoding. */
      if (ends[i] <= start || ends[i] > n_bytes || bytes[ends[i] - 1] != '\0' ||
          !g_utf8_validate_len (bytes + start, ends[i] - start - 1, NULL))
        return FALSE;
      publish (self, bytes + start, ends[i] - start - 1);
      start = ends[i];
    }
  return TRUE;
}

void
jug_string_table_clear (JugStringTable *self)
{
  jug_string_table_seal (self);
  g_clear_pointer (&self->arena, g_string_chunk_free);
  jug_chunks_clear (&self->strings);
}

/* No more strings will come: frees what only adding needs. */
void
jug_string_table_seal (JugStringTable *self)
{
  g_clear_pointer (&self->slots, g_free);
  self->n_slots = 0;
}

/* The text as it is stored: valid UTF-8 and not too long. */
static char *
repair (const char *text, gsize len)
{
  g_autofree char *cut = NULL;

  if (len <= JUG_STRING_TABLE_MAX_LENGTH)
    return g_utf8_make_valid (text, (gssize) len);

  /* Not in the middle of a character. */
  len = JUG_STRING_TABLE_MAX_LENGTH;
  while (len > 0 && (text[len] & 0xc0) == 0x80)
    len--;
  cut = g_utf8_make_valid (text, (gssize) len);
  return g_strconcat (cut, "…", NULL);
}

/*
 * The number of a string, which is stored if it is new.  Bytes that are not UTF-8 are
 * replaced. 0 if the table is full.
 */
guint32
jug_string_table_intern (JugStringTable *self, const char *text, gsize len)
{
  g_autofree char *repaired = NULL;
  guint32 n_strings = atomic_load_explicit (&self->n_strings, memory_order_relaxed);
  JugStringSlot *slot;
  guint32 hash;

  g_assert (self->slots != NULL);

  if (len == 0)
    return 0;

  hash = hash_text (text, len);
  slot = find_slot (self, hash, text, len);
  if (slot->number != 0)
    return slot->number;

  /* Only what is new needs a closer look: what is stored has had it. */
  if (len > JUG_STRING_TABLE_MAX_LENGTH || !g_utf8_validate_len (text, len, NULL))
    {
      text = repaired = repair (text, len);
      len = strlen (text);
      hash = hash_text (text, len);
      slot = find_slot (self, hash, text, len);
      if (slot->number != 0)
        return slot->number;
    }

  if (n_strings >= JUG_STRING_TABLE_MAX_STRINGS ||
      len >= JUG_STRING_TABLE_MAX_TEXT - self->n_bytes)
    return 0;

  slot->hash = hash;
  slot->len = (guint32) len;
  slot->number =
      publish (self, g_string_chunk_insert_len (self->arena, text, (gssize) len), len);
  if (2 * n_strings >= self->n_slots)
    grow_slots (self);
  return n_strings;
}

/* Whether it is time to stop, while there is still room for a few more strings. */
gboolean
jug_string_table_is_full (const JugStringTable *self)
{
  return jug_string_table_get_n_strings (self) >
             JUG_STRING_TABLE_MAX_STRINGS - SPARE_STRINGS ||
         self->n_bytes > JUG_STRING_TABLE_MAX_TEXT - SPARE_TEXT;
}
