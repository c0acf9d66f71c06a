/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.run */
#pragma once

#include "jug-task.h"

G_BEGIN_DECLS

#define JUG_RUN_ERROR (jug_run_error_quark ())
GQuark jug_run_error_quark (void);

/**
 * JugRunError:
 * @JUG_RUN_ERROR_DEADLOCK: the run can never end
 * @JUG_RUN_ERROR_LIMIT: the run was stopped, as its trace is full
 * @JUG_RUN_ERROR_INTERRUPTED: the run was stopped by whoever started it
 *
 * How a program ends that no exception of its own ended.  No `except` catches these.
 */
typedef enum
{
  JUG_RUN_ERROR_DEADLOCK,
  JUG_RUN_ERROR_LIMIT,
  JUG_RUN_ERROR_INTERRUPTED,
} JugRunError;

gboolean jug_run (JugLoop *loop, JugCoroutine *main, JugValue *result, GError **error);
gboolean jug_run_until_complete (JugLoop *loop, JugFuture *future, GError **error);

G_END_DECLS
