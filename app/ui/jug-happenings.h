/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The events of a trace that a learner sees, as a list. */
#pragma once

#include <gio/gio.h>

#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_HAPPENING (jug_happening_get_type ())

/**
 * JugHappening:
 *
 * One entry of a #JugHappenings: an event.
 */
G_DECLARE_FINAL_TYPE (JugHappening, jug_happening, JUG, HAPPENING, GObject)

/**
 * jug_happening_get_event:
 *
 * Returns: the index of the event in the trace of its list
 */
guint32 jug_happening_get_event (JugHappening *self);

#define JUG_TYPE_HAPPENINGS (jug_happenings_get_type ())

/**
 * JugHappenings:
 *
 * All events at which stepping halts, or those of one task, as a #GListModel.  Entries
 * are made when they are asked for; the events of a large trace come in while the window
 * is idle.
 */
G_DECLARE_FINAL_TYPE (JugHappenings, jug_happenings, JUG, HAPPENINGS, GObject)

/**
 * jug_happenings_new:
 *
 * Returns: (transfer full): an empty list of all tasks, to be given a trace
 */
JugHappenings *jug_happenings_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_happenings_set_trace:
 *
 * Empties the list and fills it from @trace.
 */
void jug_happenings_set_trace (JugHappenings *self, JugTrace *trace, JugDetail detail);

/**
 * jug_happenings_set_task:
 * @task: a task, %JUG_TASK_LOOP, or %JUG_SESSION_NO_TASK for all
 *
 * Lists only what is about one task, and what it does to others.
 */
void jug_happenings_set_task (JugHappenings *self, guint32 task);

/**
 * jug_happenings_trace_grown:
 *
 * There are more events than before.
 */
void jug_happenings_trace_grown (JugHappenings *self);

/**
 * jug_happenings_find:
 *
 * Returns: the place of the last entry at or before @event, or %G_MAXUINT
 */
guint jug_happenings_find (JugHappenings *self, guint32 event);

G_END_DECLS
