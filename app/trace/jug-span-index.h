/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trace read as stretches of lanes: who was in which state from when to when. */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

/**
 * JUG_NO_ROW:
 *
 * The row that no lane has.
 */
#define JUG_NO_ROW G_MAXUINT32

/**
 * JugSpanState:
 * @JUG_SPAN_READY: its callback is in the ready queue; the task only waits for its turn
 * @JUG_SPAN_RUNNING: one step
 * @JUG_SPAN_WAITING: suspended; the span begins with the %JUG_EVENT_WAIT that says for
 * what
 *
 * What a task does during a span.
 */
typedef enum
{
  JUG_SPAN_READY,
  JUG_SPAN_RUNNING,
  JUG_SPAN_WAITING
} JugSpanState;

/**
 * JugSpan:
 * @begin_ns: when it begins
 * @begin: the event that begins it
 * @run: the last run at or before it; see jug_span_index_get_run()
 * @state: a #JugSpanState
 *
 * A stretch of a task's lane in one state.  A lane's spans follow each other without a
 * gap: each ends with the event that the next one begins with, the last with the task's
 * end or, while that is not known, with the last event of the trace.
 */
typedef struct
{
  gint64 begin_ns;
  guint32 begin;
  guint32 run : 30;
  guint32 state : 2;
} JugSpan;

/**
 * JugRunKind:
 * @JUG_RUN_STEP: a task's step, or a part of one: a step is interrupted by those of eager
 * tasks
 * @JUG_RUN_CALLBACK: a callback that is no task's step
 * @JUG_RUN_IDLE: the loop waits for a timer or for the outside world
 *
 * What the loop does during a run.
 */
typedef enum
{
  JUG_RUN_STEP,
  JUG_RUN_CALLBACK,
  JUG_RUN_IDLE
} JugRunKind;

/**
 * JugRun:
 * @begin_ns: when it begins
 * @begin: the event that begins it
 * @end: the event that ends it; one that is not over ends with the last event of the
 * trace
 * @marks: units of room on the time axis before it; see %JUG_SPAN_STEP_UNITS
 * @rooms: units of room on the steps axis before it
 * @task: whose step it is, or %JUG_TASK_LOOP
 * @kind: a #JugRunKind
 * @brief: it took so little time that the room it gets is all that is seen of it
 *
 * A stretch of the loop's lane.  Between two runs the loop is busy with itself.
 */
typedef struct
{
  gint64 begin_ns;
  guint32 begin;
  guint32 end;
  guint32 marks;
  guint32 rooms;
  guint32 task : 29;
  guint32 kind : 2;
  guint32 brief : 1;
} JugRun;

/**
 * JUG_SPAN_STEP_UNITS:
 *
 * Units of room that a step gets.  Other runs get fewer, so that one axis serves all.
 */
#define JUG_SPAN_STEP_UNITS 4

/**
 * JugSpanIndex:
 *
 * The index that makes any part of a trace quick to draw at any zoom: for each lane an
 * array of spans, for the loop an array of runs with sums of the room that they take, and
 * for both, sums per block, so that a stretch of any length is summed up in a time that
 * hardly depends on its length.  It costs 25 to 50 ns and 15 to 35 bytes per event.
 *
 * Built by jug_span_index_update(), which takes in the events that were appended since.
 * For a sealed trace that is done once, on any thread, before the index is handed to its
 * readers; for a growing trace the reader's thread calls it now and then.  All other
 * functions only read.
 */
typedef struct _JugSpanIndex JugSpanIndex;

/**
 * jug_span_index_new:
 *
 * An empty index of @trace, which it keeps a reference to.
 */
JugSpanIndex *jug_span_index_new (JugTrace *trace) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_span_index_ref:
 *
 * Returns: (transfer full): the index, counted once more
 */
JugSpanIndex *jug_span_index_ref (JugSpanIndex *self);

/**
 * jug_span_index_unref:
 *
 * Gives one reference back; the last one frees the index.
 */
void jug_span_index_unref (JugSpanIndex *self);

/**
 * jug_span_index_update:
 * @max_events: take in at most so many
 *
 * Takes in events that are not in the index yet.  Spans and runs that were over do not
 * change.
 *
 * Returns: whether there are more
 */
gboolean jug_span_index_update (JugSpanIndex *self, guint32 max_events);

/**
 * jug_span_index_get_trace:
 *
 * Returns: (transfer none): the trace that is indexed
 */
JugTrace *jug_span_index_get_trace (JugSpanIndex *self);

/**
 * jug_span_index_get_n_events:
 *
 * How many events are in the index.
 */
