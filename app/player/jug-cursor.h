/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of the loop and of everything in it after any one event of a trace. */
#pragma once

#include "jug-trace.h"

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
 * JugPhase:
 * @JUG_PHASE_NOT_STARTED: no loop runs yet
 * @JUG_PHASE_BEGIN: an iteration has begun, or the loop is about to begin its first
 * @JUG_PHASE_IDLE: nothing is ready: the loop waits for the next timer or the outside
 * world
 * @JUG_PHASE_TIMERS: callbacks of due timers and of the outside world move to the ready
 * queue
 * @JUG_PHASE_RUN: the callbacks that were ready run, one after the other
 * @JUG_PHASE_STOPPED: the loop has ended
 *
 * What the loop itself is doing.
 */
typedef enum
{
  JUG_PHASE_NOT_STARTED,
  JUG_PHASE_BEGIN,
  JUG_PHASE_IDLE,
  JUG_PHASE_TIMERS,
  JUG_PHASE_RUN,
  JUG_PHASE_STOPPED,
} JugPhase;

/**
 * JugStatus:
 * @JUG_STATUS_ABSENT: it does not exist yet
 * @JUG_STATUS_CREATED: created, has not run yet: ready for its first step
 * @JUG_STATUS_RUNNING: its code runs; also while an eager child runs inside its step
 * @JUG_STATUS_WAITING: suspended, and what it waits for is not over
 * @JUG_STATUS_READY: suspended, what it waited for is over: it only waits for its turn
 * @JUG_STATUS_DONE: ended with a result
 * @JUG_STATUS_FAILED: ended with an exception
 * @JUG_STATUS_CANCELLED: ended cancelled
 *
 * What a task is doing.
 */
typedef enum
{
  JUG_STATUS_ABSENT,
  JUG_STATUS_CREATED,
  JUG_STATUS_RUNNING,
  JUG_STATUS_WAITING,
  JUG_STATUS_READY,
  JUG_STATUS_DONE,
  JUG_STATUS_FAILED,
  JUG_STATUS_CANCELLED,
} JugStatus;

/**
 * JugCursorTask:
 * @status: what it is doing
 * @wait_kind: what kind of object it yielded to the loop; holds while waiting, and while
 * ready after a wait; as do the next five
 * @purpose: what the future waited for is for; %JUG_PURPOSE_PLAIN if @wait_kind is not
 *   %JUG_WAIT_FUTURE
 * @object: the number of the future waited for, or for %JUG_WAIT_TASK of the task waited
 * for; 0 for a bare yield
 * @text: string number of the future's label, or 0
 * @wait_event: the %JUG_EVENT_WAIT that suspended it, or %JUG_NO_EVENT
 * @ready_event: the event that put its next step into the ready queue, or %JUG_NO_EVENT
 * unless it is created or ready
 * @status_event: the event that gave it its status (since when it holds), or
 * %JUG_NO_EVENT if absent
 * @step_event: its latest %JUG_EVENT_STEP, or %JUG_NO_EVENT if it never ran
 * @n_steps: how many steps it has begun
 * @line: the line of the program where it is, or 0
 * @native_line: the line of the native source where it is, or 0
 * @cancel_requests: what its cancelling() would return
 * @cancel_event: the latest %JUG_EVENT_CANCEL whose CancelledError has not yet been
 * thrown into it, or %JUG_NO_EVENT
 * @result: string number of the repr of its result, or of the name of its exception, once
 * ended
 * @own_name: string number of the name that the program gave it, or 0
 * @outer: the task inside whose step it runs eagerly, or %JUG_TASK_LOOP
 *
 * A task at a moment.
 */
typedef struct
{
  JugStatus status;
  JugWaitKind wait_kind;
  JugPurpose purpose;
  guint32 object;
  guint32 text;
  guint32 wait_event;
  guint32 ready_event;
  guint32 status_event;
  guint32 step_event;
  guint32 n_steps;
  guint32 line;
  guint32 native_line;
  guint32 cancel_requests;
  guint32 cancel_event;
  guint32 result;
  guint32 own_name;
  guint32 outer;
} JugCursorTask;

