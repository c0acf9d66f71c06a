/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.as_completed, after Lib/asyncio/tasks.py, _AsCompletedIterator. */
#include "jug-as-completed.h"

#include "jug-future-private.h"
#include "jug-handle.h"
#include "jug-task-scheduler.h"
#include "jug-task.h"
#include "jug-wait.h"
#include "jug-watcher.h"

typedef struct
{
  JugDoneCallback done;
  JugAsCompleted *iterator; /* a reference while the callback is registered */
  JugFuture *future;        /* owned */
  gboolean is_todo;
} Item;

struct _JugAsCompleted
{
  guint n_refs;
  JugWatcher watcher;
  JugLoop *loop; /* (unowned) */
  guint n_items;
  guint n_todo;         /* not finished yet */
  guint n_left;         /* not asked for yet */
  guint32 first_getter; /* number of the future that the trace has told all items of */
  JugHandle *timeout;
  GQueue finished; /* of JugFuture, owned; NULL stands for the timeout */
  GQueue getters;  /* of JugFuture, owned: who waits for something to finish */
  Item items[];
};

enum
{
  FEW = 16
};

/* The iterator finishes futures into a queue as asyncio.Queue would: one getter is woken
 * for each (Queue.put_nowait), and looks anew when it runs. */
static void
put (JugAsCompleted *self, JugFuture *future)
{
  JugFuture *getter;

  g_queue_push_tail (&self->finished, future ? (gpointer) jug_future_ref (future) : self);
  while ((getter = g_queue_pop_head (&self->getters)))
    {
      gboolean was_pending = !jug_future_is_done (getter);

      if (was_pending)
        jug_future_set_result (getter, JUG_NONE, NULL);
      jug_future_unref (getter);
      if (was_pending)
        break;
    }
}

/* Its owner holds a reference meanwhile. */
static void
stop_watching (JugAsCompleted *self, Item *item)
{
  item->is_todo = FALSE;
  if (jug_future_remove_done_callback (item->future, &item->done))
    jug_as_completed_unref (self);
}

static void
time_is_up (gpointer data)
{
  JugAsCompleted *self = data;

  for (guint i = 0; i < self->n_items; i++)
    if (self->items[i].is_todo)
      {
        stop_watching (self, &self->items[i]);
        put (self, NULL);
      }
  self->n_todo = 0;
}

static void
let_go (JugWatcher *watcher)
{
  JugAsCompleted *self =
      (JugAsCompleted *) ((char *) watcher - G_STRUCT_OFFSET (JugAsCompleted, watcher));

  jug_as_completed_ref (self);
  for (guint i = 0; i < self->n_items; i++)
    if (self->items[i].is_todo)
      stop_watching (self, &self->items[i]);
  jug_as_completed_unref (self);
}

static void
one_done_cb (JugFuture *future, JugDoneCallback *callback)
{
  Item *item = (Item *) callback;
  JugAsCompleted *self = item->iterator;

  if (future && item->is_todo)
    {
      item->is_todo = FALSE;
      self->n_todo--;
      put (self, future);
      if (self->n_todo == 0 && self->timeout)
        jug_handle_cancel (self->timeout);
    }
  jug_as_completed_unref (self);
}

static gboolean
was_given_before (const gpointer *awaitables, guint index, GHashTable *seen)
{
  if (seen)
    return !g_hash_table_add (seen, awaitables[index]);
  for (guint i = 0; i < index; i++)
    if (awaitables[i] == awaitables[index])
      return TRUE;
  return FALSE;
}

static int
compare_births (gconstpointer a, gconstpointer b)
{
  return jug_future_compare_births (&((const Item *) a)->future,
                                    &((const Item *) b)->future);
}