guint32 jug_span_index_get_n_events (JugSpanIndex *self);

/**
 * jug_span_index_get_end_time:
 *
 * The time of the last event that is in the index.
 */
gint64 jug_span_index_get_end_time (JugSpanIndex *self);

/* Lanes: row 0 is the loop, below it the tasks, children under their parents */

/**
 * jug_span_index_get_n_rows:
 *
 * The number of lanes: the tasks and the loop.
 */
guint32 jug_span_index_get_n_rows (JugSpanIndex *self);

/**
 * jug_span_index_get_row_task:
 *
 * The task whose lane is row @row, %JUG_TASK_LOOP for row 0.
 */
guint32 jug_span_index_get_row_task (JugSpanIndex *self, guint32 row);

/**
 * jug_span_index_get_task_row:
 *
 * Returns: the row of @task's lane, or %JUG_NO_ROW if there is no such task
 */
guint32 jug_span_index_get_task_row (JugSpanIndex *self, guint32 task);

/**
 * jug_span_index_get_depth:
 *
 * How deep @task is nested: 0 for one that was created outside any task.
 */
guint32 jug_span_index_get_depth (JugSpanIndex *self, guint32 task);

/**
 * jug_span_index_has_children:
 *
 * Whether @task created tasks.
 */
gboolean jug_span_index_has_children (JugSpanIndex *self, guint32 task);

/* Spans of a task */

/**
 * jug_span_index_get_spans:
 * @n_spans: (out): their number
 *
 * Returns: (transfer none) (array length=n_spans): the spans of @task in order; valid
 * until the index is updated
 */
const JugSpan *
jug_span_index_get_spans (JugSpanIndex *self, guint32 task, guint32 *n_spans);

/**
 * jug_span_index_get_span_end:
 *
 * The event that ends span number @span of @task.
 */
guint32 jug_span_index_get_span_end (JugSpanIndex *self, guint32 task, guint32 span);

/**
 * jug_span_index_find_span:
 *
 * Returns: the number of the last span of @task that begins at or before @event, or
 *   %G_MAXUINT32 if none does or the task had ended
 */
guint32 jug_span_index_find_span (JugSpanIndex *self, guint32 task, guint32 event);

/**
 * jug_span_index_lower_span:
 *
 * Returns: the number of the first span of @task that begins at or after @event; their
 * number if none does
 */
guint32 jug_span_index_lower_span (JugSpanIndex *self, guint32 task, guint32 event);

/**
 * jug_span_index_get_end_event:
 *
 * The event with which @task ended, or %JUG_NO_EVENT.
 */
guint32 jug_span_index_get_end_event (JugSpanIndex *self, guint32 task);

/**
 * JugSpanSum:
 *
 * How long a lane was in which state, and the units of room on both axes meanwhile.
 */
typedef struct
{
  gint64 running_ns;
  gint64 ready_ns;
  gint64 running_marks;
  gint64 running_rooms;
  gint64 n_running;
  gint64 n_ready;
} JugSpanSum;

/**
 * jug_span_index_sum_spans:
 *
 * Sums up spans @first up to but not including @last of @task.
 */
void jug_span_index_sum_spans (
    JugSpanIndex *self, guint32 task, guint32 first, guint32 last, JugSpanSum *sum);

/* Runs of the loop */

/**
 * jug_span_index_get_n_runs:
 *
 * How many runs there are.
 */
guint32 jug_span_index_get_n_runs (JugSpanIndex *self);

/**
 * jug_span_index_get_run:
 *
 * Returns: (transfer none): run number @run; valid until the index is updated
 */
const JugRun *jug_span_index_get_run (JugSpanIndex *self, guint32 run);

/**
 * jug_span_index_get_run_units:
 *
 * The units of room that a run takes on the steps axis, or on the time axis with @marks.
 */
guint32 jug_span_index_get_run_units (const JugRun *run, gboolean marks);

/**
 * jug_span_index_find_run:
 *
 * Returns: the number of the last run that begins at or before @event, or %G_MAXUINT32
 */
guint32 jug_span_index_find_run (JugSpanIndex *self, guint32 event);

/**
 * jug_span_index_get_total_units:
 *
 * The units of room of all runs on the steps axis, or on the time axis with @marks.
 */
guint32 jug_span_index_get_total_units (JugSpanIndex *self, gboolean marks);

/**
 * jug_span_index_get_units:
 *
 * The units of room before @event.  An event within a run lies within the run's room, in
 * proportion to its place among the run's events.  Never less than for an earlier event.
 */