/**
 * JugCursorReady:
 * @callback: its number
 * @task: the task whose step it is, or %JUG_TASK_LOOP if it is no step
 * @text: string number of what it does, if it is no step, or 0
 * @queue_event: the event that put it into the ready queue: a %JUG_EVENT_CALLBACK_QUEUE
 * or %JUG_EVENT_TIMER_FIRE
 * @is_cancelled: it was cancelled and will be skipped
 *
 * One callback in the ready queue.
 */
typedef struct
{
  guint32 callback;
  guint32 task;
  guint32 text;
  guint32 queue_event;
  gboolean is_cancelled;
} JugCursorReady;

/**
 * JugCursorTimer:
 * @callback: the number of its callback
 * @task: the task whose wait it ends, or %JUG_TASK_LOOP
 * @deadline_ns: when it is due
 * @arm_event: the event that armed it
 *
 * One armed timer.
 */
typedef struct
{
  guint32 callback;
  guint32 task;
  gint64 deadline_ns;
  guint32 arm_event;
} JugCursorTimer;

/**
 * JugCursorFuture:
 * @is_done: it has a result, has an exception or was cancelled
 * @outcome: which of them, if it is done
 * @purpose: what it was made for
 * @text: string number of its label, or 0
 * @sync: number of the lock, queue… that it belongs to, or 0
 * @waiter: the task that waits for it, or %JUG_TASK_LOOP; if several do, the latest
 * @create_event: the event that made it
 * @done_event: the event that ended it, or %JUG_NO_EVENT
 * @n_children: how many tasks it gathers, as far as the trace tells, else 0;
 *   see jug_cursor_get_awaited()
 * @n_children_done: how many of them have ended
 *
 * A future at a moment.
 */
typedef struct
{
  gboolean is_done;
  JugOutcome outcome;
  JugPurpose purpose;
  guint32 text;
  guint32 sync;
  guint32 waiter;
  guint32 create_event;
  guint32 done_event;
  guint n_children;
  guint n_children_done;
} JugCursorFuture;

/**
 * JugCursorSync:
 * @object: its number
 * @kind: what it is
 * @text: string number of its label, or 0
 * @capacity: its capacity or permits, as created
 * @level: items, free permits, or 1 for set or locked
 * @holder: the task that holds it, for a lock that is locked, else %JUG_TASK_LOOP
 * @n_waiters: how many tasks wait for it
 * @create_event: the event that made it
 *
 * A lock, queue or other primitive at a moment.
 */
typedef struct
{
  guint32 object;
  JugSyncKind kind;
  guint32 text;
  guint32 capacity;
  guint32 level;
  guint32 holder;
  guint n_waiters;
  guint32 create_event;
} JugCursorSync;

/**
 * JugCursorOperation:
 * @object: its number
 * @task: the task that started it, or %JUG_TASK_LOOP
 * @text: string number of what is asked of the outside world, or 0
 * @bytes: how many bytes it has brought so far
 * @start_event: the event that started it
 *
 * One operation that the outside world has not answered yet.
 */
typedef struct
{
  guint32 object;
  guint32 task;
  guint32 text;
  guint32 bytes;
  guint32 start_event;
} JugCursorOperation;

/**
 * JugCursorOutput:
 * @event: the %JUG_EVENT_PRINT
 * @time_ns: when
 * @task: by whom, or %JUG_TASK_LOOP
 * @text: string number of the line
 *
 * One line of the program's output.
 */
typedef struct
{
  guint32 event;
  gint64 time_ns;
  guint32 task;
  guint32 text;
} JugCursorOutput;

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
 * jug_cursor_get_n_awaited:
 * @self: a cursor
 * @task: the number of a task
 *
 * Returns: for how many tasks that task waits, as far as the trace tells; ended ones
 * count as long as it waits
 */
guint jug_cursor_get_n_awaited (JugCursor *self, guint32 task);

/**
 * jug_cursor_get_awaited:
 * @self: a cursor
 * @task: the number of a task that waits
 * @position: which of those that it waits for, from 0
 *
 * These are the edges of the await tree: the task that it awaits directly, or those that
 * it gathers.
 *
 * Returns: the number of a task, or %JUG_TASK_LOOP if there are fewer
 */
guint32 jug_cursor_get_awaited (JugCursor *self, guint32 task, guint position);

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugCursor, jug_cursor_free)

G_END_DECLS
