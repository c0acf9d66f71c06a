/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.Queue, PriorityQueue and LifoQueue */
#pragma once

#include "jug-task.h"

G_BEGIN_DECLS

/**
 * JugQueue:
 *
 * Asyncio's Queue, PriorityQueue or LifoQueue: items that some tasks put and others get,
 * waiting only when it is full or empty (S54).  It is not fair (S55).  Reference-counted;
 * who waits for it holds a reference.
 */
typedef struct _JugQueue JugQueue;

JugQueue *jug_queue_new (JugLoop *loop, gint max_size, const char *label)
    G_GNUC_WARN_UNUSED_RESULT;
JugQueue *jug_queue_new_priority (JugLoop *loop, gint max_size, const char *label)
    G_GNUC_WARN_UNUSED_RESULT;
JugQueue *jug_queue_new_lifo (JugLoop *loop, gint max_size, const char *label)
    G_GNUC_WARN_UNUSED_RESULT;
JugQueue *jug_queue_ref (JugQueue *self);
void jug_queue_unref (JugQueue *self);

JugCoroutine *jug_queue_put (JugQueue *self, JugValue item) G_GNUC_WARN_UNUSED_RESULT;
JugCoroutine *jug_queue_get (JugQueue *self) G_GNUC_WARN_UNUSED_RESULT;
JugCoroutine *jug_queue_join (JugQueue *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean jug_queue_put_nowait (JugQueue *self, JugValue item, GError **error);
gboolean jug_queue_get_nowait (JugQueue *self, JugValue *item, GError **error);
gboolean jug_queue_task_done (JugQueue *self, GError **error);
void jug_queue_shutdown (JugQueue *self, gboolean immediate);

guint jug_queue_get_size (JugQueue *self);
gint jug_queue_get_max_size (JugQueue *self);
gboolean jug_queue_is_empty (JugQueue *self);
gboolean jug_queue_is_full (JugQueue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugQueue, jug_queue_unref)

G_END_DECLS
