/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cursors over one trace share: facts and keyframes. */
#include "jug-history-private.h"

/*
 * A seek walks half of this on average, at some ten nanoseconds an event.  Keyframes stay
 * below a quarter of what the events themselves take (32 bytes each), however much is
 * alive at once: where a keyframe is large, the next one is farther away.
 */
enum
{
  KEYFRAME_EVENTS = 8192,
  KEYFRAME_BYTES_PER_EVENT = 8
};

struct _JugHistory
{
  guint n_refs;
  JugTrace *trace;
  JugFacts facts;
  JugMoment frontier;
  GPtrArray
      *keyframes; /* of JugMoment, in order; the first is the one before all events */
};

static void
keyframe_free (gpointer data)
{
  JugMoment *moment = data;

  jug_moment_clear (moment);
  g_free (moment);
}

static void
add_keyframe (JugHistory *self)
{
  JugMoment *moment = g_new (JugMoment, 1);

  jug_moment_sweep (&self->frontier, &self->facts);
  jug_moment_init (moment);
  jug_moment_copy (moment, &self->frontier);
  g_ptr_array_add (self->keyframes, moment);
}

JugHistory *
jug_history_new (JugTrace *trace)
{
  JugHistory *self = g_new0 (JugHistory, 1);

  self->n_refs = 1;
  self->trace = jug_trace_ref (trace);
  jug_facts_init (&self->facts, trace);
  jug_moment_init (&self->frontier);
  self->keyframes = g_ptr_array_new_with_free_func (keyframe_free);
  add_keyframe (self);
  return self;
}

JugHistory *
jug_history_ref (JugHistory *self)
{
  self->n_refs++;
  return self;
}

void
jug_history_unref (JugHistory *self)
{
  if (--self->n_refs > 0)
    return;
  g_clear_pointer (&self->keyframes, g_ptr_array_unref);
  jug_moment_clear (&self->frontier);
  jug_facts_clear (&self->facts);
  g_clear_pointer (&self->trace, jug_trace_unref);
  g_free (self);
}

const JugFacts *
jug_history_get_facts (JugHistory *self)
{
  return &self->facts;
}

static gboolean
needs_keyframe (JugHistory *self)
{
  const JugMoment *last = g_ptr_array_index (self->keyframes, self->keyframes->len - 1);
  guint32 passed = self->frontier.index - last->index; /* JUG_NO_EVENT is -1 here */

  return passed >= KEYFRAME_EVENTS && (gsize) passed * KEYFRAME_BYTES_PER_EVENT >=
                                          jug_moment_get_size (&self->frontier);
}

/* Brings the frontier to where so many events are read, unless it is beyond. */
void
jug_history_read (JugHistory *self, guint32 n_events)
{
  for (guint32 index = self->facts.n_events; index < n_events; index++)
    {
      jug_facts_add (&self->facts, index, jug_trace_get_event (self->trace, index));
      jug_moment_apply (&self->frontier, &self->facts, index);
      if (needs_keyframe (self))
        add_keyframe (self);
    }
}

/* The last keyframe that is not after @index, which may be JUG_NO_EVENT. */
const JugMoment *
jug_history_find_keyframe (JugHistory *self, guint32 index)
{
  guint low = 0, high = self->keyframes->len;

  /* One more than an index counts the events, and is 0 before the first. */
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;
      const JugMoment *moment = g_ptr_array_index (self->keyframes, middle);

      if (moment->index + 1 <= index + 1)
        low = middle;
      else
        high = middle;
    }
  return g_ptr_array_index (self->keyframes, low);
}
