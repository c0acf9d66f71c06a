/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is that somebody wants to open: its content tells, then its name. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * JugFileKind:
 * @JUG_FILE_KIND_TRACE: a saved trace, or what has a trace's name
 * @JUG_FILE_KIND_PROGRAM: a Python program
 * @JUG_FILE_KIND_OTHER: neither
 *
 * What can be opened.
 */
typedef enum
{
  JUG_FILE_KIND_TRACE,
  JUG_FILE_KIND_PROGRAM,
  JUG_FILE_KIND_OTHER,
} JugFileKind;

/**
 * jug_file_kind_guess:
 * @name: the name of a file
 * @start: its first bytes
 * @size: how many
 *
 * Returns: what it is
 */
JugFileKind jug_file_kind_guess (const char *name, const void *start, gsize size);

/**
 * jug_file_kind_query_async:
 * @file: a file
 * @cancellable: (nullable): ends it early
 * @callback: called in the main context when it is known
 * @user_data: for @callback
 *
 * Looks into a file, in a thread.  A pipe, whose bytes can be read only once, is taken
 * for a trace.
 */
void jug_file_kind_query_async (GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/**
 * jug_file_kind_query_finish:
 * @file: the file
 * @result: what the callback got
 * @kind: (out): what it is; never %JUG_FILE_KIND_OTHER
 * @error: why it cannot be opened, in one sentence
 *
 * Returns: whether it can be opened
 */
gboolean jug_file_kind_query_finish (GFile *file,
                                     GAsyncResult *result,
                                     JugFileKind *kind,
                                     GError **error);

G_END_DECLS
