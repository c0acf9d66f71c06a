/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a trace consists of, for the files that make one from nothing or from a file. */
#pragma once

#include "jug-chunks-private.h"
#include "jug-event-private.h"
#include "jug-string-table-private.h"
#include "jug-trace.h"

G_BEGIN_DECLS

/* Limits that every trace keeps, so that each can be saved and opened again. */
#define JUG_TRACE_MAX_PROPERTIES 256

/* Numbers of objects are at most this many times the number of events, so that what a
 * reader keeps for each object is bounded by the size of the trace. */
#define JUG_TRACE_OBJECTS_PER_EVENT 8

/* The highest number of a line of a program, or of an entry of the journal. */
#define JUG_TRACE_MAX_LINE (1u << 24)

/* A property: two numbers of strings.  Its layout in memory is its layout in the trace
 * file. */
typedef struct
{
  guint32 key;
  guint32 value;
} JugTraceProperty;

struct _JugTrace
{
  gatomicrefcount ref_count;
  _Atomic gboolean sealed;

  JugChunks events; /* of JugEvent */
  _Atomic guint32 n_events;
  JugStringTable strings;
  JugChunks tasks; /* of JugTraceTask; task 1 stands at 0 */
  _Atomic guint32 n_tasks;
  _Atomic guint32 max_object;

  GMutex lock;        /* guards properties */
  GArray *properties; /* of JugTraceProperty, in the order in which they were first set */

  /* Of the thread that appends: */
  guint32 limits[JUG_N_LIMITS];       /* what the next event may hold */
  gint64 time_ns;                     /* of the last event */
  guint32 iterations[G_MAXUINT8 + 1]; /* of the last event of each loop */
  guint32 *ordinals;                  /* by string number: tasks of that name so far */
  guint32 n_ordinals;

  GBytes *bytes; /* (nullable): of the file that events and strings are borrowed from */
};

JugTrace *jug_trace_allocate (void) G_GNUC_WARN_UNUSED_RESULT;
void jug_trace_init_limits (JugTrace *self);
const char *jug_trace_admit (JugTrace *self, const JugEvent *event, guint32 index);
const char *jug_trace_take (JugTrace *self, const JugEvent *event);

G_END_DECLS
