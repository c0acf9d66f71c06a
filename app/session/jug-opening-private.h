/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a session gets a trace: by a thread that runs a program or reads a file. */
#pragma once

#include "jug-cursor.h"
#include "jug-recording.h"
#include "jug-span-index.h"

G_BEGIN_DECLS

/**
 * JugOpened:
 * @trace: a trace that is complete
 * @index: its index, complete
 * @cursor: a cursor over it, with its keyframes made
 *
 * What a thread hands over.
 */
typedef struct
{
  JugTrace *trace;
  JugSpanIndex *index;
  JugCursor *cursor;
} JugOpened;

void jug_opened_free (JugOpened *self);

void jug_opening_record_async (JugRecording *run,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void jug_opening_record_live_async (JugRecording *run,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
void jug_opening_read_async (GFile *file,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
JugOpened *jug_opening_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugOpened, jug_opened_free)

G_END_DECLS
