/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in a trace something is said: tasks, output, exceptions, waits. */
#pragma once

#include "jug-narration.h"

G_BEGIN_DECLS

/**
 * JugFind:
 *
 * A search for a text in a trace.  What can be found is what a person reads in a
 * timeline: a task where it is created, by its label, its NAME-N or the name that it is
 * given; a line of output; an exception where it is raised, thrown in or reported; the
 * value of a task that returns; and what is waited for where the wait begins.  Large and
 * small letters are the same.
 *
 * The search goes on in slices, from the first event to the last, and takes up what a
 * growing trace has more when it is told to go on.  It owns no timer.
 */
typedef struct _JugFind JugFind;

/**
 * JugFindWaitFunc:
 * @wait_event: a %JUG_EVENT_WAIT
 * @out: where to append
 * @user_data: what came with the function
 *
 * Says what a wait is for, in the words that the timeline has for it.
 */
typedef void (*JugFindWaitFunc) (guint32 wait_event, GString *out, gpointer user_data);

/**
 * jug_find_new:
 * @trace: where to search
 * @text: what for; blanks around it do not count
 * @label: (nullable): how tasks are called; jug_trace_dup_task_label() if %NULL
 * @wait: (nullable): says what waits are for; without it none is found by that
 * @user_data: for both
 *
 * Begins a search that has found nothing yet.  An empty text is never found.
 *
 * Returns: (transfer full): the search
 */
JugFind *jug_find_new (JugTrace *trace,
                       const char *text,
                       JugLabelFunc label,
                       JugFindWaitFunc wait,
                       gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_find_free:
 * @self: a search
 *
 * Ends it.
 */
void jug_find_free (JugFind *self);

/**
 * jug_find_go_on:
 * @self: a search
 * @n_events: up to where the trace may be read; more than it has is as many as it has
 * @budget: how much work to do: one for each event, and one for each 64 bytes compared
 *
 * Searches on from where it stopped.
 *
 * Returns: whether there is more to be searched
 */
gboolean jug_find_go_on (JugFind *self, guint32 n_events, guint budget);

/**
 * jug_find_get_n_hits:
 * @self: a search
 *
 * Returns: how many events were found so far
 */
guint jug_find_get_n_hits (JugFind *self);

/**
 * jug_find_get_hits:
 * @self: a search
 *
 * Returns: (transfer none) (array): the events, each once and in their order; good until
 * the search goes on
 */
const guint32 *jug_find_get_hits (JugFind *self);

/**
 * jug_find_get_next:
 * @self: a search
 * @event: where to start, itself not considered; %JUG_NO_EVENT is before the first event
 * @direction: 1 to look ahead, -1 to look back
 *
 * Finds the next hit; behind the last one comes the first.
 *
 * Returns: which hit it is, or %G_MAXUINT if there is none
 */
guint jug_find_get_next (JugFind *self, guint32 event, int direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugFind, jug_find_free)

G_END_DECLS
