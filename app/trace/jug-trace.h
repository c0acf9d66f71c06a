/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The append-only record of one run: events, strings, tasks, properties. */
#pragma once

#include <gio/gio.h>

#include "jug-event.h"

G_BEGIN_DECLS

/**
 * JugTrace:
 *
 * The one trace of a run (see the folder's map): its source appends, everybody else
 * reads.
 *
 * A trace is reference-counted.  One thread appends; until jug_trace_seal() only that
 * thread may read, unless readers follow a growing trace through
 * jug_trace_get_n_events(), which publishes whole events: an event below that number
 * never changes nor moves.  A sealed trace can be read from any thread.
 */
typedef struct _JugTrace JugTrace;

#define JUG_TYPE_TRACE (jug_trace_get_type ())
GType jug_trace_get_type (void) G_GNUC_CONST;

/**
 * JUG_TRACE_MAX_EVENTS:
 *
 * How many events a trace can have: a thousand million bytes of them.
 */
#define JUG_TRACE_MAX_EVENTS (1u << 25)

/**
 * JugTraceTask:
 * @name: string number of the coroutine's `__name__`
 * @ordinal: the how-manieth task of that name, from 1
 * @own_name: string number of the name that the program gave it, or 0
 * @parent: number of the task that created it, %JUG_TASK_LOOP for none
 * @create_event: index of its %JUG_EVENT_TASK_CREATE
 * @end_event: index of its %JUG_EVENT_DONE, or %JUG_NO_EVENT while it is not known to
 * have ended
 *
 * What the trace knows of a task as a whole.
 */
typedef struct
{
  guint32 name;
  guint32 ordinal;
  guint32 own_name;
  guint32 parent;
  guint32 create_event;
  guint32 end_event;
} JugTraceTask;

/**
 * JugTaskLabelFunc:
 *
 * Returns: (nullable): the label that a lesson gives @task; %NULL: the trace's own
 */
typedef const char *(*JugTaskLabelFunc) (guint32 task, gpointer data);

#define JUG_TRACE_ERROR (jug_trace_error_quark ())
GQuark jug_trace_error_quark (void);

/**
 * JugTraceError:
 * @JUG_TRACE_ERROR_NOT_A_TRACE: the file is something else
 * @JUG_TRACE_ERROR_VERSION: made by a newer Juggler
 * @JUG_TRACE_ERROR_CORRUPT: broken or cut off
 * @JUG_TRACE_ERROR_TOO_LARGE: beyond the limits that keep the session safe
 *
 * Why a trace could not be opened.
 */
typedef enum
{
  JUG_TRACE_ERROR_NOT_A_TRACE,
  JUG_TRACE_ERROR_VERSION,
  JUG_TRACE_ERROR_CORRUPT,
  JUG_TRACE_ERROR_TOO_LARGE,
} JugTraceError;

/**
 * jug_trace_is_start:
 * @start: the first bytes of a file
 * @size: how many
 *
 * Returns: whether it is, or was meant to be, a trace file
 */
gboolean jug_trace_is_start (const void *start, gsize size);

/**
 * jug_trace_new:
 *
 * Makes an empty trace that grows.
 *
 * Returns: (transfer full): the trace
 */
JugTrace *jug_trace_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_trace_ref:
 * @self: a trace
 *
 * Returns: (transfer full): @self with one more reference; any thread may take one
 */
JugTrace *jug_trace_ref (JugTrace *self);

/**
 * jug_trace_unref:
 * @self: (transfer full): a trace
 *
 * Gives back a reference, in any thread.  With the last one the trace and everything that
 * was borrowed from it end.
 */
void jug_trace_unref (JugTrace *self);

/* Writing: the thread that appends, until the trace is sealed. */

/**
 * jug_trace_append:
 * @self: a trace that is not sealed
 * @event: what happened, which is copied
 *
 * Adds an event at the end.  What the headers promise of an event is checked: its kind is
 * known, its time is not before that of the last event, nor its iteration before that of
 * the last event of its loop, its task exists (for a creation: has the next number), its
 * text exists, its cause is earlier, numbers of objects are at most eight times the
 * number of events, and what its kind does not use of `text` and `cause` is 0 and
 * %JUG_NO_EVENT.  To append anything else is an error of the program: it is reported and
 * nothing is appended.
 *
 * Returns: the index of the event, or %JUG_NO_EVENT if it was refused
 */
guint32 jug_trace_append (JugTrace *self, const JugEvent *event);

