/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The append-only record of one run: events, strings, tasks, and what is known of the program. */
#pragma once

#include <gio/gio.h>

#include "jug-event.h"

G_BEGIN_DECLS

/**
 * JugTrace:
 *
 * The one trace of a run (see the folder's map): its source appends, everybody else reads.
 *
 * A trace is reference-counted.  One thread appends; until jug_trace_seal() only that thread may
 * read, unless readers follow a growing trace through jug_trace_get_n_events(), which publishes
 * whole events: an event below that number never changes nor moves.  A sealed trace can be
 * read from any thread.
 */
typedef struct _JugTrace JugTrace;

/**
 * JugTraceTask:
 * @name: string number of the coroutine's `__name__`
 * @ordinal: the how-manieth task of that name, from 1
 * @own_name: string number of the name that the program gave it, or 0
 * @parent: number of the task that created it, %JUG_TASK_LOOP for none
 * @create_event: index of its %JUG_EVENT_TASK_CREATE
 * @end_event: index of its %JUG_EVENT_DONE, or %JUG_NO_EVENT while it is not known to have ended
 *
 * What the trace knows of a task as a whole.
 */
typedef struct {
  guint32 name;
  guint32 ordinal;
  guint32 own_name;
  guint32 parent;
  guint32 create_event;
  guint32 end_event;
} JugTraceTask;

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
typedef enum {
  JUG_TRACE_ERROR_NOT_A_TRACE,
  JUG_TRACE_ERROR_VERSION,
  JUG_TRACE_ERROR_CORRUPT,
  JUG_TRACE_ERROR_TOO_LARGE,
} JugTraceError;

JugTrace *jug_trace_new (void) G_GNUC_WARN_UNUSED_RESULT;
JugTrace *jug_trace_ref (JugTrace *self);
void jug_trace_unref (JugTrace *self);

/* Writing */
guint32 jug_trace_append (JugTrace *self, const JugEvent *event);
guint32 jug_trace_intern (JugTrace *self, const char *text);
guint32 jug_trace_intern_len (JugTrace *self, const char *text, gsize len);
void jug_trace_set_property (JugTrace *self, const char *key, const char *value);
void jug_trace_seal (JugTrace *self);

/* Reading */
gboolean jug_trace_is_sealed (JugTrace *self);
guint32 jug_trace_get_n_events (JugTrace *self);
const JugEvent *jug_trace_get_event (JugTrace *self, guint32 index);
const char *jug_trace_get_string (JugTrace *self, guint32 number);
guint32 jug_trace_get_n_strings (JugTrace *self);
const char *jug_trace_get_property (JugTrace *self, const char *key);
guint32 jug_trace_get_n_tasks (JugTrace *self);
const JugTraceTask *jug_trace_get_task (JugTrace *self, guint32 task);
char *jug_trace_dup_task_label (JugTrace *self, guint32 task) G_GNUC_WARN_UNUSED_RESULT;
gint64 jug_trace_get_end_time (JugTrace *self);
guint32 jug_trace_find_time (JugTrace *self, gint64 time_ns);

/* Files */
gboolean jug_trace_save (JugTrace *self, GFile *file, GCancellable *cancellable, GError **error);
GBytes *jug_trace_to_bytes (JugTrace *self) G_GNUC_WARN_UNUSED_RESULT;
JugTrace *jug_trace_open (GFile *file, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
JugTrace *jug_trace_new_from_bytes (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugTrace, jug_trace_unref)

/*
 * Properties that every source sets, where it knows them:
 *   "program"   id of the lesson program, or the file's name
 *   "title"     for people
 *   "engine"    "native" or "python"
 *   "clock"     "virtual" or "real"
 *   "source"    text of the program as its reader sees it (Python)
 *   "source-c"  text of the native twin, if there is one
 */
#define JUG_TRACE_PROGRAM "program"
#define JUG_TRACE_TITLE "title"
#define JUG_TRACE_ENGINE "engine"
#define JUG_TRACE_CLOCK "clock"
#define JUG_TRACE_SOURCE "source"
#define JUG_TRACE_SOURCE_C "source-c"

G_END_DECLS
