/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record of a trace: what happened, when, to whom and because of what. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JUG_NO_EVENT:
 *
 * The index that no event has; stands where an event has no recorded cause.
 */
#define JUG_NO_EVENT G_MAXUINT32

/**
 * JUG_TASK_LOOP:
 *
 * The task number of whatever runs outside any task: the loop itself, plain callbacks and
 * the program's module level.  Real tasks are numbered from 1 in creation order.
 */
#define JUG_TASK_LOOP 0

/**
 * JUG_EVENT_MAX_TIME_NS:
 *
 * The latest time and deadline of an event, some 146 years; what lies beyond (as that of
 * a sleep for ever) is recorded as this.  The earliest deadline is as far before 0.  So
 * the difference of any two can be computed.
 */
#define JUG_EVENT_MAX_TIME_NS ((G_GINT64_CONSTANT (1) << 62) - 1)

/**
 * JugEventKind:
 *
 * The kinds of #JugEvent.  The comment above each says what the fields mean; a field
 * that it does not name is 0.  A kind whose shape has a cause which its comment does not
 * name (a creation, a wait, an end, a cancel, a line of output…) has as its cause the
 * step or callback within which it happened, or %JUG_NO_EVENT.  `task` is the task that
 * the event is about, `text` always the number of a string of the trace (0: none).  The
 * numbers are part of the trace file's format: new kinds get new numbers, none is ever
 * used for something else.
 */
