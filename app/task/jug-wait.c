/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.wait and asyncio.wait_for, after Lib/asyncio/tasks.py. */
#include "jug-wait.h"

#include <stdlib.h>

#include "jug-future-private.h"
#include "jug-handle.h"
#include "jug-task-scheduler.h"
#include "jug-task.h"
#include "jug-timeout.h"

typedef struct
{
  double seconds;
  JugReturnWhen return_when;
  guint n_futures;
  JugFuture **futures; /* owned, and so is each */
} WaitArguments;

typedef struct _Wait Wait;

typedef struct
{
  JugDoneCallback done;
  Wait *wait;
} Watch;

/* On the heap and counted, as callbacks that became ready still run after the wait is
 * over. */
struct _Wait
{
  guint n_refs;
  guint n_left;
  JugReturnWhen return_when;
  JugFuture *waiter;  /* owned */
  JugHandle *timeout; /* owned, or NULL */
  Watch watches[];
};

static void
unref_wait (Wait *self)
{
  if (--self->n_refs > 0)
    return;
  jug_future_unref (self->waiter);
  g_clear_pointer (&self->timeout, jug_handle_unref);
  g_free (self);
}

static void
release_waiter (gpointer data)
{
  JugFuture *waiter = data;

  if (!jug_future_is_done (waiter))
    jug_future_set_result (waiter, JUG_NONE, NULL);
}

static void
one_done_cb (JugFuture *future, JugDoneCallback *callback)
{
  Wait *self = ((Watch *) callback)->wait;

  if (future)
    {
      self->n_left--;
      if (self->n_left == 0 || self->return_when == JUG_FIRST_COMPLETED ||
          (self->return_when == JUG_FIRST_EXCEPTION &&
           !jug_future_is_cancelled (future) && jug_future_get_exception (future, NULL)))
        {
          if (self->timeout)
            jug_handle_cancel (self->timeout);
          release_waiter (self->waiter);
        }
    }
  unref_wait (self);
}

static const char *
get_label (JugReturnWhen return_when)
{
  switch (return_when)
    {
    case JUG_ALL_COMPLETED:
      return "ALL_COMPLETED";
    case JUG_FIRST_COMPLETED:
      return "FIRST_COMPLETED";
    case JUG_FIRST_EXCEPTION:
      return "FIRST_EXCEPTION";
    }
  g_assert_not_reached ();
}

static JugValue
sort_futures (JugLoop *loop, WaitArguments *arguments)
{
  guint n_done = 0;
  JugValue sets[2] = { jug_value_list (), jug_value_list () };

  for (guint i = 0; i < arguments->n_futures; i++)
    {
      JugFuture *future = arguments->futures[i];

      jug_value_append (&sets[jug_future_is_done (future) ? 0 : 1], JUG_POINTER (future));
      n_done += jug_future_is_done (future);
    }
  jug_task_record_unordered (loop, JUG_UNORDERED_WAIT,
                             MAX (n_done, arguments->n_futures - n_done));
  return jug_value_tuple (2, sets);
}

static gboolean
run_wait (gpointer data, JugValue *result, GError **error)
{
  WaitArguments *arguments = data;
  JugLoop *loop = jug_loop_get_current ();
  Wait *self;
  gboolean ok;

  if (arguments->n_futures == 0)
    {
      jug_exception_set (error, "ValueError", "Set of Tasks/Futures is empty.");
      return FALSE;
    }

  self = g_malloc0 (sizeof (Wait) + arguments->n_futures * sizeof (Watch));
  self->n_refs = 1;
  self->n_left = arguments->n_futures;
  self->return_when = arguments->return_when;
  self->waiter =
      jug_future_new_for (loop, JUG_PURPOSE_WAIT, get_label (arguments->return_when), 0);
  if (arguments->seconds < JUG_FOREVER)
    self->timeout = jug_handle_ref (jug_loop_call_at_for (
        loop, jug_loop_get_time (loop) + jug_clock_seconds_to_ns (arguments->seconds),
        JUG_LOOP_FRONT (loop)->current_task, JUG_TIMER_WAKES, "wait's timeout",
        release_waiter, jug_future_ref (self->waiter),
        (GDestroyNotify) jug_future_unref));
  for (guint i = 0; i < arguments->n_futures; i++)
    {
      jug_future_record_child (self->waiter, arguments->futures[i]);
      self->watches[i].wait = self;
      self->n_refs++;
      jug_future_add_done_callback (arguments->futures[i], &self->watches[i].done,
                                    one_done_cb, "wait");
    }

  ok = jug_future_await (self->waiter, NULL, error);

  if (self->timeout)
    jug_handle_cancel (self->timeout);
  for (guint i = 0; i < arguments->n_futures; i++)
    if (jug_future_remove_done_callback (arguments->futures[i], &self->watches[i].done))
      unref_wait (self);
  if (ok)
    *result = sort_futures (loop, arguments);
  unref_wait (self);
  return ok;
}

static void
clear_wait (gpointer data)
{
  WaitArguments *arguments = data;

  for (guint i = 0; i < arguments->n_futures; i++)
    jug_future_unref (arguments->futures[i]);
  g_free (arguments->futures);
}

