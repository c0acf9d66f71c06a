/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.gather */
#pragma once

#include "jug-future.h"

G_BEGIN_DECLS

JugFuture *jug_gather (JugLoop *loop,
                       guint n_awaitables,
                       const gpointer *awaitables,
                       gboolean return_exceptions,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