typedef enum
{
  JUG_EVENT_NONE = 0,

  /* The comparable core: exactly these become lines of the event log. */

  /* task: the new one; object: its parent's number; text: the coroutine's __name__;
     detail: 1 if it is eager */
  JUG_EVENT_TASK_CREATE = 1,

  /* task: resumed; text: name of the exception thrown in, or 0; object: callback
     number; cause: what queued it */
  JUG_EVENT_STEP = 2,

  /* task: suspended; detail: JugWaitKind; object: the future awaited, or for
     JUG_WAIT_TASK the number of the task awaited */
  JUG_EVENT_WAIT = 3,

  /* task: ended; detail: JugOutcome; text: repr of the result or name of the
     exception */
  JUG_EVENT_DONE = 4,

  /* task: cancel() was called on it; object: number of the task that called; text:
     the cancel message or 0 */
  JUG_EVENT_CANCEL = 5,

  /* task: who completed the line; text: the line; detail: JugStream */
  JUG_EVENT_PRINT = 6,

  /* text: name of the exception that ended the program, or "deadlock" */
  JUG_EVENT_EXIT = 7,

  /* The loop. */

  /* a run of the loop (asyncio.run) begins */
  JUG_EVENT_LOOP_START = 16,

  /* it ends */
  JUG_EVENT_LOOP_STOP = 17,

  /* an iteration begins; value: callbacks ready at that moment */
  JUG_EVENT_ITERATION = 18,

  /* nothing is ready: the loop waits; deadline: until when, or -1 for the outside
     world alone */
  JUG_EVENT_POLL = 19,

  /* the iteration's last phase: value callbacks will run, no others */
  JUG_EVENT_RUN = 20,

  /* main is done: what is left is cancelled; value: how many */
  JUG_EVENT_SHUTDOWN = 21,

  /* object: callback; task: whose step it is, or 0; text: what it does if it is no
     step; cause: why (a future that got done, a timer, a create…) */
  JUG_EVENT_CALLBACK_QUEUE = 24,

  /* object: callback, not a step's (a step's is STEP); text: as queued; cause: the
     event that queued it */
  JUG_EVENT_CALLBACK_RUN = 25,

  /* object: callback; ends what CALLBACK_RUN began */
  JUG_EVENT_CALLBACK_END = 26,

  /* object: callback; it stays queued and will be skipped */
  JUG_EVENT_CALLBACK_CANCEL = 27,

  /* object: callback of the timer; deadline: when; task: whose wait it ends, or 0;
     detail: JugTimerEffect */
  JUG_EVENT_TIMER_ARM = 28,

  /* object: as armed: due, its callback is now ready; cause: the arming event;
     detail: 1 if another timer was due at the very same time, so that asyncio
     promises no order */
  JUG_EVENT_TIMER_FIRE = 29,

  /* object: as armed */
  JUG_EVENT_TIMER_CANCEL = 30,

  /* Futures and what tasks wait for. */

  /* object: future; detail: JugPurpose; text: label or 0; extra: number of the
     lock, queue… that it belongs to, of the earlier future whose children are its own
     too, or 0 */
  JUG_EVENT_FUTURE_CREATE = 32,

  /* object: future; detail: JugOutcome; task: by whom; text: as DONE; cause: the
     callback, timer or outside event behind it */
  JUG_EVENT_FUTURE_DONE = 33,

  /* task: uncancel() was called on it; value: requests left */
  JUG_EVENT_UNCANCEL = 34,

  /* task: its own name is now text */
  JUG_EVENT_TASK_NAME = 35,

  /* object: a future of gather, wait, shield… that is not done; task: a task that it is
     made for, or 0 and value: the number of another future that it is */
  JUG_EVENT_FUTURE_CHILD = 36,

  /* text: what the exception says whose name is in the very next event, a DONE of the
     same task, or EXIT and task 0; see jug_trace_dup_exception() */
  JUG_EVENT_EXCEPTION = 37,

  /* task: by whom; detail: JugUnordered; value: how many: asyncio promises no order for
     them, the source takes the order in which they were made */
  JUG_EVENT_UNORDERED = 38,

  /* Locks, queues and their like. */

  /* object: its number; detail: JugSyncKind; text: label or 0; extra: capacity or
     permits; task: by whom */
  JUG_EVENT_SYNC_CREATE = 40,

  /* object; detail: JugSyncOp; value: level after it (items, permits, 1 = set or
     locked); task: by whom */
  JUG_EVENT_SYNC = 41,

  /* The outside world and the program's own code. */

  /* object: operation; task: by whom; text: label */
  JUG_EVENT_IO_START = 48,

  /* object: operation; detail: JugOutcome; text: result or exception; cause: its
     IO_START */
  JUG_EVENT_IO_DONE = 49,

  /* task: is about to run line `object` of the program; extra: the line of the
     native source that stands for it, or 0 */
  JUG_EVENT_LINE = 50,

  /* task: blocks the whole loop; deadline: until when */
  JUG_EVENT_BLOCK = 51,

  /* task or object: about whom; detail: JugReport; text: what Python would log */
  JUG_EVENT_REPORT = 52,

  /* recording stopped here; text: which limit */
  JUG_EVENT_LIMIT = 53,

  /* the journal's entry `object` was applied */
  JUG_EVENT_INTERVENTION = 54,

  /* object: operation; value: bytes that it brought so far */
  JUG_EVENT_IO_DATA = 55,

  /* task: where it is from now on; text: its await chain, the outermost coroutine first,
     in lines of FUNCTION, tab, LINE, tab, FILE; written only when it changes */
  JUG_EVENT_FRAMES = 56,

  /* task: whose local variables; object: of which frame of its chain, from 0 for the
     outermost; text: what they are from now on, in lines of NAME, tab, REPR; written
     only when they change */
  JUG_EVENT_LOCALS = 57,
} JugEventKind;

/**
 * JugWaitKind:
 * @JUG_WAIT_YIELD: a bare yield, as sleep(0) does: to the back of the ready queue, once
 * @JUG_WAIT_TASK: the object yielded to the loop is itself a task
 * @JUG_WAIT_FUTURE: any other future
 *
 * What a task yielded to the loop.
 */
typedef enum
{
  JUG_WAIT_YIELD,
  JUG_WAIT_TASK,
  JUG_WAIT_FUTURE
} JugWaitKind;

/**
 * JugStream:
 * @JUG_STREAM_STDOUT: standard output
 * @JUG_STREAM_STDERR: standard error, which is not in the event log
 *
 * Where a line was written to.
 */
typedef enum
{
  JUG_STREAM_STDOUT,
  JUG_STREAM_STDERR
} JugStream;

/**
 * JugTimerEffect:
 * @JUG_TIMER_WAKES: it completes what the task waits for, or just runs a callback
 * @JUG_TIMER_CANCELS: it cancels the task, as a timeout does
 *
 * What becomes of the task for which a timer is armed.
 */