/**
 * jug_trace_intern:
 * @self: a trace that is not sealed
 * @text: (nullable): any bytes up to a NUL
 *
 * Stores a string, once.  Bytes that are not UTF-8 are replaced by U+FFFD, and what is
 * longer than a mebibyte is cut.
 *
 * Returns: its number; 0 for %NULL, for the empty string, and if the trace is full
 */
guint32 jug_trace_intern (JugTrace *self, const char *text);

/**
 * jug_trace_set_property:
 * @self: a trace that is not sealed
 * @key: what is said about the run, such as %JUG_TRACE_PROGRAM
 * @value: (nullable): its value, or %NULL to take it away
 *
 * Says something about the run as a whole.
 */
void jug_trace_set_property (JugTrace *self, const char *key, const char *value);

/**
 * jug_trace_seal:
 * @self: a trace
 *
 * Says that nothing more will be added.
 */
void jug_trace_seal (JugTrace *self);

/**
 * jug_trace_is_full:
 * @self: a trace
 *
 * Asked by a source now and then: a trace of more than 33 million events or 240 mebibytes
 * of text could not be opened again.  The source then appends a %JUG_EVENT_LIMIT and
 * stops.
 *
 * Returns: whether it is time to stop
 */
gboolean jug_trace_is_full (JugTrace *self);

/* Reading: any thread; of a trace that grows, see below each function. */

/**
 * jug_trace_is_sealed:
 * @self: a trace
 *
 * Returns: whether nothing more will be added
 */
gboolean jug_trace_is_sealed (JugTrace *self);

/**
 * jug_trace_get_n_events:
 * @self: a trace
 *
 * The number of events that can be read.  It may grow until the trace is sealed. Whatever
 * those events refer to (strings, tasks, causes) can be read as well.
 *
 * Returns: how many events there are
 */
guint32 jug_trace_get_n_events (JugTrace *self);

/**
 * jug_trace_get_event:
 * @self: a trace
 * @index: less than jug_trace_get_n_events()
 *
 * The event neither changes nor moves.  Only jug_trace_get_n_events() says what can be
 * read, so a reader asks it once for many events.
 *
 * Returns: (transfer none): the event
 */
const JugEvent *jug_trace_get_event (JugTrace *self, guint32 index);

/**
 * jug_trace_get_string:
 * @self: a trace
 * @number: less than jug_trace_get_n_strings()
 *
 * The string neither changes nor moves.  It is valid UTF-8.  Number 0 is the empty
 * string.
 *
 * Returns: (transfer none): the string
 */
const char *jug_trace_get_string (JugTrace *self, guint32 number);

/**
 * jug_trace_get_n_strings:
 * @self: a trace
 *
 * Returns: how many strings there are, at least 1
 */
guint32 jug_trace_get_n_strings (JugTrace *self);

/**
 * jug_trace_get_property:
 * @self: a trace
 * @key: such as %JUG_TRACE_PROGRAM
 *
 * Returns: (transfer none) (nullable): what was set last; it stays valid as long as the
 * trace, even if something else is set
 */
const char *jug_trace_get_property (JugTrace *self, const char *key);

/**
 * jug_trace_dup_property_keys:
 * @self: a trace
 *
 * Returns: (transfer full): the keys of all properties that are set, in the order in
 * which they were first set
 */