/**
 * jug_wait:
 * @n_futures: how many
 * @futures: (array length=n_futures): futures and tasks, no coroutines; the same one
 * twice counts once
 * @seconds: how long to wait at the most, or %JUG_FOREVER
 * @return_when: when it is over
 *
 * `asyncio.wait`: never cancels, never raises what they raise; a timeout just returns
 * (S43).
 *
 * Returns: (transfer full): a coroutine whose result is a tuple of two lists, of those
 * that are done and of those that are not, in the order in which they were made (Python's
 * are sets, whose order nobody promises); the pointers in them are borrowed
 */
JugCoroutine *
jug_wait (guint n_futures,
          const gpointer *futures,
          double seconds,
          JugReturnWhen return_when)
{
  WaitArguments arguments = { seconds, return_when, 0, g_new (JugFuture *, n_futures) };
  g_autofree gpointer *sorted = g_memdup2 (futures, n_futures * sizeof (gpointer));

  if (n_futures > 1)
    qsort (sorted, n_futures, sizeof (gpointer), jug_future_compare_births);
  for (guint i = 0; i < n_futures; i++)
    if (i == 0 || sorted[i] != sorted[i - 1])
      arguments.futures[arguments.n_futures++] = jug_future_ref (sorted[i]);
  return jug_coroutine_new ("wait", run_wait, &arguments, sizeof arguments, clear_wait);
}

typedef struct
{
  gpointer awaitable; /* owned; a coroutine until it is awaited */
  double seconds;
} WaitForArguments;

typedef struct
{
  JugDoneCallback done;
  JugFuture *waiter; /* owned */
} Release;

static void
cancelled_cb (JugFuture *future, JugDoneCallback *callback)
{
  Release *self = (Release *) callback;

  if (future)
    release_waiter (self->waiter);
  jug_future_unref (self->waiter);
  g_free (self);
}

/* tasks._cancel_and_wait */
static gboolean
cancel_and_wait (JugLoop *loop, JugFuture *future, GError **error)
{
  g_autoptr (JugFuture) waiter = jug_future_new_for (loop, JUG_PURPOSE_WAIT, NULL, 0);
  Release *release = g_new0 (Release, 1);
  gboolean ok;

  jug_future_record_child (waiter, future);
  release->waiter = jug_future_ref (waiter);
  jug_future_add_done_callback (future, &release->done, cancelled_cb, "wait_for");
  jug_future_cancel (future, NULL);
  ok = jug_future_await (waiter, NULL, error);
  if (!jug_future_is_done (waiter) || !ok)
    if (jug_future_remove_done_callback (future, &release->done))
      cancelled_cb (NULL, &release->done);
  return ok;
}

/* A deadline that has passed already never starts a coroutine (S38). */
static gboolean
wait_for_nothing (JugLoop *loop, JugFuture *future, JugValue *result, GError **error)
{
  g_autoptr (GError) own = NULL;

  if (jug_future_is_done (future))
    return jug_future_get_result (future, result, error);
  if (!cancel_and_wait (loop, future, error))
    return FALSE;
  if (jug_future_get_result (future, result, &own))
    return TRUE;
  if (jug_exception_is_cancelled (own))
    jug_exception_set (error, "TimeoutError", "%s", "");
  else
    g_propagate_error (error, g_steal_pointer (&own));
  return FALSE;
}

static gboolean
run_wait_for (gpointer data, JugValue *result, GError **error)
{
  WaitForArguments *arguments = data;
  JugLoop *loop = jug_loop_get_current ();
  gpointer awaitable = arguments->awaitable;
  gboolean is_coroutine = *(guint8 *) awaitable == JUG_AWAITABLE_COROUTINE;
  g_autoptr (JugTimeout) timeout = NULL;
  g_autoptr (JugFuture) future = NULL;
  GError *own = NULL;

  if (is_coroutine)
    arguments->awaitable = NULL;
  if (arguments->seconds <= 0)
    {
      future = jug_ensure_future (loop, (JugAwaitable){ .any = awaitable }, error);
      return future && wait_for_nothing (loop, future, result, error);
    }

  timeout = jug_timeout_new (loop, arguments->seconds);
  if (!jug_timeout_enter (timeout, error))
    {
      if (is_coroutine)
        jug_coroutine_free (awaitable);
      return FALSE;
    }
  jug_await ((JugAwaitable){ .any = awaitable }, result, &own);
  return jug_timeout_exit (timeout, own, error);
}

static void
clear_wait_for (gpointer data)
{
  WaitForArguments *arguments = data;

  if (!arguments->awaitable)
    return;
  if (*(guint8 *) arguments->awaitable == JUG_AWAITABLE_COROUTINE)
    jug_coroutine_free (arguments->awaitable);
  else
    jug_future_unref (arguments->awaitable);
}

/**
 * jug_wait_for:
 * @awaitable: a coroutine, consumed, or a future or task
 * @seconds: how long to wait at the most, or %JUG_FOREVER
 *
 * `asyncio.wait_for` of Python 3.12 and later: a coroutine runs in the same task; a task
 * that is late is cancelled and waited for, so that it can take longer than @seconds
 * (S38).
 *
 * Returns: (transfer full): the coroutine
 */
JugCoroutine *
jug_wait_for (JugAwaitable awaitable, double seconds)
{
  WaitForArguments arguments = { awaitable.any, seconds };

  if (*awaitable.kind != JUG_AWAITABLE_COROUTINE)
    jug_future_ref (awaitable.future);
  return jug_coroutine_new ("wait_for", run_wait_for, &arguments, sizeof arguments,
                            clear_wait_for);
}
