/* SPDX-License-Identifier: GPL-3.0-or-later */
/* asyncio.run, after Lib/asyncio/runners.py and base_events.py, run_until_complete. */
#include "jug-run.h"

#include <glib/gi18n-lib.h>

#include "jug-gather.h"
#include "jug-handle.h"
#include "jug-task-cancel.h"
#include "jug-task-scheduler-private.h"
#include "jug-task-scheduler.h"

G_DEFINE_QUARK (jug - run - error - quark, jug_run_error)

typedef struct
{
  JugDoneCallback done;
  JugLoop *loop;
} Stop;

/* What escapes from the loop stops it by itself. */
static gboolean
end_stops_loop (JugFuture *future)
{
  const GError *exception = jug_future_peek_exception (future);

  return !(exception && g_error_matches (exception, JUG_EXCEPTION, JUG_EXCEPTION_EXIT));
}

/* base_events._run_until_complete_cb */
static void
stop_cb (JugFuture *future, JugDoneCallback *callback)
{
  Stop *self = (Stop *) callback;

  if (future && end_stops_loop (future))
    jug_loop_stop (self->loop);
}

static void
stop_loop (gpointer data)
{
  jug_loop_stop (data);
}

/* Whether a run of the loop ended because it was to. */
static gboolean
check_end (JugLoop *loop, JugLoopEnd end, GError **error)
{
  switch (end)
    {
    case JUG_LOOP_END_STOPPED:
      return TRUE;
    case JUG_LOOP_END_ESCAPED:
      g_propagate_error (error, jug_loop_steal_escaped (loop));
      return FALSE;
    case JUG_LOOP_END_DEADLOCK:
      g_set_error_literal (
          error, JUG_RUN_ERROR, JUG_RUN_ERROR_DEADLOCK,
          _ ("Every task waits, and nothing can ever wake one of them."));
      return FALSE;
    case JUG_LOOP_END_LIMIT:
      g_set_error_literal (error, JUG_RUN_ERROR, JUG_RUN_ERROR_LIMIT,
                           _ ("The run was stopped because its trace is full."));
      return FALSE;
    case JUG_LOOP_END_INTERRUPTED:
      g_set_error_literal (error, JUG_RUN_ERROR, JUG_RUN_ERROR_INTERRUPTED,
                           _ ("The run was stopped."));
      return FALSE;
    }
  g_assert_not_reached ();
}

/**
 * jug_run_until_complete:
 * @loop: a loop that does not run
 * @future: what to wait for
 * @error: what ended the run instead: an exception that escaped, or a #JugRunError
 *
 * `loop.run_until_complete`: the iteration after @future's last is the last (S24).
 *
 * Returns: whether @future is done; its own exception is no error of this function
 */
gboolean
jug_run_until_complete (JugLoop *loop, JugFuture *future, GError **error)
{
  Stop stop = { .loop = loop };
  JugLoopEnd end;

  jug_future_add_done_callback (future, &stop.done, stop_cb, "run_until_complete");
  end = jug_loop_run_forever (loop);
  if (!jug_future_remove_done_callback (future, &stop.done) && stop.done.future)
    {
      /* It is ready, but something escaped before its turn came.  CPython leaves it where
       * it is, so that it stops the next run of the loop instead. */
      jug_loop_unschedule (loop, &stop.done.callback);
      JUG_LOOP_FRONT (loop)->activity = future->done_event;
      if (end_stops_loop (future))
        jug_loop_call_soon (loop, "run_until_complete", stop_loop, loop, NULL);
      jug_future_unref (future);
    }

  if (!check_end (loop, end, error))
    return FALSE;
  if (jug_future_is_done (future))
    return TRUE;
  jug_exception_set (error, "RuntimeError",
                     "Event loop stopped before Future completed.");
  return FALSE;
}

static void
report_failures (JugLoop *loop, GPtrArray *tasks)
{
  for (guint i = 0; i < tasks->len; i++)
    {
      JugFuture *future = tasks->pdata[i];
      const GError *exception;

      if (jug_future_is_cancelled (future))
        continue;
      exception = jug_future_get_exception (future, NULL);
      if (exception)
        jug_loop_report (loop, JUG_REPORT_SHUTDOWN_ERROR,
                         jug_task_get_number (tasks->pdata[i]), 0,
                         "unhandled exception during asyncio.run() shutdown");
    }
}

