/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a cursor consists of. */
#pragma once

#include "jug-cursor.h"
#include "jug-history-private.h"

G_BEGIN_DECLS

/* An armed timer: its place in the facts. */
typedef struct
{
  gint64 deadline_ns;
  guint32 place;
} JugCursorDeadline;

/* A task in the line before a primitive; the place is its future's. */
typedef struct
{
  guint32 sync;
  guint32 place;
  guint32 task;
} JugCursorWaiter;

struct _JugCursor
{
  JugHistory *history;
  JugTrace *trace; /* (unowned): the history's */
  JugMoment moment;

  /* Made when asked for, valid at this place only. */
  GArray *timers;  /* (nullable): of JugCursorDeadline, in their order */
  GArray *waiters; /* (nullable): of JugCursorWaiter, by primitive and then by age */
  gboolean is_swept;
};

static inline const JugFacts *
jug_cursor_get_facts (const JugCursor *self)
{
  return jug_history_get_facts (self->history);
}

static inline const JugEvent *
jug_cursor_get_event (const JugCursor *self, guint32 index)
{
  return jug_trace_get_event (self->trace, index);
}

/* Whether an event, which may be JUG_NO_EVENT, has happened by now. */
static inline gboolean
jug_cursor_is_past (const JugCursor *self, guint32 event)
{
  return event != JUG_NO_EVENT && self->moment.index != JUG_NO_EVENT &&
         event <= self->moment.index;
}

G_END_DECLS
