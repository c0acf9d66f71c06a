/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows a trace that a source in another process writes. */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

/**
 * JugTraceFeed:
 *
 * What a source in another process writes while its program runs: memory that both see,
 * into which events and strings are put as they happen.  Nothing is sent, so a source
 * that is killed loses nothing, one that is blocked is seen while it is, and a reader
 * that is slow holds nobody up.
 *
 * A source that works by itself puts the same into a file, which jug_trace_open() reads.
 *
 * The other process is not trusted: whatever it writes is copied and checked before it
 * becomes an event of a trace, and it cannot make the memory smaller.
 */
typedef struct _JugTraceFeed JugTraceFeed;

/**
 * jug_trace_feed_new:
 * @event_limit: how many events there is room for
 * @text_limit: how many bytes of text there is room for
 * @error: why there is no memory for it
 *
 * Makes the memory.
 *
 * Returns: (transfer full): the feed
 */
JugTraceFeed *jug_trace_feed_new (guint32 event_limit, guint32 text_limit, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_trace_feed_free:
 * @self: a feed
 *
 * Gives up the reader's part of the memory.
 */
void jug_trace_feed_free (JugTraceFeed *self);

/**
 * jug_trace_feed_get_fd:
 * @self: a feed
 *
 * Returns: the file descriptor of the memory, for the process that writes; it stays the
 * feed's
 */
int jug_trace_feed_get_fd (JugTraceFeed *self);

/**
 * jug_trace_feed_read:
 * @self: a feed
 * @trace: the trace that grows; the same each time, empty at first
 * @is_over: whether nobody writes any more
 * @error: what is wrong with what was written, in one sentence
 *
 * Appends what has been written since.  An event that was only just written may be left
 * for the next time, unless @is_over.  Properties that the source sets become those of
 * the trace; times never go back.
 *
 * Returns: %FALSE if something impossible was written; what came before it is in @trace,
 * and no more will be
 */
gboolean jug_trace_feed_read (JugTraceFeed *self,
                              JugTrace *trace,
                              gboolean is_over,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugTraceFeed, jug_trace_feed_free)

G_END_DECLS
