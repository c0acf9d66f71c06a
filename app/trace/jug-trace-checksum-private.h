/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checksum of the trace file: tells accidents, at the speed of memory. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* It works on blocks of this size: the length of an event. */
#define JUG_TRACE_CHECKSUM_BLOCK 32

/*
 * JugTraceChecksum:
 *
 * Four sums side by side, one for each eight bytes of a block.  A change within eight
 * bytes that lie together, such as a flipped bit, always changes the result; any other
 * change nearly always.  It is no protection against malice: that is the checks' when a
 * file is opened.
 */
typedef struct
{
  guint64 lanes[JUG_TRACE_CHECKSUM_BLOCK / 8];
  guint64 n_bytes;
} JugTraceChecksum;

void jug_trace_checksum_init (JugTraceChecksum *self);
void jug_trace_checksum_add (JugTraceChecksum *self, gconstpointer data, gsize n_bytes);
guint64 jug_trace_checksum_get (const JugTraceChecksum *self);

/* The checksum of one piece of memory. */
static inline guint64
jug_trace_checksum (gconstpointer data, gsize n_bytes)
{
  JugTraceChecksum sum;

  jug_trace_checksum_init (&sum);
  jug_trace_checksum_add (&sum, data, n_bytes);
  return jug_trace_checksum_get (&sum);
}

G_END_DECLS
