/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.shield, after Lib/asyncio/tasks.py, shield. */
#include "jug-shield.h"

#include "jug-future-private.h"
#include "jug-task.h"
#include "jug-watcher.h"

/* The two callbacks of a shield, one on each side; goes when both are gone. */
typedef struct
{
  JugDoneCallback inner_done;
  JugDoneCallback outer_done;
  JugWatcher watcher;
  JugFuture *inner; /* owned */
  JugFuture *outer; /* owned while the inner callback is there */
  guint n_refs;
} Shield;

static void
unref_shield (Shield *self)
{
  if (--self->n_refs > 0)
    return;
  jug_watcher_remove (&self->watcher);
  jug_future_unref (self->inner);
  g_free (self);
}

static void
release_inner (Shield *self)
{
  g_clear_pointer (&self->outer, jug_future_unref);
  unref_shield (self);
}

static void
pass_on (JugFuture *inner, JugFuture *outer)
{
  JugValue result = JUG_NONE;
  GError *error = NULL;

  if (jug_future_is_cancelled (inner))
    jug_future_cancel (outer, NULL);
  else if (jug_future_get_result (inner, &result, &error))
    jug_future_set_result (outer, result, NULL);
  else
    jug_future_set_exception (outer, error, NULL);
}

static void
inner_done_cb (JugFuture *inner, JugDoneCallback *callback)
{
  Shield *self = (Shield *) callback;

  if (inner && !jug_future_is_cancelled (self->outer))
    pass_on (inner, self->outer);
  release_inner (self);
}

static void
outer_done_cb (JugFuture *outer, JugDoneCallback *callback)
{
  Shield *self = (Shield *) ((char *) callback - G_STRUCT_OFFSET (Shield, outer_done));

  if (outer && !jug_future_is_done (self->inner) &&
      jug_future_remove_done_callback (self->inner, &self->inner_done))
    release_inner (self);
  unref_shield (self);
}

static void
let_go (JugWatcher *watcher)
{
  Shield *self = (Shield *) ((char *) watcher - G_STRUCT_OFFSET (Shield, watcher));

  self->n_refs++;
  if (self->outer && jug_future_remove_done_callback (self->outer, &self->outer_done))
    unref_shield (self);
  if (jug_future_remove_done_callback (self->inner, &self->inner_done))
    release_inner (self);
  unref_shield (self);
}

/**
 * jug_shield:
 * @loop: the loop
 * @awaitable: a coroutine, consumed, or a future or task
 * @error: what an eager task quit with, as in jug_task_new()
 *
 * `asyncio.shield`: whoever awaits it can be cancelled without the inner one being so
 * (S39).  An exception of the inner one that comes after that is reported if nobody ever
 * asks for it, as any other is, also when it came just before (Lib/asyncio/tasks.py,
 * shield, since CPython 3.14.9; before, that one vanished).
 *
 * Returns: (transfer full) (nullable): the outer future, or the inner one if that is done
 */
JugFuture *
jug_shield (JugLoop *loop, JugAwaitable awaitable, GError **error)
{
  JugFuture *inner = jug_ensure_future (loop, awaitable, error);
  Shield *self;

  if (!inner || jug_future_is_done (inner))
    return inner;
  self = g_new0 (Shield, 1);
  self->n_refs = 2;
  jug_watcher_add (&self->watcher, loop, let_go);
  self->inner = inner;
  self->outer = jug_future_new_for (loop, JUG_PURPOSE_SHIELD, NULL, 0);
  jug_future_record_child (self->outer, inner);
  jug_future_add_done_callback (inner, &self->inner_done, inner_done_cb, "shield");
  jug_future_add_done_callback (self->outer, &self->outer_done, outer_done_cb, "shield");
  return jug_future_ref (self->outer);
}
