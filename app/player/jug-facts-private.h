/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When each numbered thing of a trace began and ended. */
#pragma once

#include "jug-details-private.h"
#include "jug-trace.h"

G_BEGIN_DECLS

/*
 * A life has a first and a last event; while it is not known to have ended, the last is
 * JUG_NO_EVENT, which is later than any.  What is alive at a moment can therefore be told
 * by comparing indices, and what is known of the time after that moment does no harm.
 */

/* A callback's stay in the ready queue; its end is seen from the head of the queue
 * alone. */
typedef struct
{
  guint32 queue_event;
  guint32 cancel_event;
} JugFactQueued;

/* A timer that is armed, from JUG_EVENT_TIMER_ARM until it fires or is cancelled. */
typedef struct
{
  guint32 arm_event;
  guint32 end_event;
} JugFactTimer;

typedef struct
{
  guint32 create_event;
  guint32 done_event;
  guint32 waiter; /* the first task that waited for it, and when */
  guint32 wait_event;
  guint32 children;    /* the place, plus 1, of the future whose children it has, or 0 */
  guint32 first_child; /* places, plus 1, of a chain, or 0 */
  guint32 last_child;
} JugFactFuture;

/* What a future is made for, among others: from JUG_EVENT_FUTURE_CHILD on. */
typedef struct
{
  guint32 event;
  guint32 next; /* the place, plus 1, of the next child of the same future, or 0 */
} JugFactChild;

typedef struct
{
  guint32 start_event;
  guint32 done_event;
} JugFactOperation;

/* Where the things of one number stand in the arrays, plus 1; 0 for none. */
typedef struct
{
  guint32 queued; /* the latest, as a callback is queued and armed again */
  guint32 timer;
  guint32 other; /* the future, operation or primitive; the first, as there is but one */
} JugFactPlace;

/*
 * JugFacts:
 *
 * What is known of the things of a trace as a whole: the parts of its state that are the
 * same whatever moment one asks from, so that no keyframe need hold them.  Only grows.
 */
typedef struct
{
  JugTrace *trace;  /* (unowned) */
  guint32 n_events; /* read so far */

  /* Each is in the order of the events that began its members, which their first fields
   * name. */
  GArray *queued;     /* of JugFactQueued, in order: the ready queue of all times */
  GArray *timers;     /* of JugFactTimer, as armed */
  GArray *futures;    /* of JugFactFuture, as created */
  GArray *children;   /* of JugFactChild, in the order of their events */
  GArray *operations; /* of JugFactOperation, as started */
  GArray *syncs;      /* of guint32: the events that created them */
  GArray *output;     /* of guint32: the events that printed */
  GArray *places;     /* of JugFactPlace, by number */
  JugDetails details;
} JugFacts;

void jug_facts_init (JugFacts *self, JugTrace *trace);
void jug_facts_clear (JugFacts *self);
void jug_facts_add (JugFacts *self, guint32 index, const JugEvent *event);

gboolean jug_facts_is_queued_before (const JugFacts *self, const JugEvent *event);

/* The place of what began with event @index in an array sorted by its members' first
 * fields, which are guint32, or -1. */
gint64 jug_facts_find_begun (const GArray *lives, guint32 index);

/* The place of the thing of that number, if it began not after event @at, or -1. */
gint64 jug_facts_find_future (const JugFacts *self, guint32 object, guint32 at);
gint64 jug_facts_find_sync (const JugFacts *self, guint32 object, guint32 at);
gint64 jug_facts_find_operation (const JugFacts *self, guint32 object, guint32 at);

static inline const JugFactQueued *
jug_facts_get_queued (const JugFacts *self, guint32 place)
{
  return &g_array_index (self->queued, JugFactQueued, place);
}

static inline const JugFactTimer *
jug_facts_get_timer (const JugFacts *self, guint32 place)
{
  return &g_array_index (self->timers, JugFactTimer, place);
}

static inline const JugFactFuture *
jug_facts_get_future (const JugFacts *self, guint32 place)
{
  return &g_array_index (self->futures, JugFactFuture, place);
}

/* The first child of a future, or NULL. */
static inline const JugFactChild *
jug_facts_get_first_child (const JugFacts *self, const JugFactFuture *future)
{
  if (future->children != 0)
    future = jug_facts_get_future (self, future->children - 1);
  if (future->first_child == 0)
    return NULL;
  return &g_array_index (self->children, JugFactChild, future->first_child - 1);
}

static inline const JugFactChild *
jug_facts_get_next_child (const JugFacts *self, const JugFactChild *child)
{
  return child->next == 0
             ? NULL
             : &g_array_index (self->children, JugFactChild, child->next - 1);
}

static inline const JugFactOperation *
jug_facts_get_operation (const JugFacts *self, guint32 place)
{
  return &g_array_index (self->operations, JugFactOperation, place);
}

G_END_DECLS
