/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the learner does to a run, from which the run is made again. */
#include "jug-journal.h"

struct _JugJournal
{
  GArray *interventions; /* of JugIntervention, by event */
};

/**
 * jug_journal_new:
 *
 * Returns: (transfer full): an empty journal
 */
JugJournal *
jug_journal_new (void)
{
  JugJournal *self = g_new (JugJournal, 1);

  self->interventions = g_array_new (FALSE, FALSE, sizeof (JugIntervention));
  return self;
}

/**
 * jug_journal_free:
 * @self: (transfer full): a journal
 */
void
jug_journal_free (JugJournal *self)
{
  g_array_unref (self->interventions);
  g_free (self);
}

/**
 * jug_journal_add:
 * @self: a journal
 * @intervention: what to do; goes behind those of the same event
 */
void
jug_journal_add (JugJournal *self, const JugIntervention *intervention)
{
  guint at = self->interventions->len;

  while (at > 0 && g_array_index (self->interventions, JugIntervention, at - 1).event >
                       intervention->event)
    at--;
  g_array_insert_vals (self->interventions, at, intervention, 1);
}

/**
 * jug_journal_get_length:
 * @self: a journal
 *
 * Returns: how many interventions are in it
 */
guint
jug_journal_get_length (JugJournal *self)
{
  return self->interventions->len;
}

/**
 * jug_journal_get:
 * @self: a journal
 * @index: less than its length
 *
 * Returns: (transfer none): an intervention
 */
const JugIntervention *
jug_journal_get (JugJournal *self, guint index)
{
  g_return_val_if_fail (index < self->interventions->len, NULL);

  return &g_array_index (self->interventions, JugIntervention, index);
}