char **jug_trace_dup_property_keys (JugTrace *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_trace_get_n_tasks:
 * @self: a trace
 *
 * Returns: how many tasks were created; their numbers begin with 1, so this is the last
 * of them
 */
guint32 jug_trace_get_n_tasks (JugTrace *self);

/**
 * jug_trace_get_task:
 * @self: a trace
 * @task: the number of a task, from 1 to jug_trace_get_n_tasks()
 *
 * What is known of a task.  While the trace grows, its `own_name` and `end_event` belong
 * to the thread that appends; the other fields never change.
 *
 * Returns: (transfer none): the task, which does not move
 */
const JugTraceTask *jug_trace_get_task (JugTrace *self, guint32 task);

/**
 * jug_trace_dup_exception:
 * @self: a trace
 * @index: the index of an event that tells of an exception
 *
 * The exception of an event as the last line of a traceback has it.
 *
 * Returns: (transfer full): its name, and behind a colon what it says if the trace knows;
 * the text of any other event
 */
char *jug_trace_dup_exception (JugTrace *self, guint32 index) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_trace_dup_task_label:
 * @self: a trace
 * @task: the number of a task, or %JUG_TASK_LOOP
 *
 * The name of a task as it stands in the event log: `NAME-N`, or `loop`.
 *
 * Returns: (transfer full): the label
 */
char *jug_trace_dup_task_label (JugTrace *self, guint32 task) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_trace_get_max_object:
 * @self: a trace
 *
 * Returns: the highest number of a callback, future, primitive or operation so far; 0 if
 * there is none.  An array of one more than that has a place for each
 */
guint32 jug_trace_get_max_object (JugTrace *self);

/**
 * jug_trace_get_end_time:
 * @self: a trace
 *
 * Returns: the time of the last event; 0 if there is none
 */
gint64 jug_trace_get_end_time (JugTrace *self);

/**
 * jug_trace_find_time:
 * @self: a trace
 * @time_ns: a time
 *
 * Returns: the index of the first event at @time_ns or later; the number of events if
 * there is none
 */
guint32 jug_trace_find_time (JugTrace *self, gint64 time_ns);

/* Files */

/**
 * jug_trace_save:
 * @self: a trace; while it grows, the events that it has now are saved
 * @file: where to
 * @cancellable: (nullable): ends it early
 * @error: what went wrong
 *
 * Writes a trace file, whole or not at all: a file that was there before stays as it is
 * until the new one is complete.  It blocks; what may take long belongs into a thread.
 *
 * Returns: whether it was saved
 */
gboolean
jug_trace_save (JugTrace *self, GFile *file, GCancellable *cancellable, GError **error);

/**
 * JugTraceAddition:
 * @key: the name of a property
 * @value: (nullable): its value; %NULL takes it away
 *
 * What a file says of a run in place of what the trace does.
 */
typedef struct
{
  const char *key;
  const char *value;
} JugTraceAddition;

/**
 * jug_trace_save_with:
 * @self: as for jug_trace_save()
 * @additions: (array length=n_additions): what the file is to say besides; no value is
 * longer than a mebibyte
 * @n_additions: how many there are
 *
 * As jug_trace_save(), with other properties in the file.  The trace itself stays as it
 * is, sealed or not.
 */
gboolean jug_trace_save_with (JugTrace *self,
                              const JugTraceAddition *additions,
                              guint n_additions,
                              GFile *file,
                              GCancellable *cancellable,
                              GError **error);

/**
 * jug_trace_to_bytes:
 * @self: a trace; while it grows, the events that it has now
 *
 * Returns: (transfer full): what jug_trace_save() would write
 */
GBytes *jug_trace_to_bytes (JugTrace *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_trace_open:
 * @file: a trace file
 * @cancellable: (nullable): ends it early
 * @error: what is wrong with the file, in one sentence that names it
 *
 * Opens a trace file of this or an older version.  The trace is sealed.  The file may
 * come from anywhere: it is checked to the last event before anybody reads it.  It is
 * read into memory, so that nobody can change it any more.  It blocks, for some 20
 * milliseconds per million events; a pipe is read as its writer goes on, and refused if
 * it has none.
 *
 * Returns: (transfer full): the trace, or %NULL with an error of %JUG_TRACE_ERROR or
 * %G_IO_ERROR
 */
JugTrace *jug_trace_open (GFile *file, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_trace_new_from_bytes:
 * @bytes: what a trace file holds
 * @error: what is wrong with it, in one sentence
 *
 * As jug_trace_open(), for a file that is in memory already.  The trace reads events and
 * strings where they are and keeps @bytes; they may be a mapped file if that is sure not
 * to change.
 *
 * Returns: (transfer full): the trace, or %NULL with an error of %JUG_TRACE_ERROR
 */
JugTrace *jug_trace_new_from_bytes (GBytes *bytes, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugTrace, jug_trace_unref)

/*
 * Properties that every source sets, where it knows them:
 *   "program"   id of the lesson program, or the file's name
 *   "title"     for people
 *   "engine"    "native" or "python"
 *   "clock"     "virtual" or "real"
 *   "source"    text of the program as its reader sees it (Python)
 *   "source-c"  text of the native twin, if there is one
 *   "question"  while the program runs, what it has printed without the end of a line,
 *               after a number that is another one each time; empty: nothing
 */
#define JUG_TRACE_PROGRAM "program"
#define JUG_TRACE_TITLE "title"
#define JUG_TRACE_ENGINE "engine"
#define JUG_TRACE_CLOCK "clock"
#define JUG_TRACE_SOURCE "source"
#define JUG_TRACE_SOURCE_C "source-c"
#define JUG_TRACE_QUESTION "question"

G_END_DECLS
