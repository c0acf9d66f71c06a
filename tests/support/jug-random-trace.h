/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Traces of runs that nobody wrote: whatever tasks might do, chosen by chance. */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

/**
 * jug_random_trace_new:
 * @seed: which one
 * @n_events: how many events at least, unless all tasks end before
 *
 * A run in which tasks print, yield, sleep, block, create others, cancel each other, fail
 * and end, as a loop would run them.  Some seeds give runs in which no time passes.
 *
 * Returns: (transfer full): the trace, sealed; the same for the same @seed
 */
JugTrace *jug_random_trace_new (guint32 seed, guint32 n_events) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
