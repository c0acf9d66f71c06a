/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Following flows by key: where a bar's arrows lead, and which of them one is on. */
#pragma once

#include "jug-session.h"

G_BEGIN_DECLS

/**
 * JugFlowChoice:
 *
 * The ends of the arrows that a person has chosen between, for as long as the selection
 * stays where one of them leads.
 */
typedef struct _JugFlowChoice JugFlowChoice;

/**
 * JUG_FLOW_CHOICE_MAX:
 *
 * Between so many arrows one can choose.
 */
#define JUG_FLOW_CHOICE_MAX 32

/**
 * jug_flow_choice_new:
 *
 * No choice yet.
 */
JugFlowChoice *jug_flow_choice_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_flow_choice_free:
 *
 * Frees the choice; what is selected stays selected.
 */
void jug_flow_choice_free (JugFlowChoice *self);

/**
 * jug_flow_choice_follow:
 * @direction: -1 to what woke or created the selected bar, 1 to what it wakes, creates or
 * cancels
 *
 * Selects, and moves the playhead to, the first of these.  Of a wait for several tasks
 * each that has ended is one.
 *
 * Returns: how many there are
 */
guint jug_flow_choice_follow (JugFlowChoice *self, JugSession *session, int direction);

/**
 * jug_flow_choice_move:
 * @step: 1 to the next, -1 to the one before
 *
 * Goes where another of the arrows leads.
 *
 * Returns: %FALSE if there is none, or the selection is somewhere else by now
 */
gboolean jug_flow_choice_move (JugFlowChoice *self, JugSession *session, int step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugFlowChoice, jug_flow_choice_free)

G_END_DECLS
