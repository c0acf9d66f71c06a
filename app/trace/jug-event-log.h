/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The event log: the canonical text of a trace, comparable line by line between engines. */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

gboolean jug_event_log_append_line (GString *out, JugTrace *trace, guint32 index);
char *jug_event_log_to_string (JugTrace *trace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
