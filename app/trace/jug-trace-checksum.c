/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checksum of the trace file: tells accidents, at the speed of memory. */
#include "jug-trace-checksum-private.h"

#include <string.h>

/* Odd, so that to multiply by them loses nothing; else arbitrary. */
#define FACTOR_WORD G_GUINT64_CONSTANT (0x9fb21c651e98df25)
#define FACTOR_LANE G_GUINT64_CONSTANT (0xd6e8feb86659fd93)

#define N_LANES G_N_ELEMENTS (((JugTraceChecksum *) NULL)->lanes)

static inline guint64
rotate (guint64 word, guint by)
{
  return word << by | word >> (64 - by);
}

/* Each step can be undone, which is why no change of one word can be lost in a later
 * step. */
static void
add_block (guint64 *lanes, const char *block)
{
  for (guint i = 0; i < N_LANES; i++)
    {
      guint64 word;

      memcpy (&word, block + i * sizeof word, sizeof word);
      lanes[i] = rotate (lanes[i] + word * FACTOR_WORD, 29) * FACTOR_LANE;
    }
}

void
jug_trace_checksum_init (JugTraceChecksum *self)
{
  for (guint i = 0; i < N_LANES; i++)
    self->lanes[i] = FACTOR_LANE * (i + 1);
  self->n_bytes = 0;
}

/* Adds what comes next; only the last piece may have an odd length. */
void
jug_trace_checksum_add (JugTraceChecksum *self, gconstpointer data, gsize n_bytes)
{
  const char *next = data;
  guint64 lanes[N_LANES];

  g_assert (self->n_bytes % JUG_TRACE_CHECKSUM_BLOCK == 0);

  self->n_bytes += n_bytes;
  memcpy (lanes, self->lanes, sizeof lanes);
  for (; n_bytes >= JUG_TRACE_CHECKSUM_BLOCK; n_bytes -= JUG_TRACE_CHECKSUM_BLOCK)
    {
      add_block (lanes, next);
      next += JUG_TRACE_CHECKSUM_BLOCK;
    }
  if (n_bytes > 0)
    {
      char block[JUG_TRACE_CHECKSUM_BLOCK] = { 0 };

      memcpy (block, next, n_bytes);
      add_block (lanes, block);
    }
  memcpy (self->lanes, lanes, sizeof lanes);
}

/* Spreads each bit over all of them. */
static inline guint64
spread (guint64 word)
{
  word = (word ^ word >> 32) * FACTOR_WORD;
  word = (word ^ word >> 29) * FACTOR_LANE;
  return word ^ word >> 32;
}

guint64
jug_trace_checksum_get (const JugTraceChecksum *self)
{
  guint64 sum = spread (self->n_bytes + 1);

  for (guint i = 0; i < N_LANES; i++)
    sum = spread (rotate (sum, 31) + spread (self->lanes[i]));
  return sum;
}
