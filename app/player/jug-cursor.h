/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of the loop and of everything in it after any one event of a trace. */
#pragma once

#include "jug-cursor-answers.h"

G_BEGIN_DECLS

/**
 * JugCursor:
 *
 * A place in a trace, and what was true there: what runs, what is ready and in which
 * order, which timers are armed, who waits for what, what was printed.
 *
 * All of it is a pure function of the events up to and including the one that the cursor
 * stands on; nothing else is kept, so a step back shows exactly what the step forward had
 * shown.
 *
 * A cursor remembers a keyframe every so many events and walks from the nearest one. They
 * are made when an event is first passed, so a cursor also follows a trace that still
 * grows.  Cursors made by jug_cursor_copy() share their keyframes.
 *
 * Numbers from outside are not trusted: a trace whose events contradict each other yields
 * some state, never a crash, and a task, callback or future that does not exist is
 * answered as such.
 *
 * A cursor and its copies belong to one thread.  What a getter lends is good until the
 * next jug_cursor_seek().
 */
typedef struct _JugCursor JugCursor;

/**
 * jug_cursor_new:
 * @trace: a trace, which may still be growing
 *
 * Makes a cursor that stands before the first event.
 *
 * Returns: (transfer full): a cursor, to be freed with jug_cursor_free()
 */
JugCursor *jug_cursor_new (JugTrace *trace) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_cursor_copy:
 * @self: a cursor
 *
 * Makes a second cursor over the same trace, at the same place.  It moves on its own, and
 * shares the keyframes, so it costs only the state of one moment.
 *
 * Returns: (transfer full): a cursor, to be freed with jug_cursor_free()
 */
