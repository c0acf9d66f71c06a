/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Anything that GIO does asynchronously, as something that a task can await. */
#pragma once

#include <gio/gio.h>

#include "jug-task.h"

G_BEGIN_DECLS

/**
 * JugIo:
 *
 * One operation of the outside world that is under way: from a call of an `…_async`
 * function until its callback has called the `…_finish` function.  While it lasts the
 * loop knows that it may be woken from outside.
 */
typedef struct _JugIo JugIo;

/**
 * JugIoStartFunc:
 * @io: the operation
 * @data: what came with the function
 *
 * Starts it: calls an `…_async` function with jug_io_get_cancellable(), jug_io_ready_cb()
 * and
 * @io itself as the callback's data.
 */
typedef void (*JugIoStartFunc) (JugIo *io, gpointer data);

/**
 * JugIoFinishFunc:
 * @data: what came with the function
 * @source: (nullable): as the callback got it
 * @result: as the callback got it
 * @value: (out): the result, None before
 * @error: what went wrong: a Python exception of %JUG_EXCEPTION, or any other error,
 * which becomes one by jug_io_exception_new()
 *
 * Finishes it: calls the `…_finish` function.
 *
 * Returns: whether it succeeded
 */
typedef gboolean (*JugIoFinishFunc) (gpointer data,
                                     GObject *source,
                                     GAsyncResult *result,
                                     JugValue *value,
                                     GError **error);

/**
 * jug_io_new:
 * @name: `__name__` of the coroutine; must be static
 * @label: what is asked of the outside world, for people
 * @start: starts the operation, once the coroutine runs
 * @finish: finishes it
 * @data: for both
 * @free_data: (nullable): frees @data, once the operation is over or if it never began
 *
 * Any operation as a coroutine.  Its future is of %JUG_PURPOSE_IO; the trace gets the
 * operation's start, what jug_io_report_bytes() tells, and its end.
 *
 * If whoever awaits it is cancelled, the CancelledError goes on at once, as in asyncio;
 * the operation is told to stop by its #GCancellable, and its end is recorded when it
 * comes.
 *
 * Returns: (transfer full): the coroutine
 */
JugCoroutine *jug_io_new (const char *name,
                          const char *label,
                          JugIoStartFunc start,
                          JugIoFinishFunc finish,
                          gpointer data,
                          GDestroyNotify free_data) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_io_ready_cb:
 * @source: (nullable): what the operation was called on
 * @result: its result
 * @io: (type JugIo): the operation
 *
 * The callback to be given to the `…_async` function; to be called exactly once, in the
 * loop's context.
 */
void jug_io_ready_cb (GObject *source, GAsyncResult *result, gpointer io);

/**
 * jug_io_get_cancellable:
 * @self: an operation
 *
 * Returns: (transfer none): what is cancelled when nobody wants its result any more
 */
GCancellable *jug_io_get_cancellable (JugIo *self);

/**
 * jug_io_report_bytes:
 * @self: an operation that is under way
 * @n_bytes: how many bytes it has brought so far
 *
 * Records progress.
 */
void jug_io_report_bytes (JugIo *self, gsize n_bytes);

/**
 * jug_io_set_outcome:
 * @self: an operation that is under way
 * @text: what it brought, in a word or two: "200 OK"
 *
 * Says what the trace is to tell of its result, if it has one.
 */
void jug_io_set_outcome (JugIo *self, const char *text);

/**
 * jug_io_exception_new:
 * @error: an error of GLib, GIO or a library on top of them
 *
 * Returns: (transfer full): the Python exception that asyncio would raise in its place: a
 *   subclass of OSError in most cases
 */
GError *jug_io_exception_new (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
