/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.gather, after Lib/asyncio/tasks.py, gather and _GatheringFuture. */
#include "jug-gather.h"

#include "jug-future-private.h"
#include "jug-task.h"
#include "jug-watcher.h"

typedef struct _JugGather JugGather;

typedef struct
{
  JugDoneCallback done;
  JugGather *gather;    /* a reference while the callback is registered */
  JugFuture *future;    /* owned */
  gboolean is_repeated; /* stands further ahead too, and counts there */
} Child;

struct _JugGather
{
  JugFuture future; /* first, as a gather is a future */
  JugWatcher watcher;
  guint n_children;
  guint n_counted;
  guint n_finished;
  gboolean return_exceptions;
  gboolean cancel_requested;
  gboolean is_abandoned; /* a child quit while it was made: nobody got it */
  Child *children;
};

enum
{
  FEW = 16, /* so many awaitables are compared one by one */
  CLAIMED = 0x80
};

void
jug_gather_dispose (JugFuture *future)
{
  JugGather *self = (JugGather *) future;

  jug_watcher_remove (&self->watcher);
  for (guint i = 0; i < self->n_children; i++)
    jug_future_unref (self->children[i].future);
  g_free (self->children);
}

/* _GatheringFuture.cancel: the children are cancelled, and the gather ends when they have
 * (S42). */
gboolean
jug_gather_cancel (JugFuture *future, const char *message)
{
  JugGather *self = (JugGather *) future;
  gboolean any = FALSE;

  if (jug_future_is_done (future))
    return FALSE;
  for (guint i = 0; i < self->n_children; i++)
    if (jug_future_cancel (self->children[i].future, message))
      any = TRUE;
  if (any)
    self->cancel_requested = TRUE;
  return any;
}

/* What stands for a child among the results.  CPython makes a new exception for one that
 * was cancelled, with an empty text if cancel() had none. */
static JugValue
collect_result (JugFuture *child)
{
  JugValue result = JUG_NONE;
  GError *error = NULL;

  if (jug_future_get_result (child, &result, &error))
    return result;
  if (!jug_future_is_cancelled (child) || *error->message != '\0')
    return jug_value_error (error);
  g_error_free (error);
  return jug_value_error (jug_exception_new_blank ("CancelledError"));
}

static JugValue
collect_results (JugGather *self)
{
  JugValue *items;
  JugValue results = jug_value_list_sized (self->n_children, &items);

  for (guint i = 0; i < self->n_children; i++)
    items[i] = collect_result (self->children[i].future);
  return results;
}

static void
handle_done (JugGather *self, JugFuture *child)
{
  const GError *exception;

  self->n_finished++;
  exception = jug_future_peek_exception (child);
  if (exception)
    child->has_log = FALSE; /* gather has seen it, even if nobody else ever will (S41) */
  if (jug_future_is_done (&self->future) || self->is_abandoned)
    return;

  if (exception && !self->return_exceptions)
    {
      jug_future_set_exception (&self->future, g_error_copy (exception), NULL);
      return;
    }
  if (self->n_finished < self->n_counted)
    return;
  if (self->cancel_requested)
    jug_future_set_exception (&self->future, jug_future_make_cancelled_error (NULL),
                              NULL);
  else
    jug_future_set_result (&self->future, collect_results (self), NULL);
}

static void
child_done_cb (JugFuture *future, JugDoneCallback *callback)
{
  Child *child = (Child *) callback;
  JugGather *self = child->gather;

  if (future)
    handle_done (self, child->future);
  jug_future_unref (&self->future);
}

static void
let_go (JugWatcher *watcher)
{
  JugGather *self =
      (JugGather *) ((char *) watcher - G_STRUCT_OFFSET (JugGather, watcher));

  jug_future_ref (&self->future);
  for (guint i = 0; i < self->n_children; i++)
    if (jug_future_remove_done_callback (self->children[i].future,
                                         &self->children[i].done))
      jug_future_unref (&self->future);
  jug_future_unref (&self->future);
}

/* The first awaitable that is the same one, or @index: the same given twice counts once
 * (S40). */
static guint
find_first (const gpointer *awaitables, guint index, GHashTable *seen)
{
  if (seen)
    {
      gpointer first;

      if (g_hash_table_lookup_extended (seen, awaitables[index], NULL, &first))
        return GPOINTER_TO_UINT (first);
      g_hash_table_insert (seen, awaitables[index], GUINT_TO_POINTER (index));
      return index;
    }
  for (guint i = 0; i < index; i++)
    if (awaitables[i] == awaitables[index])
      return i;
  return index;
}

