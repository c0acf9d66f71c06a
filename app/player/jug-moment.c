/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a state that change from event to event: what a keyframe holds. */
#include "jug-moment-private.h"

enum
{
  SWEEP_SLACK = 64
};

static GArray *
array_new (gsize element_size)
{
  return g_array_new (FALSE, FALSE, (guint) element_size);
}

void
jug_moment_init (JugMoment *self)
{
  *self = (JugMoment){ .index = JUG_NO_EVENT, .exit_event = JUG_NO_EVENT };
  self->timers = array_new (sizeof (guint32));
  self->operations = array_new (sizeof (JugMomentOperation));
  self->blocked = array_new (sizeof (guint32));
  self->syncs = array_new (sizeof (JugMomentSync));
}

void
jug_moment_clear (JugMoment *self)
{
  jug_task_pages_clear (&self->tasks);
  g_clear_pointer (&self->timers, g_array_unref);
  g_clear_pointer (&self->operations, g_array_unref);
  g_clear_pointer (&self->blocked, g_array_unref);
  g_clear_pointer (&self->syncs, g_array_unref);
}

static void
copy_array (GArray *to, const GArray *from)
{
  g_array_set_size (to, 0);
  if (from->len > 0)
    g_array_append_vals (to, from->data, from->len);
}

/* Makes @self, which is initialised, equal to @from. */
void
jug_moment_copy (JugMoment *self, const JugMoment *from)
{
  JugMoment own = *self;

  *self = *from;
  self->tasks = own.tasks;
  self->timers = own.timers;
  self->operations = own.operations;
  self->blocked = own.blocked;
  self->syncs = own.syncs;
  jug_task_pages_copy (&self->tasks, &from->tasks);
  copy_array (self->timers, from->timers);
  copy_array (self->operations, from->operations);
  copy_array (self->blocked, from->blocked);
  copy_array (self->syncs, from->syncs);
}

/* What a copy costs beyond what it shares, in bytes. */
gsize
jug_moment_get_size (const JugMoment *self)
{
  return sizeof *self + (self->timers->len + self->blocked->len) * sizeof (guint32) +
         self->operations->len * sizeof (JugMomentOperation) +
         self->syncs->len * sizeof (JugMomentSync) +
         (self->tasks.pages ? self->tasks.pages->len * sizeof (gpointer) : 0);
}

static void
sweep_timers (JugMoment *self, const JugFacts *facts)
{
  guint32 *places = (guint32 *) self->timers->data;
  guint n = 0;

  for (guint i = 0; i < self->timers->len; i++)
    if (jug_facts_get_timer (facts, places[i])->end_event > self->index)
      places[n++] = places[i];
  g_array_set_size (self->timers, n);
}

static void
sweep_operations (JugMoment *self, const JugFacts *facts)
{
  JugMomentOperation *operations = (JugMomentOperation *) self->operations->data;
  guint n = 0;

  for (guint i = 0; i < self->operations->len; i++)
    if (jug_facts_get_operation (facts, operations[i].place)->done_event > self->index)
      operations[n++] = operations[i];
  g_array_set_size (self->operations, n);
}

static void
sweep_blocked (JugMoment *self, const JugFacts *facts)
{
  guint32 *places = (guint32 *) self->blocked->data;
  guint n = 0;

  for (guint i = 0; i < self->blocked->len; i++)
    if (jug_facts_get_future (facts, places[i])->done_event > self->index)
      places[n++] = places[i];
  g_array_set_size (self->blocked, n);
}

/* Forgets what is not alive any more. */
void
jug_moment_sweep (JugMoment *self, const JugFacts *facts)
{
  sweep_timers (self, facts);
  sweep_operations (self, facts);
  sweep_blocked (self, facts);
  self->n_swept = self->timers->len + self->operations->len + self->blocked->len;
}

/* Whether most of what is remembered may be dead. */
gboolean
jug_moment_needs_sweep (const JugMoment *self)
{
  guint n = self->timers->len + self->operations->len + self->blocked->len;

  return n > 2 * self->n_swept + SWEEP_SLACK;
}
