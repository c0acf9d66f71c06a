/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the learner does to a run, from which the run is made again. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JugInterventionKind:
 * @JUG_INTERVENTION_CANCEL: cancel a task
 * @JUG_INTERVENTION_DELAY: let something take longer
 * @JUG_INTERVENTION_FAIL: let something fail
 *
 * What can be done to a run.
 */
typedef enum
{
  JUG_INTERVENTION_CANCEL,
  JUG_INTERVENTION_DELAY,
  JUG_INTERVENTION_FAIL,
} JugInterventionKind;

/**
 * JugIntervention:
 * @event: index of the event right before which it happens
 * @kind: what is done
 * @task: number of the task to which it is done
 * @duration_ns: how much longer, for %JUG_INTERVENTION_DELAY
 *
 * One line of a journal.
 */
typedef struct
{
  guint32 event;
  JugInterventionKind kind;
  guint32 task;
  gint64 duration_ns;
} JugIntervention;

/**
 * JugJournal:
 *
 * The interventions of a run, in the order of their events.  Immutable once a recording
 * has it.
 */
typedef struct _JugJournal JugJournal;

JugJournal *jug_journal_new (void) G_GNUC_WARN_UNUSED_RESULT;
void jug_journal_free (JugJournal *self);
void jug_journal_add (JugJournal *self, const JugIntervention *intervention);
guint jug_journal_get_length (JugJournal *self);
const JugIntervention *jug_journal_get (JugJournal *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugJournal, jug_journal_free)

G_END_DECLS
