/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout of a feed, and how a file of that layout is read. */
#pragma once

#include "jug-trace-feed.h"

G_BEGIN_DECLS

/*
 * A feed is a header, a table of events, and a log of texts; all numbers are
 * little-endian.
 *
 * The events are those of a trace, each in the place of its number.  One whose kind is 0
 * has not been written yet, and none behind it counts.
 *
 * The log is a row of entries, each with its kind, its length in bytes and so many bytes
 * of UTF-8, padded to a multiple of four; an entry of kind 0 has not been written yet.
 * Strings are numbered from 1 in their order.  What an event names stands in the log
 * before the event is written.
 *
 * Several threads may write at once, each into places of its own, so times and numbers of
 * iterations may go back by a little; a reader holds them where they are.  Times count
 * from anywhere: a reader lets the first event be at 0.
 */
#define JUG_TRACE_FEED_VERSION 1
#define JUG_TRACE_FEED_MAGIC "\x89JUF\r\n\n"
#define JUG_TRACE_FEED_EVENTS 4096 /* where they begin */

/*
 * JugTraceFeedHeader:
 * @capacity: how many events there is room for
 * @events_offset: %JUG_TRACE_FEED_EVENTS
 * @text_offset: where the log begins
 * @text_size: of the log, and
 * @n_events: how many there are, both once the source has
 * @finished: all
 */
typedef struct
{
  char magic[8];
  guint32 version;
  guint32 capacity;
  guint64 events_offset;
  guint64 text_offset;
  guint64 text_size;
  guint32 n_events;
  guint32 finished;
} JugTraceFeedHeader;

G_STATIC_ASSERT (sizeof (JugTraceFeedHeader) == 48);

/* An entry of the log. */
typedef enum
{
  JUG_TRACE_FEED_NOTHING,
  JUG_TRACE_FEED_STRING,
  JUG_TRACE_FEED_PROPERTY, /* its key, a NUL, its value */
} JugTraceFeedEntry;

gboolean jug_trace_feed_is_one (const char *data, gsize size);
JugTrace *jug_trace_feed_read_bytes (const char *data,
                                     gsize size,
                                     const char *name,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
