/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trace as Chrome's trace events, which Perfetto and chrome://tracing show. */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

/**
 * jug_trace_chrome_write:
 * @trace: a trace that is sealed
 * @label: (nullable): overrides the names of tasks
 * @label_data: for @label
 * @stream: where to
 * @cancellable: (nullable): ends it early
 * @error: what went wrong
 *
 * Writes the trace in the JSON form of the Trace Event Format.  There is one process,
 * named after the program; its first thread is the event loop, with iterations and what
 * runs in them, and below it each task is a thread, children under their parents.  A
 * task's slices are named `running`, `ready` or after what it waits for; output,
 * exceptions, ends and calls of cancel() are instant events, and who creates, wakes and
 * cancels whom are flows.  What the format has no place for stands in the `args` of an
 * event: the index of the event in the trace, its loop time in seconds, its iteration,
 * the line where the task stands, and the event that caused it.
 *
 * Steps often take no time at all, above all under a virtual clock, and slices without a
 * duration cannot be seen, let alone be put in order.  So events of one moment are drawn
 * one after the other, as far apart as a thousandth of a second of virtual time or a
 * millionth of real time, but closer where that would take more than a tenth of the time
 * to the next moment.  The order of a trace's events is always that of the slices, no
 * moment moves, and `time` in `args` is the true one.
 *
 * The file is written piece by piece and never stands in memory as a whole; a
 * #JugSpanIndex of the trace does.  The stream is not closed.
 *
 * Returns: whether everything was written
 */
gboolean jug_trace_chrome_write (JugTrace *trace,
                                 JugTaskLabelFunc label,
                                 gpointer label_data,
                                 GOutputStream *stream,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
