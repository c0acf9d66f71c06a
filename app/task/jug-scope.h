/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exceptions and ownership for programs that are written like Python. */
#pragma once

#include <setjmp.h>

#include "jug-task.h"

G_BEGIN_DECLS

typedef struct _JugScope JugScope;
typedef struct _JugTry JugTry;

/**
 * JugTry:
 *
 * A `try` that is under way, from its first line to the last of its `except` or
 * `finally`: where an exception raised in its body goes on.
 */
struct _JugTry
{
  /*< private >*/
  JugTry *previous; /* (unowned) the next one outside, in the same scope */
  GError *error;    /* owned: what was raised in its body */
  gboolean is_in_body;
  gboolean is_handled;
  jmp_buf env;
};

/**
 * JugScope:
 *
 * One call of a coroutine, with what its local variables own: it is let go when the call
 * ends, by a return or by an exception, so that a program needs no clean-up between its
 * statements. Scopes of a task form a stack; the outermost of a program is its module
 * level.
 */
struct _JugScope
{
  /*< private >*/
  JugScope *previous;       /* (unowned) the caller's */
  JugTry *tries;            /* (unowned) innermost first */
  JugCoroutine *coroutines; /* owned: those that nobody has awaited yet */
  GArray *owned;
  JugTry base; /* catches what nothing else does */
};

void jug_scope_push (JugScope *self);
gboolean jug_scope_pop (JugScope *self, GError **error);
gpointer jug_scope_own (gpointer object, GDestroyNotify free_func);
JugCoroutine *jug_scope_own_coroutine (JugCoroutine *coroutine);
JugValue jug_scope_own_value (JugValue value);

void jug_raise (GError *error) G_GNUC_NORETURN;
void jug_raise_again (void) G_GNUC_NORETURN;
const GError *jug_exception_get_handled (void);
void jug_try_begin (JugTry *self);
void jug_try_leave (JugTry *self);
gboolean jug_try_catches (const char *name);
void jug_try_finally (void);
void jug_try_end (void);

G_END_DECLS
