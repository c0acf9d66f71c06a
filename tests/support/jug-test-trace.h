/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes traces for tests, event by event or whole, as the native engine would. */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

/**
 * JugTestTrace:
 *
 * Writes a trace.  It keeps what a test would otherwise repeat in each event: the time,
 * the iteration, the task that runs, the next number of an object, and which event was
 * the cause of what comes.  It does not check that the story makes sense: that is the
 * test's.
 */
typedef struct _JugTestTrace JugTestTrace;

/**
 * jug_test_trace_new:
 *
 * Returns: (transfer full): a writer of an empty trace, at time 0, before the first
 * iteration
 */
JugTestTrace *jug_test_trace_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_test_trace_free:
 * @self: (transfer full): a writer
 *
 * Frees it; the trace stays with those who hold it.
 */
void jug_test_trace_free (JugTestTrace *self);

/**
 * jug_test_trace_finish:
 * @self: (transfer full): a writer
 *
 * Returns: (transfer full): its trace, sealed
 */
JugTrace *jug_test_trace_finish (JugTestTrace *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_test_trace_get_trace:
 * @self: a writer
 *
 * Returns: (transfer none): the trace, which grows
 */
JugTrace *jug_test_trace_get_trace (JugTestTrace *self);

/**
 * jug_test_trace_get_time:
 * @self: a writer
 *
 * Returns: the time that events get
 */
gint64 jug_test_trace_get_time (JugTestTrace *self);

/**
 * jug_test_trace_set_time:
 * @self: a writer
 * @time_ns: the time that events get from now on, not before that of the last
 */
void jug_test_trace_set_time (JugTestTrace *self, gint64 time_ns);

/**
 * jug_test_trace_add:
 * @self: a writer
 * @kind: a kind
 * @task: the task that it is about
 * @object: its object, or 0
 * @detail: its detail, or 0
 *
 * Appends an event of any kind that needs no text, value, cause, extra number or
 * deadline.
 *
 * Returns: its index
 */
guint32 jug_test_trace_add (
    JugTestTrace *self, JugEventKind kind, guint32 task, guint32 object, guint detail);

/**
 * jug_test_trace_add_event:
 * @self: a writer
 * @event: its own fields; time and iteration are filled in, and the step or callback that
 *   runs as its cause where that is missing
 *
 * Appends any event.
 *
 * Returns: its index
 */
guint32 jug_test_trace_add_event (JugTestTrace *self, JugEvent event);

/* The loop: an iteration is iteration, poll and fire if nothing is ready, run, then what
 * runs. */

/**
 * jug_test_trace_iteration:
 * @self: a writer
 *
 * An iteration begins; its value is the number of callbacks that are ready.
 *
 * Returns: the index of its %JUG_EVENT_ITERATION
 */
guint32 jug_test_trace_iteration (JugTestTrace *self);

/**
 * jug_test_trace_poll:
 * @self: a writer
 * @deadline_ns: until when, or -1
 *
 * The loop waits; the time goes on to the deadline.
 */
void jug_test_trace_poll (JugTestTrace *self, gint64 deadline_ns);

/**
 * jug_test_trace_fire:
 * @self: a writer
 * @timer: the callback of a timer
 * @tie: whether another one is due at the same time
 *
 * A timer is due.
 */
void jug_test_trace_fire (JugTestTrace *self, guint32 timer, gboolean tie);

/**
 * jug_test_trace_run:
 * @self: a writer
 *
 * The last phase of an iteration: as many callbacks will run as are ready.
 */
void jug_test_trace_run (JugTestTrace *self);

/**
 * jug_test_trace_queue:
 * @self: a writer
 * @task: whose step it is, or %JUG_TASK_LOOP
 * @text: (nullable): what it does if it is no step
 * @cause: why
 *
 * A callback is queued.
 *
 * Returns: its number
 */
guint32
jug_test_trace_queue (JugTestTrace *self, guint32 task, const char *text, guint32 cause);

/**
 * jug_test_trace_callback:
 * @self: a writer
 * @callback: its number, as queued or fired
 *
 * A callback that is no step begins to run.
 *
 * Returns: the index of its %JUG_EVENT_CALLBACK_RUN
 */
guint32 jug_test_trace_callback (JugTestTrace *self, guint32 callback);

/**
 * jug_test_trace_callback_end:
 * @self: a writer
 * @callback: its number
 *
 * The callback ends.
 */
void jug_test_trace_callback_end (JugTestTrace *self, guint32 callback);

/* Tasks */

/**
 * jug_test_trace_create:
 * @self: a writer
 * @name: name of the coroutine
 *
 * The task that runs (or the loop) creates a task, whose first step is queued.
 *
 * Returns: its number
 */
guint32 jug_test_trace_create (JugTestTrace *self, const char *name);

/**
 * jug_test_trace_step:
 * @self: a writer
 * @task: a task whose step was queued
 * @exception: (nullable): what is thrown in
 *
 * A task is resumed, and is the one that runs.
 */
void jug_test_trace_step (JugTestTrace *self, guint32 task, const char *exception);

/**
 * jug_test_trace_line:
 * @self: a writer
 * @line: a line of the program
 *
 * The task that runs comes to a line; that of the native source is ten times its number.
 */
void jug_test_trace_line (JugTestTrace *self, guint32 line);

/**
 * jug_test_trace_print:
 * @self: a writer
 * @text: a line of output
 *
 * The task that runs prints.
 */
void jug_test_trace_print (JugTestTrace *self, const char *text);

/**
 * jug_test_trace_sleep:
 * @self: a writer
 * @duration_ns: how long
 *
 * The task that runs sleeps: a future, a timer, a wait.  Nobody runs after it.
 *
 * Returns: the callback of the timer
 */
guint32 jug_test_trace_sleep (JugTestTrace *self, gint64 duration_ns);

/**
 * jug_test_trace_wake:
 * @self: a writer
 * @timer: the callback of a sleep, which has fired
 *
 * The timer's callback runs: it completes the future and queues the sleeper's step.
 */
void jug_test_trace_wake (JugTestTrace *self, guint32 timer);

/**
 * jug_test_trace_wait:
 * @self: a writer
 * @kind: for what
 * @object: number of the future or task, 0 for a yield
 *
 * The task that runs suspends; nobody runs after it.  A yield queues its next step.
 */
void jug_test_trace_wait (JugTestTrace *self, JugWaitKind kind, guint32 object);

/**
 * jug_test_trace_done:
 * @self: a writer
 * @outcome: how
 * @text: (nullable): repr of its result or name of its exception
 *
 * The task that runs ends; nobody runs after it.
 *
 * Returns: the index of its %JUG_EVENT_DONE
 */
guint32 jug_test_trace_done (JugTestTrace *self, JugOutcome outcome, const char *text);

/**
 * jug_test_trace_cancel:
 * @self: a writer
 * @task: a task
 *
 * The task that runs (or the loop) calls cancel() on it.
 *
 * Returns: the index of its %JUG_EVENT_CANCEL
 */
guint32 jug_test_trace_cancel (JugTestTrace *self, guint32 task);

/* Futures and primitives */

/**
 * jug_test_trace_future:
 * @self: a writer
 * @purpose: what for
 * @text: (nullable): label
 * @owner: number of the primitive that it belongs to, or 0
 *
 * A future comes to be.
 *
 * Returns: its number
 */
guint32 jug_test_trace_future (JugTestTrace *self,
                               JugPurpose purpose,
                               const char *text,
                               guint32 owner);

/**
 * jug_test_trace_child:
 * @self: a writer
 * @future: the number of a gather's future, or of one like it
 * @task: the number of a task
 *
 * The future is made for the task, among others.
 */
void jug_test_trace_child (JugTestTrace *self, guint32 future, guint32 task);

/**
 * jug_test_trace_future_done:
 * @self: a writer
 * @future: its number
 * @outcome: how
 * @text: (nullable): repr of its result or name of its exception
 * @cause: what is behind it
 *
 * A future is completed by the task that runs, or the loop.
 *
 * Returns: the index of its %JUG_EVENT_FUTURE_DONE
 */
guint32 jug_test_trace_future_done (JugTestTrace *self,
                                    guint32 future,
                                    JugOutcome outcome,
                                    const char *text,
                                    guint32 cause);

/**
 * jug_test_trace_sync_create:
 * @self: a writer
 * @kind: which primitive
 * @text: (nullable): label
 * @capacity: how many it holds or admits
 *
 * A primitive comes to be.
 *
 * Returns: its number
 */
guint32 jug_test_trace_sync_create (JugTestTrace *self,
                                    JugSyncKind kind,
                                    const char *text,
                                    guint32 capacity);

/**
 * jug_test_trace_sync:
 * @self: a writer
 * @sync: number of a primitive
 * @op: what is done to it
 * @level: its level afterwards
 *
 * The task that runs does something to a primitive.
 */
void jug_test_trace_sync (JugTestTrace *self, guint32 sync, JugSyncOp op, guint32 level);

/* Whole traces */

/**
 * jug_test_trace_gather:
 * @n_children: how many
 *
 * A run of `main`, which gathers @n_children of `hello`: the i-th prints "hello i",
 * sleeps i seconds, prints "bye i" and returns i.  Its event log equals CPython's.
 *
 * Returns: (transfer full): the trace, sealed
 */
JugTrace *jug_test_trace_gather (guint n_children) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_test_trace_large:
 * @n_tasks: how many tasks, at least 1
 * @n_events: how many events
 *
 * A run in which each of @n_tasks sleeps, wakes and prints now and then, one after the
 * other, until there are exactly @n_events, of which the last is a %JUG_EVENT_LIMIT.
 *
 * Returns: (transfer full): the trace, sealed
 */
JugTrace *jug_test_trace_large (guint n_tasks, guint32 n_events)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_test_trace_every_kind:
 *
 * A trace with every kind of event and every value of each detail, in an order that could
 * happen.  It is not the run of a program.
 *
 * Returns: (transfer full): the trace, sealed
 */
JugTrace *jug_test_trace_every_kind (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugTestTrace, jug_test_trace_free)

G_END_DECLS
