/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of something, prepared in one thread and recorded in any. */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

/**
 * JugRecording:
 *
 * A program with all that decides how it runs, and the trace that it is recorded into.
 * The trace says from the start what it is a trace of: title, sources, labels.
 */
typedef struct _JugRecording JugRecording;

/**
 * JugRecordingFunc:
 * @data: what was prepared
 * @trace: what to record into
 * @cancellable: (nullable): stops it early; what was recorded stays
 * @error: why it could not be run
 *
 * Runs a program to its end, on the calling thread, and seals the trace.
 *
 * Returns: whether it was run
 */
typedef gboolean (*JugRecordingFunc) (gpointer data,
                                      JugTrace *trace,
                                      GCancellable *cancellable,
                                      GError **error);

/**
 * jug_recording_new:
 * @func: what runs it
 * @data: for @func
 * @free_data: frees @data
 *
 * Returns: (transfer full): a run with an empty trace
 */
JugRecording *jug_recording_new (JugRecordingFunc func,
                                 gpointer data,
                                 GDestroyNotify free_data) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_recording_free:
 * @self: a run that is not being recorded
 *
 * Frees it.
 */
void jug_recording_free (JugRecording *self);

/**
 * jug_recording_get_trace:
 * @self: a run
 *
 * Returns: (transfer none): the trace, which grows while it is recorded
 */
JugTrace *jug_recording_get_trace (JugRecording *self);

/**
 * jug_recording_record:
 * @self: a run that was not recorded yet
 * @cancellable: (nullable): stops it early; what was recorded stays
 * @error: why it could not be run
 *
 * Runs the program to its end, on the calling thread, and seals the trace.  That the
 * program fails is no error: the trace tells it.
 *
 * Returns: whether it was run
 */
gboolean
jug_recording_record (JugRecording *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugRecording, jug_recording_free)

G_END_DECLS
