/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The event loop: who runs next. */
#pragma once

#include "jug-block-pool.h"
#include "jug-callback.h"
#include "jug-clock.h"
#include "jug-ready-queue.h"
#include "jug-trace.h"

G_BEGIN_DECLS

/**
 * JUG_LOOP_PRIORITY:
 *
 * The priority of a loop's source: below GTK's redraw (120), above default idle (200), so
 * that a program that spins starves no window on the same context.
 */
#define JUG_LOOP_PRIORITY (G_PRIORITY_HIGH_IDLE + 50)

/**
 * JugLoop:
 *
 * Asyncio's event loop on a #GMainContext: one source that owns a ready queue and a timer
 * heap and performs whole iterations, as CPython's `BaseEventLoop._run_once` does (S1 to
 * S10).
 *
 * Opaque, made for one thread: everything but jug_loop_call_soon_threadsafe() and
 * jug_loop_interrupt() must be called on
 * the thread whose context it is.  It goes on through several runs (`asyncio.run`) of a
 * program: its time and the numbers of iterations, tasks and objects never start again.
 */

/**
 * JugLoopEnd:
 * @JUG_LOOP_END_STOPPED: jug_loop_stop() was called
 * @JUG_LOOP_END_DEADLOCK: nothing was ready, no timer armed, nothing outside outstanding
 * @JUG_LOOP_END_LIMIT: the trace reached its limit of events
 * @JUG_LOOP_END_INTERRUPTED: jug_loop_interrupt() was called
 * @JUG_LOOP_END_ESCAPED: a callback let an exception out that no loop keeps in
 * (SystemExit)
 *
 * Why a loop stopped running.
 */
typedef enum
{
  JUG_LOOP_END_STOPPED,
  JUG_LOOP_END_DEADLOCK,
  JUG_LOOP_END_LIMIT,
  JUG_LOOP_END_INTERRUPTED,
  JUG_LOOP_END_ESCAPED,
} JugLoopEnd;

JugLoop *jug_loop_new (GMainContext *context, JugClock *clock, JugTrace *trace)
    G_GNUC_WARN_UNUSED_RESULT;
void jug_loop_free (JugLoop *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugLoop, jug_loop_free)

/* The running loop of this thread */
JugLoop *jug_loop_set_current (JugLoop *self);

/* Running */
JugLoopEnd jug_loop_run_forever (JugLoop *self);
guint32 jug_loop_get_stop_event (JugLoop *self);
void jug_loop_stop (JugLoop *self);
void jug_loop_interrupt (JugLoop *self);
gboolean jug_loop_is_running (JugLoop *self);
void jug_loop_escape (JugLoop *self, GError *error);
GError *jug_loop_steal_escaped (JugLoop *self);
void jug_loop_close (JugLoop *self);

/* Scheduling */
void jug_loop_unschedule (JugLoop *self, JugCallback *callback);
void jug_loop_cancel_callback (JugLoop *self, JugCallback *callback);
void jug_loop_arm (JugLoop *self, JugTimer *timer, gint64 deadline_ns);
void jug_loop_disarm (JugLoop *self, JugTimer *timer);
void jug_loop_hold (JugLoop *self);
void jug_loop_release (JugLoop *self);

/* Time */
gint64 jug_loop_get_time (JugLoop *self);
void jug_loop_block (JugLoop *self, gint64 duration_ns);
guint32 jug_loop_get_iteration (JugLoop *self);

/* Settings */
void jug_loop_set_debug (JugLoop *self, gboolean debug);
gboolean jug_loop_get_debug (JugLoop *self);
void jug_loop_set_event_limit (JugLoop *self, guint32 limit);

/* Recording */
guint32 jug_loop_append (JugLoop *self, JugEvent *event);
guint32 jug_loop_new_task (JugLoop *self);
void jug_loop_report (
    JugLoop *self, JugReport report, guint32 task, guint32 object, const char *text);
void jug_loop_stop_recording (JugLoop *self);

/**
 * JugLoopRunFunc:
 * @loop: a loop
 * @n_ready: how many
 *
 * Takes so many callbacks from the ready queue and runs them, passing over those that are
 * cancelled, until one lets an exception out that no loop keeps in.  Then goes on as long
 * as jug_loop_begin_plain_iteration() says.
 */
typedef void (*JugLoopRunFunc) (JugLoop *loop, guint n_ready);

/**
 * JugLoopFront:
 * @trace: (nullable): what the loop records into
 * @current: (nullable): the task that runs; the task layer's, who is the only one to set
 * it
 * @current_task: its number, or %JUG_TASK_LOOP
 * @activity: index of the event that began what runs now: a step, a callback, a timer
 * @program: (nullable): the program that runs on the loop; the task layer's too
 * @n_objects: how many callbacks, futures, primitives and operations have a number
 * @ready: the callbacks that will run; jug_loop_schedule() and jug_loop_take_ready() are
 * the only ones to touch it
 * @run_ready: runs them; the task layer sets its own, which knows how a task's step is
 * run without a call
 * @run_watched: runs one of them in debug mode; the task layer sets its own, which knows
 * what to call a task
 * @escaped: (nullable): an exception that ends the run, see jug_loop_escape()
 * @tasks: (nullable): whatever the task layer keeps for the loop
 * @free_tasks: (nullable): frees @tasks; called by jug_loop_free() before anything else
 * goes
 * @small_blocks: memory for the task layer, of a size that it decides on
 * @large_blocks: memory for the task layer, of another size
 *
 * The first fields of every #JugLoop, open to the layers right above, for whom a function
 * call per access would cost more than the work itself.
 */
