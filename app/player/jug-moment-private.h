/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a state that change from event to event: what a keyframe holds. */
#pragma once

#include "jug-facts-private.h"
#include "jug-task-pages-private.h"

G_BEGIN_DECLS

/* A primitive now. */
typedef struct
{
  guint32 level;
  guint32 holder;
} JugMomentSync;

/* An operation that was outstanding a while ago. */
typedef struct
{
  guint32 place; /* in the facts */
  guint32 bytes;
} JugMomentOperation;

/*
 * JugMoment:
 *
 * The state after one event, as far as the facts do not tell it.  What is in the ready
 * queue is a stretch of the facts' queue of all times, and costs two numbers.
 *
 * Timers, operations and blocked futures are places in the facts of all that may be alive
 * now, in order, and perhaps of some that are not any more: whoever reads them asks the
 * facts.
 *
 * A plain value: initialise with jug_moment_init().
 */
typedef struct
{
  guint32 index;
  guint32 iteration;
  gint64 time_ns;
  gint64 idle_deadline_ns;
  JugPhase phase;
  guint32 running_task;
  guint32 running_callback;
  guint32 exit_event;
  guint32 queue_head; /* the ready queue: from here up to the tail */
  guint32 queue_tail;
  guint32 batch_end; /* the callbacks before this one run in this iteration */
  guint32 n_output;
  JugTaskPages tasks;
  GArray *timers;     /* of guint32 */
  GArray *operations; /* of JugMomentOperation */
  GArray *blocked;    /* of guint32: futures of primitives, for which tasks line up */
  GArray *syncs;      /* of JugMomentSync: all made so far */
  guint n_swept;      /* how many entries the three lists had when last swept */
} JugMoment;

void jug_moment_init (JugMoment *self);
void jug_moment_clear (JugMoment *self);
void jug_moment_copy (JugMoment *self, const JugMoment *from);
void jug_moment_apply (JugMoment *self, const JugFacts *facts, guint32 index);
gboolean jug_moment_needs_sweep (const JugMoment *self);
void jug_moment_sweep (JugMoment *self, const JugFacts *facts);
gsize jug_moment_get_size (const JugMoment *self);

G_END_DECLS
