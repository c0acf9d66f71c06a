/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exceptions and ownership for programs that are written like Python. */
#include "jug-scope.h"

#include "jug-program-private.h"

typedef struct
{
  gpointer object;
  GDestroyNotify free_func;
} Owned;

/* Where the current scope is kept: each task has its own stack of them, and the module
 * level. */
static JugScope **
get_top (void)
{
  JugLoop *loop = jug_loop_get_current ();
  JugTask *task = jug_task_get_current (loop);

  return task ? (JugScope **) jug_task_get_scope_place (task)
              : &((JugProgramRun *) JUG_LOOP_FRONT (loop)->program)->scope;
}

/* The scope of the coroutine, callback or module that runs. */
static JugScope *
get_current (void)
{
  return *get_top ();
}

/**
 * jug_scope_push:
 * @self: (out caller-allocates): room for a scope, in the frame of the call that it
 * stands for
 *
 * Begins a scope.  The caller then does `setjmp (self->base.env)` and runs the body when
 * it gives 0.
 */
void
jug_scope_push (JugScope *self)
{
  JugScope **top = get_top ();

  self->previous = *top;
  self->coroutines = NULL;
  self->owned = NULL;
  self->base.previous = NULL;
  self->base.error = NULL;
  self->base.is_in_body = TRUE;
  self->base.is_handled = FALSE;
  self->tries = &self->base;
  *top = self;
}

static void
report_never_awaited (JugScope *self)
{
  JugLoop *loop = jug_loop_get_current ();

  while (self->coroutines)
    {
      JugCoroutine *coroutine = self->coroutines;
      g_autofree char *text = g_strdup_printf ("coroutine '%s' was never awaited",
                                               jug_coroutine_get_name (coroutine));

      jug_loop_report (loop, JUG_REPORT_NEVER_AWAITED,
                       JUG_LOOP_FRONT (loop)->current_task, 0, text);
      jug_coroutine_free (coroutine);
    }
}

/**
 * jug_scope_pop:
 * @self: the current scope
 * @error: the exception that ended its body
 *
 * Ends a scope: what it owns goes, in the order in which it came.
 *
 * Returns: %FALSE if its body ended by an exception
 */
gboolean
jug_scope_pop (JugScope *self, GError **error)
{
  *get_top () = self->previous;
  report_never_awaited (self);
  if (self->owned)
    {
      for (guint i = 0; i < self->owned->len; i++)
        {
          Owned *owned = &g_array_index (self->owned, Owned, i);

          owned->free_func (owned->object);
        }
      g_array_unref (self->owned);
    }
  if (!self->base.error)
    return TRUE;
  g_propagate_error (error, self->base.error);
  return FALSE;
}

/**
 * jug_scope_own:
 * @object: (transfer full): anything
 * @free_func: lets go of it
 *
 * Gives it to the current scope.
 *
 * Returns: (transfer none): @object
 */
gpointer
jug_scope_own (gpointer object, GDestroyNotify free_func)
{
  JugScope *self = get_current ();
  Owned owned = { object, free_func };

  if (!self->owned)
    self->owned = g_array_new (FALSE, FALSE, sizeof (Owned));
  g_array_append_val (self->owned, owned);
  return object;
}

/**
 * jug_scope_own_coroutine:
 * @coroutine: (transfer full): a coroutine
 *
 * Gives it to the current scope until it is awaited or made a task; reported if it never
 * is (S11).
 *
 * Returns: @coroutine
 */
JugCoroutine *
jug_scope_own_coroutine (JugCoroutine *coroutine)
{
  jug_coroutine_track (coroutine, &get_current ()->coroutines);
  return coroutine;
}

static void
free_value (gpointer data)
{
  jug_value_clear (data);
  g_free (data);
}

/**
 * jug_scope_own_value:
 * @value: (transfer full): a value
 *
 * Gives it to the current scope; free of cost for numbers and None.
 *
 * Returns: (transfer none): @value
 */
JugValue
jug_scope_own_value (JugValue value)
{
  if (value.type > JUG_VALUE_FLOAT && value.type != JUG_VALUE_POINTER)
    jug_scope_own (g_memdup2 (&value, sizeof value), free_value);
  return value;
}

static void
forget_innermost (JugScope *scope)
{
  g_clear_error (&scope->tries->error);
  scope->tries = scope->tries->previous;
}

/**
 * jug_raise:
 * @error: (transfer full): an exception
 *
 * Python's `raise`: goes on in the innermost `try` of the current scope whose body this
 * is, or ends the scope.
 */
void
jug_raise (GError *error)
{
  JugScope *scope = get_current ();

  while (!scope->tries->is_in_body)
    forget_innermost (scope);
  scope->tries->is_in_body = FALSE;
  scope->tries->error = error;
  longjmp (scope->tries->env, 1);
}

/**
 * jug_raise_again:
 *
 * A bare `raise`, in an `except` block.
 */
void
jug_raise_again (void)
{
  const GError *handled = jug_exception_get_handled ();

  jug_raise (handled
                 ? g_error_copy (handled)
                 : jug_exception_new ("RuntimeError", "No active exception to reraise"));
}

/**
 * jug_exception_get_handled:
 *
 * Python's `sys.exception()`.
 *
 * Returns: (transfer none) (nullable): the exception whose `except` block this is, until
 * that ends
 */
const GError *
jug_exception_get_handled (void)
{
  JugTry *at = get_current ()->tries;

  while (at && !at->is_handled)
    at = at->previous;
  return at ? at->error : NULL;
}

/**
 * jug_try_begin:
 * @self: (out caller-allocates): room for it, in the frame that has the `try`
 *
 * Begins a `try`.  The caller then does `setjmp (self->env)` and runs the body when it
 * gives 0.
 */
void
jug_try_begin (JugTry *self)
{
  JugScope *scope = get_current ();

  self->previous = scope->tries;
  self->error = NULL;
  self->is_in_body = TRUE;
  self->is_handled = FALSE;
  scope->tries = self;
}

/**
 * jug_try_leave:
 * @self: a `try`, under way or not
 *
 * For whatever leaves its block without coming to the end: return, break, continue.
 */
void
jug_try_leave (JugTry *self)
{
  JugScope *scope = get_current ();

  if (scope->tries == self)
    forget_innermost (scope);
}

/**
 * jug_try_catches:
 * @name: the name of a class
 *
 * `except NAME:` of the innermost `try`.  How a run as a whole ends, and the closing of a
 * coroutine, is caught by nothing.
 *
 * Returns: whether its block is to be run
 */
gboolean
jug_try_catches (const char *name)
{
  JugTry *self = get_current ()->tries;

  self->is_handled =
      self->error->domain != JUG_RUN_ERROR &&
      !g_error_matches (self->error, JUG_EXCEPTION, JUG_EXCEPTION_GENERATOR_EXIT) &&
      jug_exception_is_a (self->error, name);
  return self->is_handled;
}

/**
 * jug_try_finally:
 *
 * `finally:` of the innermost `try` begins; an exception of its own replaces the body's.
 */
void
jug_try_finally (void)
{
  get_current ()->tries->is_in_body = FALSE;
}

/**
 * jug_try_end:
 *
 * Ends the innermost `try`: an exception that nothing caught goes on.
 */
void
jug_try_end (void)
{
  JugTry *self = get_current ()->tries;
  GError *error = self->is_handled ? NULL : g_steal_pointer (&self->error);

  jug_try_leave (self);
  if (error)
    jug_raise (error);
}
