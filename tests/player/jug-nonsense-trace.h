/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Traces that hold what a trace may hold, and tell a story that makes no sense. */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

/**
 * jug_nonsense_trace_new:
 * @rand: where chance comes from
 * @n_events: how many events
 *
 * A trace as somebody who means harm may send it: valid event by event, contradictory as
 * a whole.
 *
 * Returns: (transfer full): the trace, sealed
 */
JugTrace *jug_nonsense_trace_new (GRand *rand, guint n_events) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
