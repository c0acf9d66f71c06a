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
 * A `try` that is under way: where an exception raised inside it goes on.
 */
struct _JugTry
{
  /*< private >*/
  JugTry *previous; /* (unowned) the next one outside, in the same scope */
  GError *error;    /* owned: what was raised */
  gboolean is_handled;
  gboolean is_kept; /* the scope owns the error */
  jmp_buf env;
};

/**
 * JugScope:
 *
 * One call of a coroutine, with what its local variables own: it is let go when the call ends,
 * by a return or by an exception, so that a program needs no clean-up between its statements.
 * Scopes of a task form a stack; the outermost of a program is its module level.
 */
struct _JugScope
{
  /*< private >*/
  JugScope *previous; /* (unowned) the caller's */
  JugTry *tries;      /* (unowned) innermost first */
  JugCoroutine *coroutines; /* owned: those that nobody has awaited yet */
  GArray *owned;
  JugTry base; /* catches what nothing else does */
};

void jug_scope_push (JugScope *self);
gboolean jug_scope_pop (JugScope *self, GError **error);
JugScope *jug_scope_get_current (void);
gpointer jug_scope_own (gpointer object, GDestroyNotify free_func);
JugCoroutine *jug_scope_own_coroutine (JugCoroutine *coroutine);
JugValue jug_scope_own_value (JugValue value);

void jug_raise (GError *error) G_GNUC_NORETURN;
void jug_try_begin (JugTry *self);
gboolean jug_try_catches (JugTry *self, const char *name);
void jug_try_finally (JugTry *self);
void jug_try_end (JugTry *self);
void jug_try_raise_again (JugTry *self) G_GNUC_NORETURN;

G_END_DECLS
