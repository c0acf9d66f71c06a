/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a task was and what its variables held, at any time: an index of the events that
 * say so. */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

/*
 * JugDetails:
 *
 * Await chains and local variables are written when they change, so what holds at a
 * moment is what the last such event before it says.  This finds that event.  Only grows.
 */
typedef struct
{
  GHashTable *histories; /* of task and slot: a GArray of guint32, the events in order */
} JugDetails;

void jug_details_init (JugDetails *self);
void jug_details_clear (JugDetails *self);

/* Takes in a JUG_EVENT_FRAMES or JUG_EVENT_LOCALS that is later than those before. */
void jug_details_add (JugDetails *self, guint32 index, const JugEvent *event);

/* The last JUG_EVENT_FRAMES of @task at or before event @at, or JUG_NO_EVENT. */
guint32 jug_details_find_frames (const JugDetails *self, guint32 task, guint32 at);

/* The same for the JUG_EVENT_LOCALS of frame @frame. */
guint32
jug_details_find_locals (const JugDetails *self, guint32 task, guint32 frame, guint32 at);

G_END_DECLS