/* runners._cancel_all_tasks */
static gboolean
cancel_all_tasks (JugLoop *loop, GError **error)
{
  g_autoptr (GPtrArray) tasks = jug_task_list_all (loop);
  g_autoptr (JugFuture) all = NULL;

  if (tasks->len == 0)
    return TRUE;
  JUG_LOOP_FRONT (loop)->activity =
      jug_loop_record (loop, .kind = JUG_EVENT_SHUTDOWN, .value = tasks->len);
  jug_task_record_unordered (loop, JUG_UNORDERED_SHUTDOWN, tasks->len);
  for (guint i = 0; i < tasks->len; i++)
    jug_task_cancel (tasks->pdata[i]);
  all = jug_gather (loop, tasks->len, tasks->pdata, TRUE, NULL);
  if (!jug_run_until_complete (loop, all, error))
    return FALSE;
  report_failures (loop, tasks);
  return TRUE;
}

/* The runner's own callback was there first. */
static void
do_nothing_to_shut_down (gpointer data)
{
  JugTask *task = data;
  JugLoop *loop = JUG_FUTURE (task)->loop;

  jug_loop_call_soon (loop, "run_until_complete", stop_loop, loop, NULL);
  jug_task_end_quietly (task);
}

/*
 * The runner's shutdown coroutines, which have nothing to shut down here: a step, and the
 * done callback that stops the loop an iteration later.  Tasks they are all the same,
 * which whoever still runs then may see and cancel.
 */
static gboolean
run_shutdown (JugLoop *loop, const char *name, GError **error)
{
  g_autoptr (JugTask) task = jug_task_new_quiet (loop, name);
  JugLoopEnd end;

  JUG_LOOP_FRONT (loop)->activity = jug_loop_get_stop_event (loop);
  jug_loop_call_soon (loop, name, do_nothing_to_shut_down, jug_task_ref (task),
                      (GDestroyNotify) jug_task_unref);
  end = jug_loop_run_forever (loop);
  jug_task_end_quietly (task); /* what ended the run may have come first */
  return check_end (loop, end, error) &&
         jug_future_get_result (JUG_FUTURE (task), NULL, error);
}

/* Runner.close */
static gboolean
shut_down (JugLoop *loop, GError **error)
{
  gboolean ok = cancel_all_tasks (loop, error) &&
                run_shutdown (loop, "shutdown_asyncgens", error) &&
                run_shutdown (loop, "shutdown_default_executor", error);

  jug_loop_close (loop);
  jug_task_set_eager_by_default (loop,
                                 FALSE); /* the next run would have a loop of its own */
  return ok;
}

/**
 * jug_run:
 * @loop: a loop
 * @main: (transfer full): the main coroutine
 * @result: (out) (optional): its result
 * @error: its exception, or what ended the run instead
 *
 * `asyncio.run`: runs @main as a task; then cancels all tasks that are left and waits for
 * them, and shuts the loop down (S24, S26).  When it ends by a #JugRunError, nothing is
 * cancelled.
 *
 * Returns: whether @main gave a result
 */
gboolean
jug_run (JugLoop *loop, JugCoroutine *main, JugValue *result, GError **error)
{
  g_autoptr (JugTask) task = NULL;
  JugValue value = JUG_NONE;
  GError *own = NULL;
  GError *late = NULL;

  if (jug_loop_is_running (loop))
    {
      jug_coroutine_free (main);
      jug_exception_set (error, "RuntimeError",
                         "asyncio.run() cannot be called from a running event loop");
      return FALSE;
    }

  task = jug_task_new (loop, main, NULL, NULL);
  if (jug_run_until_complete (loop, JUG_FUTURE (task), &own))
    jug_future_get_result (JUG_FUTURE (task), &value, &own);
  else if (jug_future_is_done (JUG_FUTURE (task)))
    jug_future_get_exception (JUG_FUTURE (task), NULL); /* it is what escaped */
  if ((!own || own->domain != JUG_RUN_ERROR) && !shut_down (loop, &late))
    {
      g_clear_error (&own);
      own = late;
    }
  if (own || !result)
    jug_value_clear (&value);
  else
    *result = value;
  if (own)
    g_propagate_error (error, own);
  return own == NULL;
}
