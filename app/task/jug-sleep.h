/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.sleep */
#pragma once

#include "jug-coroutine.h"

G_BEGIN_DECLS

JugCoroutine *jug_sleep (double seconds) G_GNUC_WARN_UNUSED_RESULT;
JugCoroutine *jug_sleep_result (double seconds, JugValue result)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
