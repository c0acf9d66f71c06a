/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a condition needs of its lock. */
#pragma once

#include "jug-lock.h"

G_BEGIN_DECLS

JugLock *jug_lock_new_inside (JugLoop *loop, guint32 number) G_GNUC_WARN_UNUSED_RESULT;
gboolean jug_lock_acquire_here (JugLock *self, GError **error);

G_END_DECLS