typedef enum
{
  JUG_TIMER_WAKES,
  JUG_TIMER_CANCELS
} JugTimerEffect;

/**
 * JugOutcome:
 *
 * How a task, future or operation ended.
 */
typedef enum
{
  JUG_OUTCOME_RESULT,
  JUG_OUTCOME_EXCEPTION,
  JUG_OUTCOME_CANCELLED
} JugOutcome;

/**
 * JugPurpose:
 *
 * What a future was made for; it is the reason written into a wait for it.
 */
typedef enum
{
  /* loop.create_future() */
  JUG_PURPOSE_PLAIN,
  /* text: the seconds asked for */
  JUG_PURPOSE_SLEEP,
  /* text: how many children */
  JUG_PURPOSE_GATHER,
  /* asyncio.wait; text: FIRST_COMPLETED… */
  JUG_PURPOSE_WAIT,
  JUG_PURPOSE_AS_COMPLETED,
  JUG_PURPOSE_SHIELD,
  /* its end waits for the children */
  JUG_PURPOSE_TASK_GROUP,
  JUG_PURPOSE_LOCK,
  JUG_PURPOSE_EVENT,
  JUG_PURPOSE_CONDITION,
  JUG_PURPOSE_SEMAPHORE,
  JUG_PURPOSE_BARRIER,
  JUG_PURPOSE_QUEUE_GET,
  JUG_PURPOSE_QUEUE_PUT,
  JUG_PURPOSE_QUEUE_JOIN,
  /* text: what is asked of the outside world */
  JUG_PURPOSE_IO,
  JUG_PURPOSE_EXECUTOR,
} JugPurpose;

/**
 * JugSyncKind:
 *
 * The primitives whose level a trace follows.
 */
typedef enum
{
  JUG_SYNC_LOCK,
  JUG_SYNC_EVENT,
  JUG_SYNC_CONDITION,
  JUG_SYNC_SEMAPHORE,
  JUG_SYNC_BARRIER,
  JUG_SYNC_QUEUE,
} JugSyncKind;

/**
 * JugSyncOp:
 *
 * What was done to a primitive.
 */
typedef enum
{
  JUG_SYNC_ACQUIRE,
  JUG_SYNC_RELEASE,
  JUG_SYNC_SET,
  JUG_SYNC_CLEAR,
  JUG_SYNC_NOTIFY,
  JUG_SYNC_PUT,
  JUG_SYNC_GET,
  JUG_SYNC_TASK_DONE,
  JUG_SYNC_SHUTDOWN,
  JUG_SYNC_ABORT,
  JUG_SYNC_RESET,
} JugSyncOp;

/**
 * JugReport:
 *
 * What asyncio tells its exception handler or its logger, and Python its warnings.
 */
typedef enum
{
  /* an exception that nobody asked for */
  JUG_REPORT_NEVER_RETRIEVED,
  JUG_REPORT_DESTROYED_PENDING,
  JUG_REPORT_NEVER_AWAITED,
  JUG_REPORT_CALLBACK_ERROR,
  JUG_REPORT_SLOW_CALLBACK,
  /* a task failed while the end of run cancelled it */
  JUG_REPORT_SHUTDOWN_ERROR,
} JugReport;

/**
 * JugUnordered:
 * @JUG_UNORDERED_GROUP: the tasks that a task group cancels next
 * @JUG_UNORDERED_SHUTDOWN: the tasks that the end of run cancels next
 * @JUG_UNORDERED_AS_COMPLETED: the tasks that as_completed makes of coroutines next
 * @JUG_UNORDERED_WAIT: the members of a set that wait returns
 * @JUG_UNORDERED_ALL_TASKS: the members of the set that all_tasks returns
 * @JUG_UNORDERED_COMPLETED: the futures of as_completed that are done when it begins
 *
 * Of what CPython has a set, whose order depends on addresses.
 */
typedef enum
{
  JUG_UNORDERED_GROUP,
  JUG_UNORDERED_SHUTDOWN,
  JUG_UNORDERED_AS_COMPLETED,
  JUG_UNORDERED_WAIT,
  JUG_UNORDERED_ALL_TASKS,
  JUG_UNORDERED_COMPLETED,
} JugUnordered;