/* Coroutines can't be looked at once a task has consumed them, so all are looked at
 * before.  A gather of many is one of coroutines or of tasks: the former are marked, the
 * latter hashed. */
static guint *
find_repeats (guint n, const gpointer *awaitables)
{
  g_autoptr (GHashTable) seen = n > FEW ? g_hash_table_new (NULL, NULL) : NULL;
  guint *firsts = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      guint8 *kind = awaitables[i];

      if (n > FEW && *kind == JUG_AWAITABLE_COROUTINE)
        {
          *kind |= CLAIMED;
          firsts[i] = i;
        }
      else if (n > FEW && *kind == (JUG_AWAITABLE_COROUTINE | CLAIMED))
        firsts[i] = find_first (awaitables, i, NULL);
      else
        firsts[i] = find_first (awaitables, i, seen);
    }
  for (guint i = 0; i < n; i++)
    *(guint8 *) awaitables[i] &= ~CLAIMED;
  return firsts;
}

/* Those that are there already tell it that they end, as they tell CPython's. */
static void
abandon (JugGather *self, guint n_children)
{
  self->is_abandoned = TRUE;
  self->n_children = n_children;
  jug_future_unref (&self->future);
}

static void
record_children (JugGather *self)
{
  for (guint i = 0; i < self->n_children; i++)
    if (!self->children[i].is_repeated)
      jug_future_record_child (&self->future, self->children[i].future);
}

/**
 * jug_gather:
 * @loop: the loop
 * @n_awaitables: how many
 * @awaitables: (array length=n_awaitables): coroutines, consumed, and futures and tasks
 * @return_exceptions: whether exceptions become results
 * @error: what an eager task quit with, as in jug_task_new()
 *
 * `asyncio.gather`: coroutines become tasks in the order of the arguments, which is the
 * order of the results too (S40).  The first exception ends it at once, and the others
 * run on (S41). Children that are done already, as eager tasks may be, count at once, as
 * in CPython 3.12 and later.
 *
 * Returns: (transfer full) (nullable): the future of the list of results
 */
JugFuture *
jug_gather (JugLoop *loop,
            guint n_awaitables,
            const gpointer *awaitables,
            gboolean return_exceptions,
            GError **error)
{
  JugGather *self;
  g_autofree guint *firsts = NULL;
  char label[16] = "";

  if (n_awaitables == 0)
    {
      JugFuture *empty = jug_future_new_for (loop, JUG_PURPOSE_GATHER, "0", 0);

      jug_future_set_result (empty, jug_value_list (), NULL);
      return empty;
    }

  self = g_new0 (JugGather, 1);
  self->n_children = n_awaitables;
  self->return_exceptions = return_exceptions;
  self->children = g_new0 (Child, n_awaitables);
  firsts = find_repeats (n_awaitables, awaitables);
  /* Its number comes after those of the tasks it makes, as CPython makes it after
   * them. */
  jug_future_init_kind (&self->future, loop, JUG_AWAITABLE_GATHER);
  jug_watcher_add (&self->watcher, loop, let_go);

  for (guint i = 0; i < n_awaitables; i++)
    {
      Child *child = &self->children[i];

      child->gather = self;
      child->is_repeated = firsts[i] != i;
      if (child->is_repeated)
        {
          child->future = jug_future_ref (self->children[firsts[i]].future);
          continue;
        }
      child->future = jug_ensure_future (loop, awaitables[i], error);
      if (G_UNLIKELY (!child->future))
        {
          abandon (self, i);
          return NULL;
        }
      self->n_counted++;
      if (!jug_future_is_done (child->future))
        {
          jug_future_ref (&self->future);
          jug_future_add_done_callback (child->future, &child->done, child_done_cb,
                                        "gather");
        }
    }
  g_snprintf (label, sizeof label, "%u", self->n_counted);
  self->future.purpose = JUG_PURPOSE_GATHER;
  self->future.number = jug_loop_new_object (loop);
  jug_loop_record (loop, .kind = JUG_EVENT_FUTURE_CREATE, .detail = JUG_PURPOSE_GATHER,
                   .task = JUG_LOOP_FRONT (loop)->current_task,
                   .object = self->future.number, .text = jug_loop_intern (loop, label));
  if (JUG_LOOP_FRONT (loop)->trace)
    record_children (self);
  for (guint i = 0; i < n_awaitables; i++)
    {
      Child *child = &self->children[i];

      if (!child->is_repeated && !child->done.func)
        handle_done (self, child->future);
    }
  return &self->future;
}
