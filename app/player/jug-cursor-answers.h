/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a cursor answers with: plain values about one moment. */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

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
 * @effect: how it ends that wait
 *
 * One armed timer.
 */
typedef struct
{
  guint32 callback;
  guint32 task;
  gint64 deadline_ns;
  guint32 arm_event;
  JugTimerEffect effect;
} JugCursorTimer;

/**
 * JugCursorFuture:
 * @is_done: it has a result, has an exception or was cancelled
 * @outcome: which of them, if it is done
 * @purpose: what it was made for
 * @text: string number of its label, or 0
 * @sync: number of the lock, queue… that it belongs to, or 0
 * @waiter: the task that waits for it, or %JUG_TASK_LOOP; if several do, the first
 * @create_event: the event that made it
 * @done_event: the event that ended it, or %JUG_NO_EVENT
 * @n_children: how many tasks and futures it is made for, as a gather is; see
 *   jug_cursor_list_awaited()
 * @n_children_done: how many of them are done
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
 * @holder: the task that holds it, for a lock, or that of a condition, that is locked,
 * else %JUG_TASK_LOOP
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
 * @stream: where it was written to
 *
 * One line of the program's output.
 */
typedef struct
{
  guint32 event;
  gint64 time_ns;
  guint32 task;
  guint32 text;
  JugStream stream;
} JugCursorOutput;

G_END_DECLS