/**
 * JugEvent:
 * @time_ns: nanoseconds of loop time since the run began
 * @iteration: number of the last loop iteration that began; 0 before the first
 * @kind: a #JugEventKind
 * @detail: an enumeration that depends on @kind
 * @loop: which loop of the program, from 0
 * @thread: which thread of the program, from 0
 * @task: the task it is about, %JUG_TASK_LOOP for none
 * @object: the number of a callback, future, primitive, operation or task; the kind says
 *   which.  Callbacks, futures, primitives and operations share one numbering from 1; a
 *   timer has the number of its callback
 * @text: the number of a string of the trace, for the kinds that have one
 * @value: a small number, for the kinds that have one instead
 * @cause: index of the event because of which this one happened, or %JUG_NO_EVENT;
 *   always less than the event's own index
 * @extra: a second small number, for the kinds that say so: they have no cause
 * @deadline_ns: a time, for the kinds that say so: they have neither text nor cause
 *
 * A fixed-size record.  Its layout in memory is its layout in the trace file.
 */
typedef struct
{
  gint64 time_ns;
  guint32 iteration;
  guint8 kind;
  guint8 detail;
  guint8 loop;
  guint8 thread;
  guint32 task;
  guint32 object;
  union
  {
    struct
    {
      union
      {
        guint32 text;
        guint32 value;
      };
      union
      {
        guint32 cause;
        guint32 extra;
      };
    };
    gint64 deadline_ns;
  };
} JugEvent;

G_STATIC_ASSERT (sizeof (JugEvent) == 32);

/**
 * JugEventShape:
 * @JUG_EVENT_HAS_TEXT: @text is used
 * @JUG_EVENT_HAS_VALUE: @value is used
 * @JUG_EVENT_HAS_CAUSE: @cause is used
 * @JUG_EVENT_HAS_EXTRA: @extra is used
 * @JUG_EVENT_HAS_DEADLINE: @deadline_ns is used
 *
 * Which of the fields that share a place a kind of event uses.
 */
typedef enum
{
  JUG_EVENT_HAS_TEXT = 1 << 0,
  JUG_EVENT_HAS_VALUE = 1 << 1,
  JUG_EVENT_HAS_CAUSE = 1 << 2,
  JUG_EVENT_HAS_EXTRA = 1 << 3,
  JUG_EVENT_HAS_DEADLINE = 1 << 4,
} JugEventShape;

/**
 * jug_event_kind_is_known:
 * @kind: a number
 *
 * Returns: whether @kind is a #JugEventKind that an event can have
 */
gboolean jug_event_kind_is_known (guint kind);

/**
 * jug_event_kind_get_shape:
 * @kind: a kind that an event can have
 *
 * Returns: a set of #JugEventShape: the fields that events of @kind use of those that
 * share a place
 */
JugEventShape jug_event_kind_get_shape (JugEventKind kind);

/**
 * jug_event_kind_get_name:
 * @kind: a kind that an event can have
 *
 * The name of a kind for machines, such as "task-create"; it never changes.
 *
 * Returns: (transfer none): the name
 */
const char *jug_event_kind_get_name (JugEventKind kind);

/**
 * jug_event_get_cause:
 * @self: an event
 *
 * Returns: the index of the event because of which @self happened, or %JUG_NO_EVENT where
 * that was not recorded or where events of its kind have none
 */
guint32 jug_event_get_cause (const JugEvent *self);

/**
 * jug_event_get_text:
 * @self: an event
 *
 * Returns: the number of the text of @self in its trace, or 0 where it has none or where
 * events of its kind have none
 */
guint32 jug_event_get_text (const JugEvent *self);

/**
 * jug_event_get_detail_name:
 * @self: an event
 *
 * The name of the detail field for machines, such as "exception" for
 * %JUG_OUTCOME_EXCEPTION; it never changes.
 *
 * Returns: (transfer none) (nullable): the name, or %NULL where events of its kind have
 * no detail
 */
const char *jug_event_get_detail_name (const JugEvent *self);

G_END_DECLS