/* Those that are done already are told in the order of a set, too. */
static gboolean
add_items (JugAsCompleted *self,
           guint n_awaitables,
           const gpointer *awaitables,
           GError **error)
{
  g_autoptr (GHashTable) seen = n_awaitables > FEW ? g_hash_table_new (NULL, NULL) : NULL;
  g_autofree gboolean *is_repeated = g_new (gboolean, n_awaitables);
  guint n_coroutines = 0, n_done = 0;

  for (guint i = 0; i < n_awaitables; i++)
    is_repeated[i] = was_given_before (awaitables, i, seen);
  for (guint i = 0; i < n_awaitables; i++)
    n_coroutines +=
        !is_repeated[i] && *(const guint8 *) awaitables[i] == JUG_AWAITABLE_COROUTINE;
  jug_task_record_unordered (self->loop, JUG_UNORDERED_AS_COMPLETED, n_coroutines);
  for (guint i = 0; i < n_awaitables; i++)
    {
      if (is_repeated[i])
        continue;
      self->items[self->n_items].future =
          jug_ensure_future (self->loop, (JugAwaitable){ .any = awaitables[i] }, error);
      if (!self->items[self->n_items].future)
        return FALSE;
      n_done += jug_future_is_done (self->items[self->n_items].future);
      self->n_items++;
    }
  jug_task_record_unordered (self->loop, JUG_UNORDERED_COMPLETED, n_done);
  if (self->n_items > 0)
    qsort (self->items, self->n_items, sizeof *self->items, compare_births);
  return TRUE;
}

/**
 * jug_as_completed_new:
 * @loop: the loop
 * @n_awaitables: how many
 * @awaitables: (array length=n_awaitables): coroutines, consumed, and futures and tasks
 * @seconds: how long all may take, or %JUG_FOREVER
 * @error: what an eager task quit with, as in jug_task_new()
 *
 * Coroutines become tasks in the order of the arguments; CPython iterates a set, so that
 * asyncio promises no order there (S44).  Nor does it for those that are done already,
 * which come first, here in the order in which they were made.
 *
 * Returns: (transfer full) (nullable): the iterator
 */
JugAsCompleted *
jug_as_completed_new (JugLoop *loop,
                      guint n_awaitables,
                      const gpointer *awaitables,
                      double seconds,
                      GError **error)
{
  JugAsCompleted *self =
      g_malloc0 (sizeof (JugAsCompleted) + n_awaitables * sizeof (Item));

  self->n_refs = 1;
  self->loop = loop;
  jug_watcher_add (&self->watcher, loop, let_go);
  g_queue_init (&self->finished);
  g_queue_init (&self->getters);
  if (!add_items (self, n_awaitables, awaitables, error))
    {
      jug_as_completed_unref (self);
      return NULL;
    }
  for (guint i = 0; i < self->n_items; i++)
    {
      Item *item = &self->items[i];

      item->iterator = jug_as_completed_ref (self);
      item->is_todo = TRUE;
      jug_future_add_done_callback (item->future, &item->done, one_done_cb,
                                    "as_completed");
    }
  self->n_todo = self->n_left = self->n_items;
  if (self->n_todo > 0 && seconds < JUG_FOREVER)
    self->timeout = jug_handle_ref (jug_loop_call_later (
        loop, jug_clock_seconds_to_ns (seconds), "as_completed's timeout", time_is_up,
        jug_as_completed_ref (self), (GDestroyNotify) jug_as_completed_unref));
  return self;
}

/**
 * jug_as_completed_ref:
 * @self: an iterator
 *
 * Returns: (transfer full): @self
 */
JugAsCompleted *
jug_as_completed_ref (JugAsCompleted *self)
{
  self->n_refs++;
  return self;
}

/**
 * jug_as_completed_unref:
 * @self: (transfer full): an iterator
 */
void
jug_as_completed_unref (JugAsCompleted *self)
{
  gpointer finished;
  JugFuture *getter;

  if (--self->n_refs > 0)
    return;
  jug_watcher_remove (&self->watcher);
  while ((finished = g_queue_pop_head (&self->finished)))
    if (finished != self)
      jug_future_unref (finished);
  while ((getter = g_queue_pop_head (&self->getters)))
    jug_future_unref (getter);
  for (guint i = 0; i < self->n_items; i++)
    jug_future_unref (self->items[i].future);
  g_clear_pointer (&self->timeout, jug_handle_unref);
  g_free (self);
}

