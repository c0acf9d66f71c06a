/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tasks and gather, which are futures too, need of a future. */
#pragma once

#include "jug-future.h"

G_BEGIN_DECLS

void jug_future_init_kind (JugFuture *self, JugLoop *loop, JugAwaitableKind kind);
void jug_future_schedule_all (JugFuture *self, JugDoneCallback *callback);
void jug_future_watch (JugFuture *self, JugDoneCallback *callback);
void jug_future_drop_callbacks (JugFuture *self);
void jug_future_finish (JugFuture *self, JugFutureState state, guint32 done_event);
GError *jug_future_make_cancelled_error (const char *message);

void jug_future_record_child (JugFuture *self, JugFuture *child);
guint32 jug_future_get_birth (JugFuture *self);
int jug_future_compare_births (gconstpointer a, gconstpointer b);

guint32 jug_task_get_birth (JugTask *self);
void jug_task_dispose (JugTask *self);
void jug_task_free (JugTask *self);
void jug_gather_dispose (JugFuture *self);
gboolean jug_gather_cancel (JugFuture *self, const char *message);

/* Queued, a callback keeps its future alive; registered it does not, or none would ever
 * die. */
static inline void
jug_future_schedule (JugFuture *self, JugDoneCallback *callback, guint32 cause)
{
  if (callback->future)
    jug_future_ref (self);
  jug_loop_schedule (self->loop, &callback->callback, cause);
}

G_END_DECLS
