/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A coroutine: a function with its arguments, that runs when it is awaited or made a
 * task. */
#pragma once

#include <string.h>

#include "jug-awaitable.h"

G_BEGIN_DECLS

/**
 * JugCoroutineFunc:
 * @arguments: the coroutine's own copy of what it was made with
 * @result: (out): where to put the result, None before
 * @error: (out): where to put the exception
 *
 * The body of a coroutine.  It runs on the stack of the task that awaits it, and suspends
 * where it awaits something that is not done.
 *
 * Returns: %FALSE if it ended by an exception
 */
typedef gboolean (*JugCoroutineFunc) (gpointer arguments,
                                      JugValue *result,
                                      GError **error);

gpointer jug_coroutine_alloc (const char *name,
                              JugCoroutineFunc func,
                              gsize size,
                              void (*clear) (gpointer arguments))
    G_GNUC_WARN_UNUSED_RESULT;
JugCoroutine *jug_coroutine_of_arguments (gpointer arguments);

/**
 * jug_coroutine_new:
 * @name: `__name__` of the coroutine function; must live as long as the program
 * @func: the body
 * @arguments: (nullable): what to pass to it
 * @size: bytes of @arguments, which are copied
 * @clear: (nullable): frees what the copied arguments own, once it has run or will not
 *
 * What calling a coroutine function does: nothing of its body runs (S11).  Inline, so
 * that the copy of arguments whose size is known is a few moves.
 *
 * Returns: (transfer full): the coroutine
 */
G_GNUC_WARN_UNUSED_RESULT static inline JugCoroutine *
jug_coroutine_new (const char *name,
                   JugCoroutineFunc func,
                   gconstpointer arguments,
                   gsize size,
                   void (*clear) (gpointer arguments))
{
  gpointer own = jug_coroutine_alloc (name, func, size, clear);

  if (size > 0)
    memcpy (own, arguments, size);
  return jug_coroutine_of_arguments (own);
}

void jug_coroutine_free (JugCoroutine *self);
const char *jug_coroutine_get_name (JugCoroutine *self);
void jug_coroutine_track (JugCoroutine *self, JugCoroutine **list);
void jug_coroutine_untrack (JugCoroutine *self);
gboolean jug_coroutine_run (JugCoroutine *self, JugValue *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugCoroutine, jug_coroutine_free)

G_END_DECLS
