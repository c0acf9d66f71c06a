/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.shield */
#pragma once

#include "jug-future.h"

G_BEGIN_DECLS

JugFuture *jug_shield (JugLoop *loop, JugAwaitable awaitable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