/* All getters are for the same items, which only the first needs to name. */
static JugFuture *
make_getter (JugAsCompleted *self)
{
  JugFuture *getter =
      jug_future_new_for (self->loop, JUG_PURPOSE_AS_COMPLETED, NULL, self->first_getter);

  if (self->first_getter != 0)
    return getter;
  self->first_getter = jug_future_get_number (getter);
  for (guint i = 0; i < self->n_items; i++)
    jug_future_record_child (getter, self->items[i].future);
  return getter;
}

/* Queue.get */
static gboolean
get (JugAsCompleted *self, JugFuture **finished, GError **error)
{
  while (g_queue_is_empty (&self->finished))
    {
      g_autoptr (JugFuture) getter = make_getter (self);
      GError *own = NULL;

      g_queue_push_tail (&self->getters, jug_future_ref (getter));
      if (jug_future_await (getter, NULL, &own))
        continue;
      jug_future_cancel (getter, NULL);
      if (g_queue_remove (&self->getters, getter))
        jug_future_unref (getter);
      else if (!g_queue_is_empty (&self->finished) && !jug_future_is_cancelled (getter))
        {
          /* Woken and cancelled: what it was woken for is for the next one. */
          JugFuture *next = g_queue_pop_head (&self->getters);

          if (next && !jug_future_is_done (next))
            jug_future_set_result (next, JUG_NONE, NULL);
          g_clear_pointer (&next, jug_future_unref);
        }
      g_propagate_error (error, own);
      return FALSE;
    }
  *finished = g_queue_pop_head (&self->finished);
  return TRUE;
}

typedef struct
{
  JugAsCompleted *iterator; /* owned */
  gboolean resolve;
} NextArguments;

static gboolean
run_next (gpointer data, JugValue *result, GError **error)
{
  NextArguments *arguments = data;
  JugFuture *finished = NULL;
  gboolean ok = TRUE;

  if (!get (arguments->iterator, &finished, error))
    {
      arguments->iterator->n_left++;
      return FALSE;
    }
  if (finished == (gpointer) arguments->iterator)
    {
      jug_exception_set (error, "TimeoutError", "%s", "");
      return FALSE;
    }
  if (arguments->resolve)
    ok = jug_future_get_result (finished, result, error);
  else
    *result = JUG_POINTER (finished); /* the iterator's own reference keeps it */
  jug_future_unref (finished);
  return ok;
}

static void
clear_next (gpointer data)
{
  jug_as_completed_unref (((NextArguments *) data)->iterator);
}

static JugCoroutine *
make_next (JugAsCompleted *self, const char *name, gboolean resolve)
{
  NextArguments arguments = { self, resolve };

  if (self->n_left == 0)
    return NULL;
  self->n_left--;
  jug_as_completed_ref (self);
  return jug_coroutine_new (name, run_next, &arguments, sizeof arguments, clear_next);
}

/**
 * jug_as_completed_next:
 * @self: an iterator
 *
 * Plain iteration, `for coroutine in as_completed (…)`.  One that is cancelled before
 * anything finished uses nothing up: there is another one in its place
 * (Lib/asyncio/tasks.py, _AsCompletedIterator._wait_for_one, since CPython 3.14.9).
 *
 * Returns: (transfer full) (nullable): a coroutine that gives the result, or raises the
 * exception, of the next to finish; %NULL when there are no more
 */
JugCoroutine *
jug_as_completed_next (JugAsCompleted *self)
{
  return make_next (self, "_wait_for_one", TRUE);
}

/**
 * jug_as_completed_next_future:
 * @self: an iterator
 *
 * Asynchronous iteration, `async for future in as_completed (…)`; see
 * jug_as_completed_next() for what cancelling one means.
 *
 * Returns: (transfer full) (nullable): a coroutine that gives the next future to finish
 * as a pointer, which lives as long as the iterator; %NULL when there are no more
 */
JugCoroutine *
jug_as_completed_next_future (JugAsCompleted *self)
{
  return make_next (self, "__anext__", FALSE);
}
