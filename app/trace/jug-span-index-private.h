/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a span index consists of, for the files that build it and that look things up. */
#pragma once

#include "jug-span-index.h"

G_BEGIN_DECLS

/* A sum is kept for each so many spans; a stretch is summed up from two of them and its
 * ends. */
#define JUG_SPAN_BLOCK 64

/* For each so many events, the run that is going on is kept. */
#define JUG_SPAN_STRIDE 128

/* What the loop had done is kept for each so many runs. */
#define JUG_SPAN_WORK_BLOCK 64

/* The number that stands for no run in JugSpan.run. */
#define JUG_SPAN_NO_RUN ((1u << 30) - 1)

/* A lane: a task's spans, and its place in the tree of tasks. */
typedef struct
{
  JugSpan *spans;
  JugSpanSum *sums; /* [n]: of the first n * JUG_SPAN_BLOCK spans */
  guint32 n_spans;
  guint32 n_allocated;
  guint32 end_event; /* or JUG_NO_EVENT */
  guint32 parent;
  guint32 first_child;
  guint32 last_child;
  guint32 next_sibling;
  guint32 row;
  guint32 depth;
  gboolean is_queued; /* its next step is in the ready queue though it still runs */
} JugLane;

/* Which future a wait waits for. */
typedef struct
{
  guint32 wait;
  guint32 future;
} JugSpanWait;

/* What the loop had run before a run: for how long, and how many steps. */
typedef struct
{
  gint64 busy_ns;
  guint32 n_steps;
} JugSpanWork;

/* An event that names a child of a future; places are counted from 1. */
typedef struct
{
  guint32 event;
  guint32 next; /* of the same future, or 0 */
  guint32 last; /* of the first one: the place of the last */
} JugSpanChild;

struct _JugSpanIndex
{
  gatomicrefcount ref_count;
  JugTrace *trace;

  guint32 n_events;
  gint64 end_ns;

  JugLane *lanes; /* by task; that of JUG_TASK_LOOP holds the root of the tree */
  guint32 n_lanes;
  guint32 n_lanes_allocated;
  guint32 *rows; /* tasks by row */
  guint32 n_rows;

  GArray *runs; /* of JugRun */
  GArray
      *run_at; /* of guint32: by event / JUG_SPAN_STRIDE, how many runs begin before it */
  GArray *work;       /* of JugSpanWork, by run / JUG_SPAN_WORK_BLOCK */
  GArray *slow;       /* of guint32: runs */
  GArray *iterations; /* of guint32 */
  GArray *errors;     /* of guint32 */
  GArray *prints;     /* of guint32 */
  GArray *cancels;    /* of guint32 */
  GArray *waits;      /* of JugSpanWait */

  GArray *children;    /* of JugSpanChild */
  GHashTable *parents; /* number of a future → the place of its first child, plus 1 */

  /* While building: */
  GArray *stack; /* of guint32: tasks, or JUG_TASK_LOOP for a callback, that run inside
                    each other */
  gboolean run_open;   /* the last run is not over */
  JugSpanWork done;    /* in all runs that are over */
  GHashTable *futures; /* number of a pending future → its event */
  GHashTable *syncs;   /* number of a primitive → its event */
};

/* The place of the first child of a future, plus 1, or 0. */
static inline guint32
jug_span_index_get_first_child (JugSpanIndex *self, guint32 future)
{
  return GPOINTER_TO_UINT (
      g_hash_table_lookup (self->parents, GUINT_TO_POINTER (future)));
}

static inline JugSpanChild *
jug_span_index_peek_child (JugSpanIndex *self, guint32 place)
{
  return &g_array_index (self->children, JugSpanChild, place - 1);
}

static inline JugRun *
jug_span_index_peek_run (JugSpanIndex *self, guint32 run)
{
  return &g_array_index (self->runs, JugRun, run);
}

/* The units of room before an event that lies in a run or behind it. */
static inline double
jug_span_index_get_units_in_run (const JugRun *run, guint32 event, gboolean marks)
{
  guint32 before = marks ? run->marks : run->rooms;
  guint32 units;

  if (event <= run->begin && run->begin < run->end)
    return before;
  units = jug_span_index_get_run_units (run, marks);
  if (event >= run->end)
    return before + units;
  return before + units * ((double) (event - run->begin) / (run->end - run->begin));
}

gboolean jug_span_index_begins_step (JugSpanIndex *self, const JugRun *run);
void jug_span_index_accumulate (JugSpanSum *sum, const JugSpanSum *other, int sign);
void jug_span_index_sum_plainly (JugSpanIndex *self,
                                 const JugLane *lane,
                                 guint32 first,
                                 guint32 last,
                                 JugSpanSum *sum);

G_END_DECLS
