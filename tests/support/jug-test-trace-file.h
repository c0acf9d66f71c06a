/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes broken trace files, and reads all of those that open. */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

/**
 * jug_test_trace_file_fix:
 * @data: the bytes of a trace file, or of what was one
 * @size: how many
 *
 * Sets all checksums, and the size, to what they should be, so that whatever else is
 * wrong is found by another check.  What has no header and table of a possible size stays
 * as it is.
 */
void jug_test_trace_file_fix (guint8 *data, gsize size);

/**
 * jug_test_trace_read_all:
 * @trace: a trace
 *
 * Reads everything that a trace holds in every way that there is, which must not fail for
 * any trace that could be opened.
 */
void jug_test_trace_read_all (JugTrace *trace);

/**
 * jug_test_trace_assert_equal:
 * @a: a trace
 * @b: a trace
 *
 * Fails the test if the traces do not hold the same.
 */
void jug_test_trace_assert_equal (JugTrace *a, JugTrace *b);

G_END_DECLS
