/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trace as JSON, for programs that are not Juggler. */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

/**
 * jug_trace_json_write:
 * @trace: a trace; while it grows, the events that it has now
 * @stream: where to
 * @cancellable: (nullable): ends it early
 * @error: what went wrong
 *
 * Writes one JSON object with the members `format` ("juggler-trace"), `version` (1),
 * `properties` (an object of strings), `tasks` and `events` (arrays of objects, one in a
 * line).  It is written piece by piece and never stands in memory as a whole.  The stream
 * is not closed.
 *
 * A task has `task` (its number), `label`, `name`, `ordinal`, `own_name` (or null),
 * `parent` (a label), `created` (an index) and `ended` (an index or null).
 *
 * An event has `index`, `time` (seconds), `iteration`, `loop`, `thread`, `kind` (as
 * jug_event_kind_get_name()) and `task` (a label).  What it has beyond depends on its
 * kind: `object` (a number), `text`, `value` and `cause` (an index) where it has one;
 * `deadline` (seconds, or null for none); and under names of their own `parent`, `by` and
 * `awaits` (labels), `line`, `native_line`, `entry`, `owner`, `capacity`, `eager` and
 * `tie` (booleans), `wait`, `outcome`, `purpose`, `primitive`, `operation`, `report` (as
 * jug_event_get_detail_name()).
 *
 * Returns: whether everything was written
 */
gboolean jug_trace_json_write (JugTrace *trace,
                               GOutputStream *stream,
                               GCancellable *cancellable,
                               GError **error);

/**
 * jug_trace_json_append_event:
 * @out: what to append to
 * @trace: a trace
 * @index: the index of one of its events
 *
 * Appends the object of an event, without a newline.
 */
void jug_trace_json_append_event (GString *out, JugTrace *trace, guint32 index);

/**
 * jug_trace_json_append_string:
 * @out: what to append to
 * @string: valid UTF-8
 *
 * Appends a JSON string with its quotation marks.  What is not allowed in one is escaped.
 */
void jug_trace_json_append_string (GString *out, const char *string);

G_END_DECLS
