/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stretch of a run that a person has marked. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JugRange:
 * @from_ns: when it begins: not before the event before @first, not after @first
 * @to_ns: when it ends: not before the last event in it, not after @end
 * @first: its first event
 * @end: the first event that is no longer in it; not before @first
 *
 * A stretch of a run, exact to the nanosecond where time passes and to the event where
 * much happens at one time.  A plain value; one without events and without duration is
 * empty.
 */
typedef struct
{
  gint64 from_ns;
  gint64 to_ns;
  guint32 first;
  guint32 end;
} JugRange;

/**
 * JUG_RANGE_NONE:
 *
 * The empty range.
 */
#define JUG_RANGE_NONE ((JugRange){ 0, 0, 0, 0 })

/**
 * jug_range_is_empty:
 *
 * Whether @self has neither events nor duration.
 */
static inline gboolean
jug_range_is_empty (const JugRange *self)
{
  return self->first >= self->end && self->from_ns >= self->to_ns;
}

/**
 * jug_range_equal:
 *
 * Whether both are the same stretch.
 */
static inline gboolean
jug_range_equal (const JugRange *a, const JugRange *b)
{
  return a->from_ns == b->from_ns && a->to_ns == b->to_ns && a->first == b->first &&
         a->end == b->end;
}

G_END_DECLS
