/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A coroutine: a function with its arguments, that runs when it is awaited or made a
 * task. */
#include "jug-coroutine.h"

enum
{
  BLOCK_SIZE = 128 /* a coroutine with up to ten pointers of arguments */
};

struct _JugCoroutine
{
  guint8 kind; /* JUG_AWAITABLE_COROUTINE */
  guint8 is_block;
  JugCoroutineFunc func;
  const char *name; /* static */
  void (*clear) (gpointer arguments);
  JugCoroutine *next;      /* (unowned) in the list of who keeps track of it */
  JugCoroutine **previous; /* (unowned) what points to it there, or NULL */
  max_align_t arguments[];
};

G_STATIC_ASSERT (sizeof (JugCoroutine) + 10 * sizeof (gpointer) <= BLOCK_SIZE);

/**
 * jug_coroutine_alloc:
 * @name: `__name__` of the coroutine function; must live as long as the program
 * @func: the body
 * @size: bytes of its arguments
 * @clear: (nullable): frees what the arguments own, once it has run or will not
 *
 * jug_coroutine_new() for who fills the arguments in himself.
 *
 * Returns: (transfer full): the arguments of a new coroutine, of unknown contents
 */
gpointer
jug_coroutine_alloc (const char *name,
                     JugCoroutineFunc func,
                     gsize size,
                     void (*clear) (gpointer arguments))
{
  JugLoop *loop = jug_loop_get_current ();
  gboolean is_block = loop && size <= BLOCK_SIZE - sizeof (JugCoroutine);
  JugCoroutine *self =
      is_block ? jug_block_pool_take (&JUG_LOOP_FRONT (loop)->small_blocks, BLOCK_SIZE)
               : g_malloc (sizeof (JugCoroutine) + size);

  self->kind = JUG_AWAITABLE_COROUTINE;
  self->is_block = is_block;
  self->func = func;
  self->name = name;
  self->clear = clear;
  self->previous = NULL;
  return self->arguments;
}

/**
 * jug_coroutine_of_arguments:
 * @arguments: what jug_coroutine_alloc() returned
 *
 * Returns: (transfer none): the coroutine that they belong to
 */
JugCoroutine *
jug_coroutine_of_arguments (gpointer arguments)
{
  return (JugCoroutine *) ((char *) arguments -
                           G_STRUCT_OFFSET (JugCoroutine, arguments));
}

/**
 * jug_coroutine_free:
 * @self: (transfer full): a coroutine that does not run
 */
void
jug_coroutine_free (JugCoroutine *self)
{
  JugLoop *loop = jug_loop_get_current ();

  jug_coroutine_untrack (self);
  if (self->clear)
    self->clear (self->arguments);
  if (self->is_block && loop)
    jug_block_pool_give (&JUG_LOOP_FRONT (loop)->small_blocks, self);
  else
    g_free (self);
}

/**
 * jug_coroutine_track:
 * @self: a coroutine
 * @list: where to put it in front
 *
 * For whoever wants to know of coroutines that nobody ever awaits: it leaves the list
 * when it is awaited, made a task or freed.
 */
void
jug_coroutine_track (JugCoroutine *self, JugCoroutine **list)
{
  self->next = *list;
  self->previous = list;
  if (self->next)
    self->next->previous = &self->next;
  *list = self;
}

/**
 * jug_coroutine_untrack:
 * @self: a coroutine, tracked or not
 */
void
jug_coroutine_untrack (JugCoroutine *self)
{
  if (!self->previous)
    return;
  *self->previous = self->next;
  if (self->next)
    self->next->previous = self->previous;
  self->previous = NULL;
}

/**
 * jug_coroutine_get_name:
 * @self: a coroutine
 *
 * Returns: `__name__` of its function
 */
const char *
jug_coroutine_get_name (JugCoroutine *self)
{
  return self->name;
}

/**
 * jug_coroutine_run:
 * @self: (transfer full): a coroutine
 * @result: (out) (optional): its result
 * @error: its exception
 *
 * Runs the body to its end, on the current task's stack.  This is all that awaiting a
 * coroutine does: it suspends only if something inside does (S12).
 *
 * Returns: %FALSE if it ended by an exception
 */
gboolean
jug_coroutine_run (JugCoroutine *self, JugValue *result, GError **error)
{
  JugValue ignored = JUG_NONE;
  gboolean ok;

  jug_coroutine_untrack (self);
  ok = self->func (self->arguments, result ? result : &ignored, error);

  jug_value_clear (&ignored);
  jug_coroutine_free (self);
  return ok;
}
