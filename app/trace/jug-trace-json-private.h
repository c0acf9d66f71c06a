/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pieces of JSON, for all that write a trace as JSON of some kind. */
#pragma once

#include "jug-trace-json.h"

G_BEGIN_DECLS

/* How much is gathered before it is written. */
#define JUG_TRACE_JSON_PIECE (64 * 1024)

/* Each begins with the comma that parts it from the member before. */
void jug_trace_json_append_name (GString *out, const char *name);
void jug_trace_json_append_number_member (GString *out, const char *name, guint64 number);
void
jug_trace_json_append_string_member (GString *out, const char *name, const char *string);
void jug_trace_json_append_task_member (GString *out,
                                        const char *name,
                                        JugTrace *trace,
                                        guint32 task);

gboolean jug_trace_json_flush (GString *out,
                               gsize enough,
                               GOutputStream *stream,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
