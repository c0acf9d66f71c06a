/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a session gets a trace: by a thread that runs a program or reads a file. */
#include "jug-opening-private.h"

/* How many events are indexed between two looks at whether it is still wanted. */
enum
{
  SLICE = 100000,
};

static JugOpened *
new_opened (JugTrace *trace)
{
  JugOpened *self = g_new0 (JugOpened, 1);

  self->trace = jug_trace_ref (trace);
  return self;
}

/**
 * jug_opened_free:
 * @self: what was handed over
 *
 * Frees what was not taken out of it.
 */
void
jug_opened_free (JugOpened *self)
{
  g_clear_pointer (&self->cursor, jug_cursor_free);
  g_clear_pointer (&self->index, jug_span_index_unref);
  g_clear_pointer (&self->trace, jug_trace_unref);
  g_free (self);
}

/* Does what would take the window's thread long, and hands all of it over. */
static void
return_trace (GTask *task, JugTrace *trace)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (JugOpened) opened = new_opened (trace);

  opened->index = jug_span_index_new (trace);
  while (!g_cancellable_is_cancelled (cancellable) &&
         jug_span_index_update (opened->index, SLICE))
    ;
  opened->cursor = jug_cursor_new (trace);
  while (!g_cancellable_is_cancelled (cancellable) &&
         jug_cursor_prepare (opened->cursor, SLICE))
    ;
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&opened),
                           (GDestroyNotify) jug_opened_free);
}

static void
record_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JugRecording *run = data;
  GError *error = NULL;

  if (!jug_recording_record (run, cancellable, &error))
    g_task_return_error (task, error);
  else
    return_trace (task, jug_recording_get_trace (run));
}

/* Whoever follows the trace has an index and a cursor already; and what was recorded
 * until it was stopped is worth keeping. */
static void
record_live_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  JugRecording *run = data;
  GError *error = NULL;

  if (!jug_recording_record (run, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, new_opened (jug_recording_get_trace (run)),
                           (GDestroyNotify) jug_opened_free);
}

static void
read_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GFile *file = data;
  GError *error = NULL;
  g_autoptr (JugTrace) trace = jug_trace_open (file, cancellable, &error);

  if (!trace)
    g_task_return_error (task, error);
  else
    return_trace (task, trace);
}

static void
start (GTaskThreadFunc func,
       const char *name,
       gpointer data,
       GDestroyNotify free_data,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_name (task, name);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, data, free_data);
  g_task_run_in_thread (task, func);
}

/**
 * jug_opening_record_async:
 * @run: (transfer full): a run
 * @cancellable: stops it
 * @callback: called in this thread's context when it is over
 * @user_data: for @callback
 *
 * Records a run to its end.
 */
void
jug_opening_record_async (JugRecording *run,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  start (record_cb, "[jug-session] record", run, (GDestroyNotify) jug_recording_free,
         cancellable, callback, user_data);
}

/**
 * jug_opening_record_live_async:
 * @run: (transfer full): a run, whose trace is followed meanwhile
 * @cancellable: stops it
 * @callback: called in this thread's context when it is over
 * @user_data: for @callback
 *
 * Records a run; what is handed over at the end has neither index nor cursor.
 */
void
jug_opening_record_live_async (JugRecording *run,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  start (record_live_cb, "[jug-session] record live", run,
         (GDestroyNotify) jug_recording_free, cancellable, callback, user_data);
}

/**
 * jug_opening_read_async:
 * @file: a trace file
 * @cancellable: stops it
 * @callback: called in this thread's context when it is over
 * @user_data: for @callback
 *
 * Reads a trace file.
 */
void
jug_opening_read_async (GFile *file,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  start (read_cb, "[jug-session] read", g_object_ref (file), g_object_unref, cancellable,
         callback, user_data);
}

/**
 * jug_opening_finish:
 * @result: what the callback got
 * @error: why there is no trace; %G_IO_ERROR_CANCELLED if it was stopped
 *
 * Returns: (transfer full): what was opened, or %NULL
 */
JugOpened *
jug_opening_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