JugCursor *jug_cursor_copy (JugCursor *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_cursor_free:
 * @self: a cursor
 *
 * Frees it.
 */
void jug_cursor_free (JugCursor *self);

/**
 * jug_cursor_get_trace:
 * @self: a cursor
 *
 * Returns: (transfer none): the trace that it moves in
 */
JugTrace *jug_cursor_get_trace (JugCursor *self);

/**
 * jug_cursor_seek:
 * @self: a cursor
 * @index: an event, or %JUG_NO_EVENT for the place before the first
 *
 * Moves to the place right after event @index.  An index beyond the last event that is
 * recorded so far moves to the place after that one.
 *
 * Where keyframes exist this costs a bounded walk; the first time through a trace it
 * costs the walk from the last keyframe on.  To keep that out of a frame, see
 * jug_cursor_prepare().
 */
void jug_cursor_seek (JugCursor *self, guint32 index);

/**
 * jug_cursor_get_index:
 * @self: a cursor
 *
 * Returns: the event after which it stands, or %JUG_NO_EVENT before the first
 */
guint32 jug_cursor_get_index (JugCursor *self);

/**
 * jug_cursor_prepare:
 * @self: a cursor
 * @max_events: how many events to read at most
 *
 * Makes keyframes ahead of need, a slice at a time, so that a window can do it when it is
 * idle (100,000 events take a few milliseconds).  The cursor does not move.
 *
 * Returns: %TRUE if more events remain to be read
 */
gboolean jug_cursor_prepare (JugCursor *self, guint max_events);

/**
 * jug_cursor_get_time:
 * @self: a cursor
 *
 * Returns: the time of the event after which it stands, 0 before the first
 */
gint64 jug_cursor_get_time (JugCursor *self);

/**
 * jug_cursor_get_iteration:
 * @self: a cursor
 *
 * Returns: the number of the last iteration that began, 0 before the first
 */
guint32 jug_cursor_get_iteration (JugCursor *self);

/**
 * jug_cursor_get_phase:
 * @self: a cursor
 *
 * Returns: what the loop itself is doing
 */
JugPhase jug_cursor_get_phase (JugCursor *self);

/**
 * jug_cursor_get_idle_deadline:
 * @self: a cursor
 *
 * Returns: until when the loop waits in %JUG_PHASE_IDLE, or -1 if it waits for the
 * outside world alone; 0 in any other phase
 */
gint64 jug_cursor_get_idle_deadline (JugCursor *self);

/**
 * jug_cursor_get_running_task:
 * @self: a cursor
 *
 * Returns: the task whose code runs, the innermost if eager tasks run inside each other,
 * or %JUG_TASK_LOOP if none does
 */
guint32 jug_cursor_get_running_task (JugCursor *self);

/**
 * jug_cursor_get_running_callback:
 * @self: a cursor
 *
 * Returns: the callback that runs, a task's step or another, or 0 if none does
 */
guint32 jug_cursor_get_running_callback (JugCursor *self);

/**
 * jug_cursor_get_exit_event:
 * @self: a cursor
 *
 * Returns: the event with which the program itself ended by an exception, or
 * %JUG_NO_EVENT
 */
guint32 jug_cursor_get_exit_event (JugCursor *self);

/**
 * jug_cursor_get_n_ready:
 * @self: a cursor
 *
 * Returns: how many callbacks are in the ready queue
 */
guint jug_cursor_get_n_ready (JugCursor *self);

/**
 * jug_cursor_get_n_ready_now:
 * @self: a cursor
 *
 * An iteration runs exactly the callbacks that were ready when it began to run callbacks;
 * what they add waits for the next iteration.
 *
 * Returns: how many callbacks at the front of the ready queue will still run in this
 * iteration; 0 outside %JUG_PHASE_RUN
 */
guint jug_cursor_get_n_ready_now (JugCursor *self);

/**
 * jug_cursor_get_ready:
 * @self: a cursor
 * @position: a place in the ready queue, 0 for the one that runs next
 * @ready: (out caller-allocates): what stands there
 *
 * Returns: %FALSE, with @ready untouched, if the queue is shorter
 */
gboolean jug_cursor_get_ready (JugCursor *self, guint position, JugCursorReady *ready);

/**
 * jug_cursor_get_n_timers:
 * @self: a cursor
 *
 * Returns: how many timers are armed; cancelled ones do not count
 */
guint jug_cursor_get_n_timers (JugCursor *self);

/**
 * jug_cursor_get_timer:
 * @self: a cursor
 * @position: a place, 0 for the timer that is due next
 * @timer: (out caller-allocates): the timer
 *
 * Timers stand in the order of their deadlines, and those of one deadline in the order in
 * which they were armed.
 *
 * Returns: %FALSE, with @timer untouched, if there are fewer
 */
gboolean jug_cursor_get_timer (JugCursor *self, guint position, JugCursorTimer *timer);

/**
 * jug_cursor_get_n_tasks:
 * @self: a cursor
 *
 * Returns: how many tasks have been created; they are numbered from 1 to this
 */
guint32 jug_cursor_get_n_tasks (JugCursor *self);

/**
 * jug_cursor_get_task:
 * @self: a cursor
 * @task: the number of a task
 *
 * Returns: (transfer none): what is true of it now; of a task that does not exist (yet),
 * that it is absent
 */
const JugCursorTask *jug_cursor_get_task (JugCursor *self, guint32 task);

/**
 * jug_cursor_list_awaited:
 * @self: a cursor
 * @task: the number of a task
 * @tasks: (element-type guint32): where their numbers are appended
 *
 * Lists the tasks for which @task waits, which are the edges of the await tree: the one
 * that it awaits itself, or those that its gather, wait, shield or task group is made
 * for, in their order.  Ended ones are among them as long as it waits.
 */
void jug_cursor_list_awaited (JugCursor *self, guint32 task, GArray *tasks);

/**
 * jug_cursor_is_child:
 * @self: a cursor
 * @task: the number of a task
 * @child_task: the number of another
 *
 * Returns: whether @task waits for a future that is made for @child_task, perhaps among
 * others: a gather and its like, not the task itself
 */
gboolean jug_cursor_is_child (JugCursor *self, guint32 task, guint32 child_task);

/**
 * jug_cursor_get_future:
 * @self: a cursor
 * @object: the number of a future
 * @future: (out caller-allocates): what is true of it now
 *
 * Returns: %FALSE, with @future untouched, if there is none of that number (yet)
 */
gboolean jug_cursor_get_future (JugCursor *self, guint32 object, JugCursorFuture *future);

/**
 * jug_cursor_get_n_syncs:
 * @self: a cursor
 *
 * Returns: how many locks, queues and other primitives have been made
 */
guint jug_cursor_get_n_syncs (JugCursor *self);

/**
 * jug_cursor_get_sync:
 * @self: a cursor
 * @position: which of them, from 0, in the order in which they were made
 * @sync: (out caller-allocates): what is true of it now
 *
 * Returns: %FALSE, with @sync untouched, if there are fewer
 */
gboolean jug_cursor_get_sync (JugCursor *self, guint position, JugCursorSync *sync);

/**
 * jug_cursor_find_sync:
 * @self: a cursor
 * @object: the number of a primitive
 * @sync: (out caller-allocates): what is true of it now
 *
 * Returns: %FALSE, with @sync untouched, if there is none of that number (yet)
 */
gboolean jug_cursor_find_sync (JugCursor *self, guint32 object, JugCursorSync *sync);

/**
 * jug_cursor_get_sync_waiter:
 * @self: a cursor
 * @object: the number of a primitive
 * @position: a place in the line before it, 0 for whoever will be woken first
 *
 * Returns: the number of a waiting task, or %JUG_TASK_LOOP if the line is shorter
 */
guint32 jug_cursor_get_sync_waiter (JugCursor *self, guint32 object, guint position);

/**
 * jug_cursor_get_n_operations:
 * @self: a cursor
 *
 * Returns: how many operations the outside world has not answered yet
 */
guint jug_cursor_get_n_operations (JugCursor *self);

/**
 * jug_cursor_get_operation:
 * @self: a cursor
 * @position: which of them, from 0, in the order in which they were started
 * @operation: (out caller-allocates): what is known of it
 *
 * Returns: %FALSE, with @operation untouched, if there are fewer
 */
gboolean
jug_cursor_get_operation (JugCursor *self, guint position, JugCursorOperation *operation);

/**
 * jug_cursor_get_n_output:
 * @self: a cursor
 *
 * Returns: how many lines the program has printed
 */
guint jug_cursor_get_n_output (JugCursor *self);

/**
 * jug_cursor_get_output:
 * @self: a cursor
 * @position: which line, from 0
 * @output: (out caller-allocates): the line
 *
 * Returns: %FALSE, with @output untouched, if there are fewer
 */
gboolean jug_cursor_get_output (JugCursor *self, guint position, JugCursorOutput *output);

/**
 * jug_cursor_find_frames:
 * @self: a cursor
 * @task: a task
 *
 * Where a task is, or was when it last suspended: the chain of coroutines that await each
 * other.  See jug_await_chain_parse() for what stands in it.
 *
 * Returns: the %JUG_EVENT_FRAMES that holds now, or %JUG_NO_EVENT if there is none
 */
guint32 jug_cursor_find_frames (JugCursor *self, guint32 task);

/**
 * jug_cursor_find_locals:
 * @self: a cursor
 * @task: a task
 * @frame: a coroutine of its await chain, 0 for the outermost
 *
 * Returns: the %JUG_EVENT_LOCALS that holds now, or %JUG_NO_EVENT if there is none
 */
guint32 jug_cursor_find_locals (JugCursor *self, guint32 task, guint32 frame);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugCursor, jug_cursor_free)

G_END_DECLS
