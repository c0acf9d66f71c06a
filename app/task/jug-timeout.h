/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.timeout */
#pragma once

#include "jug-task.h"

G_BEGIN_DECLS

/**
 * JugTimeout:
 *
 * Asyncio's Timeout, a context manager: cancels the task inside it when its time is up,
 * and makes a TimeoutError of the CancelledError that comes out (S35, S36).
 * Reference-counted.
 */
typedef struct _JugTimeout JugTimeout;

JugTimeout *jug_timeout_new (JugLoop *loop, double seconds) G_GNUC_WARN_UNUSED_RESULT;
JugTimeout *jug_timeout_new_at (JugLoop *loop, double when) G_GNUC_WARN_UNUSED_RESULT;
JugTimeout *jug_timeout_ref (JugTimeout *self);
void jug_timeout_unref (JugTimeout *self);

gboolean jug_timeout_enter (JugTimeout *self, GError **error);
gboolean jug_timeout_exit (JugTimeout *self, GError *body_error, GError **error);
gboolean jug_timeout_reschedule (JugTimeout *self, double when, GError **error);
gboolean jug_timeout_has_expired (JugTimeout *self);
double jug_timeout_get_when (JugTimeout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugTimeout, jug_timeout_unref)

G_END_DECLS
