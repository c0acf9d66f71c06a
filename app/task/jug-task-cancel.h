/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests to cancel a task, and taking them back. */
#pragma once

#include "jug-awaitable.h"

G_BEGIN_DECLS

gboolean jug_task_cancel (JugTask *self);
gboolean jug_task_cancel_with_message (JugTask *self, const char *message);
guint jug_task_uncancel (JugTask *self);
guint jug_task_get_cancelling (JugTask *self);

G_END_DECLS