typedef struct
{
  JugTrace *trace;
  gpointer current;
  guint32 current_task;
  guint32 activity;
  guint32 n_objects;
  gpointer program;
  JugReadyQueue ready;
  JugLoopRunFunc run_ready;
  JugCallbackFunc run_watched;
  GError *escaped;
  gpointer tasks;
  GDestroyNotify free_tasks;
  JugBlockPool small_blocks;
  JugBlockPool large_blocks;
} JugLoopFront;

#define JUG_LOOP_FRONT(loop) ((JugLoopFront *) (loop))

/**
 * jug_loop_begin_plain_iteration:
 * @self: a loop whose iteration has run its callbacks
 *
 * For a #JugLoopRunFunc: goes on to the next iteration where there are no timers to look
 * for, and nobody to tell.
 *
 * Returns: how many callbacks it is to run; 0 if the loop has to see to it
 */
guint jug_loop_begin_plain_iteration (JugLoop *self);

/**
 * jug_loop_run_watched:
 * @self: a loop in debug mode
 * @callback: a callback that was ready
 *
 * Runs it, and tells on it if it takes too long: as CPython does, but for where in which
 * file its function stands.
 */
void jug_loop_run_watched (JugLoop *self, JugCallback *callback);

/**
 * jug_loop_report_slow:
 * @self: a loop
 * @duration_ns: how long it took
 * @task: number of the task whose step it was, or 0
 * @object: number of the callback
 * @what: what Python calls it
 *
 * What asyncio logs in debug mode of a callback that took %JUG_LOOP_SLOW_NS or longer.
 */
void jug_loop_report_slow (
    JugLoop *self, gint64 duration_ns, guint32 task, guint32 object, const char *what);

/**
 * JUG_LOOP_SLOW_NS:
 *
 * From this duration on debug mode tells on a callback: asyncio's
 * `slow_callback_duration`.
 */
#define JUG_LOOP_SLOW_NS (JUG_NS_PER_SECOND / 10)

/*< private >*/
extern _Thread_local JugLoop *jug_loop_current;
void jug_loop_record_queued (JugLoop *self, JugCallback *callback, guint32 cause);

/**
 * jug_loop_get_current:
 *
 * Returns: (nullable): the loop whose program runs on this thread
 */
static inline JugLoop *
jug_loop_get_current (void)
{
  return jug_loop_current;
}

/**
 * jug_loop_new_object:
 * @self: a loop
 *
 * Returns: the number of a new callback, future, primitive or operation
 */
static inline guint32
jug_loop_new_object (JugLoop *self)
{
  return ++JUG_LOOP_FRONT (self)->n_objects;
}

/**
 * jug_loop_record:
 * @loop: a loop
 * @...: designated initialisers of a #JugEvent, all but its time, iteration and loop
 *
 * Appends an event to the loop's trace; costs one comparison, and evaluates nothing, when
 * there is none.
 *
 * Returns: the event's index, or %JUG_NO_EVENT when nothing records
 */
#define jug_loop_record(loop, ...)                                                       \
  (JUG_LOOP_FRONT (loop)->trace ? jug_loop_append ((loop), &(JugEvent){ __VA_ARGS__ })   \
                                : JUG_NO_EVENT)

/**
 * jug_loop_intern:
 * @self: a loop
 * @text: (nullable): any text
 *
 * Returns: its number in the trace, 0 for %NULL or when nothing records
 */
static inline guint32
jug_loop_intern (JugLoop *self, const char *text)
{
  JugTrace *trace = JUG_LOOP_FRONT (self)->trace;

  return G_UNLIKELY (trace) && text ? jug_trace_intern (trace, text) : 0;
}

/**
 * jug_loop_schedule:
 * @self: a loop
 * @callback: what to run; must stay alive until it ran, and be in no queue now
 * @cause: index of the event because of which it becomes ready
 *
 * Appends to the ready queue (S1).
 */
static inline void
jug_loop_schedule (JugLoop *self, JugCallback *callback, guint32 cause)
{
  g_assert (!callback->is_queued);

  callback->is_queued = TRUE;
  callback->is_cancelled = FALSE;
  if (G_UNLIKELY (JUG_LOOP_FRONT (self)->trace))
    jug_loop_record_queued (self, callback, cause);
  jug_ready_queue_push (&JUG_LOOP_FRONT (self)->ready, callback);
}

/**
 * jug_loop_take_ready:
 * @self: a loop in whose queue something is ready
 *
 * For a #JugLoopRunFunc.
 *
 * Returns: (transfer none): the callback whose turn it is
 */
static inline JugCallback *
jug_loop_take_ready (JugLoop *self)
{
  JugCallback *callback = jug_ready_queue_pop (&JUG_LOOP_FRONT (self)->ready);

  callback->is_queued = FALSE;
  return callback;
}

G_END_DECLS
