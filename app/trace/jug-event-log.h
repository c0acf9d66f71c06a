/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The event log: the canonical text of a trace, to compare engines line by line. */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

/**
 * jug_event_log_append_line:
 * @out: what to append to
 * @trace: a trace
 * @index: the index of one of its events
 *
 * Appends the line of the event log that an event stands for, with its newline.  Only the
 * kinds up to %JUG_EVENT_EXIT have one, lines on standard error excepted.
 *
 * Returns: whether there was one
 */
gboolean jug_event_log_append_line (GString *out, JugTrace *trace, guint32 index);

/**
 * jug_event_log_to_string:
 * @trace: a trace
 *
 * Returns: (transfer full): the whole event log of @trace
 */
char *jug_event_log_to_string (JugTrace *trace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
