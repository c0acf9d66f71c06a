/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How ASYNC and DEF of jug-python.h make functions whose calls can wait. */
#include "jug-python-function.h"

struct _JugCall
{
  const char *label; /* static */
  void (*run) (gpointer arguments);
  void (*drop) (gpointer arguments);
  max_align_t arguments[];
};

/* Its creator's scope does not answer for it any more. */
static gpointer
take_coroutine (gpointer coroutine)
{
  jug_coroutine_untrack (coroutine);
  return coroutine;
}

JUG_DEFINE_KEEPER (as_completed);
JUG_DEFINE_KEEPER (future);
JUG_DEFINE_KEEPER (handle);
JUG_DEFINE_KEEPER (task_group);
JUG_DEFINE_KEEPER (timeout);
const JugKeeper jug_coroutine_keeper = { take_coroutine, (gpointer) jug_coroutine_free };
const JugKeeper jug_value_keeper = { NULL, NULL }; /* no pointer: told by its address */

/**
 * jug_argument_keep_slow:
 * @keeper: the keeper of its type
 * @place: where the call has the argument
 *
 * jug_argument_keep() of an argument that has a keeper.
 */
void
jug_argument_keep_slow (const JugKeeper *keeper, gpointer place)
{
  if (keeper == &jug_value_keeper)
    *(JugValue *) place = jug_value_copy (place);
  else if (*(gpointer *) place)
    keeper->ref (*(gpointer *) place);
}

/**
 * jug_argument_drop_slow:
 * @keeper: the keeper of its type
 * @place: where the call has the argument
 *
 * jug_argument_drop() of an argument that has a keeper.
 */
void
jug_argument_drop_slow (const JugKeeper *keeper, gpointer place)
{
  if (keeper == &jug_value_keeper)
    jug_value_clear (place);
  else if (*(gpointer *) place)
    keeper->unref (*(gpointer *) place);
}

/**
 * jug_argument_hand_over_slow:
 * @place: where the call has a coroutine
 *
 * jug_argument_hand_over() of a coroutine: gives it to the current scope, the body's own.
 */
void
jug_argument_hand_over_slow (gpointer place)
{
  JugCoroutine **coroutine = place;

  if (*coroutine)
    jug_scope_own_coroutine (g_steal_pointer (coroutine));
}

/**
 * jug_keep_result:
 * @result: what a body returns, which belongs to its scope
 *
 * Returns: (transfer full): the same, with a count of its own, as the scope ends
 */
JugValue
jug_keep_result (JugValue result)
{
  return jug_value_copy (&result);
}

/**
 * jug_call_alloc:
 * @label: the function's name; must live as long as the program
 * @run: calls it
 * @size: bytes of its arguments
 * @drop: (nullable): frees what the arguments own
 *
 * Returns: (transfer full): the arguments of a new call, of unknown contents
 */
gpointer
jug_call_alloc (const char *label,
                void (*run) (gpointer arguments),
                gsize size,
                void (*drop) (gpointer arguments))
{
  JugCall *self = g_malloc (sizeof (JugCall) + size);

  self->label = label;
  self->run = run;
  self->drop = drop;
  return self->arguments;
}

/**
 * jug_call_of_arguments:
 * @arguments: what jug_call_alloc() returned
 *
 * Returns: (transfer none): the call that they belong to
 */
JugCall *
jug_call_of_arguments (gpointer arguments)
{
  return (JugCall *) ((char *) arguments - G_STRUCT_OFFSET (JugCall, arguments));
}

/**
 * jug_call_get_label:
 * @self: a call
 *
 * Returns: the function's name
 */
const char *
jug_call_get_label (JugCall *self)
{
  return self->label;
}

/**
 * jug_call_run:
 * @call: a #JugCall
 *
 * Calls the function with its arguments, in the current scope.
 */
void
jug_call_run (gpointer call)
{
  JugCall *self = call;

  self->run (self->arguments);
}

/**
 * jug_call_free:
 * @call: (transfer full): a #JugCall
 */
void
jug_call_free (gpointer call)
{
  JugCall *self = call;

  if (self->drop)
    self->drop (self->arguments);
  g_free (self);
}