double jug_span_index_get_units (JugSpanIndex *self, guint32 event, gboolean marks);

/**
 * jug_span_index_get_units_near:
 * @run: the last run that begins at or before @event, as a span knows it
 *
 * The same, without a search for the run.
 */
double jug_span_index_get_units_near (JugSpanIndex *self,
                                      guint32 event,
                                      guint32 run,
                                      gboolean marks);

/* How busy the loop is */

/**
 * JUG_SLOW_RUN_NS:
 *
 * A step or callback that takes so long blocks the loop: asyncio's own
 * `slow_callback_duration`.
 */
#define JUG_SLOW_RUN_NS (G_GINT64_CONSTANT (100) * 1000 * 1000)

/**
 * jug_span_index_get_busy_time:
 * @event: an event
 * @time_ns: a time at or after it, and not after the next one
 *
 * How long the loop has run steps and callbacks up to that time.  Costs the same for any
 * stretch of a trace, so that the difference of two sums a stretch up.
 */
gint64 jug_span_index_get_busy_time (JugSpanIndex *self, guint32 event, gint64 time_ns);

/**
 * jug_span_index_count_steps:
 *
 * How many steps of tasks began before @event; costs the same anywhere.
 */
guint32 jug_span_index_count_steps (JugSpanIndex *self, guint32 event);

/**
 * jug_span_index_get_slow_runs:
 *
 * The steps and callbacks that are over and took at least %JUG_SLOW_RUN_NS.
 *
 * Returns: (transfer none) (array length=n_slow): numbers of runs in order
 */
const guint32 *jug_span_index_get_slow_runs (JugSpanIndex *self, guint32 *n_slow);

/* Iterations and marks */

/**
 * jug_span_index_get_n_iterations:
 *
 * How many iterations have begun.
 */
guint32 jug_span_index_get_n_iterations (JugSpanIndex *self);

/**
 * jug_span_index_get_iteration:
 *
 * The event that begins the @n-th iteration of the trace, from 0.
 */
guint32 jug_span_index_get_iteration (JugSpanIndex *self, guint32 n);

/**
 * jug_span_index_find_iteration:
 *
 * Returns: the number of the first iteration that begins at or after @event
 */
guint32 jug_span_index_find_iteration (JugSpanIndex *self, guint32 event);

/**
 * jug_span_index_get_errors:
 *
 * The events that are errors: tasks that failed, reports, an exception that ended the
 * program.
 *
 * Returns: (transfer none) (array length=n_errors): indices in order
 */
const guint32 *jug_span_index_get_errors (JugSpanIndex *self, guint32 *n_errors);

/**
 * jug_span_index_get_cancels:
 *
 * The calls of cancel().
 *
 * Returns: (transfer none) (array length=n_cancels): indices of the events in order
 */
const guint32 *jug_span_index_get_cancels (JugSpanIndex *self, guint32 *n_cancels);

/**
 * jug_span_index_get_prints:
 *
 * The lines of output.
 *
 * Returns: (transfer none) (array length=n_prints): indices of the events in order
 */
const guint32 *jug_span_index_get_prints (JugSpanIndex *self, guint32 *n_prints);

/* Meaning */

/**
 * jug_span_index_get_future:
 *
 * Returns: the event that created the future which @wait, a %JUG_EVENT_WAIT, waits for,
 * or %JUG_NO_EVENT
 */
guint32 jug_span_index_get_future (JugSpanIndex *self, guint32 wait);

/**
 * jug_span_index_list_children:
 * @future: the event that created a future
 * @children: (element-type guint32): where they are appended
 *
 * What a future of gather, wait and their like is made for, in the order of the trace:
 * the indices of %JUG_EVENT_FUTURE_CHILD events, which may be those of the earlier future
 * that it names.  None where the source of the trace did not tell.
 */
void jug_span_index_list_children (JugSpanIndex *self, guint32 future, GArray *children);

/**
 * jug_span_index_get_sync:
 *
 * Returns: the event that created the lock, queue… of number @object, or %JUG_NO_EVENT
 */
guint32 jug_span_index_get_sync (JugSpanIndex *self, guint32 object);

/**
 * jug_span_index_get_origin:
 *
 * Follows the causes of @event back to the event of another task, to a call of cancel(),
 * or to the timer or the outside event that it goes back to.
 *
 * Returns: that event, or %JUG_NO_EVENT
 */
guint32 jug_span_index_get_origin (JugSpanIndex *self, guint32 event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugSpanIndex, jug_span_index_unref)

G_END_DECLS
