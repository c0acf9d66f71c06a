/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which events a person steps to, and which only keep the books. */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

/**
 * JugDetail:
 * @JUG_DETAIL_LEARNER: what a learner sees happen
 * @JUG_DETAIL_EVERYTHING: every event of the trace
 *
 * How fine the steps of a person through a trace are.
 */
typedef enum
{
  JUG_DETAIL_LEARNER,
  JUG_DETAIL_EVERYTHING
} JugDetail;

/**
 * jug_stop_is:
 * @trace: a trace
 * @index: an event of it
 * @detail: how fine the steps are
 *
 * Tells whether stepping halts at an event.  At %JUG_DETAIL_LEARNER the events that only
 * keep the books are passed over: iterations being numbered, futures and timers being
 * made, callbacks being queued, lines of which another event tells at once.  One table in
 * the source says for each kind what it is.
 *
 * Returns: %TRUE if it is a stop
 */
gboolean jug_stop_is (JugTrace *trace, guint32 index, JugDetail detail);

/**
 * jug_stop_is_about:
 * @trace: a trace
 * @index: an event of it
 * @task: the number of a task, or %JUG_TASK_LOOP
 *
 * Tells whether who follows a task comes by an event.
 *
 * Returns: whether it is about @task, or is what @task does to another
 */
gboolean jug_stop_is_about (JugTrace *trace, guint32 index, guint32 task);

/**
 * jug_stop_find:
 * @trace: a trace
 * @index: where to start, itself not considered; %JUG_NO_EVENT is before the first event
 * @direction: 1 to look ahead, -1 to look back
 * @detail: how fine the steps are
 *
 * Finds the next stop.
 *
 * Returns: its index, or %JUG_NO_EVENT if there is none
 */
guint32 jug_stop_find (JugTrace *trace, guint32 index, int direction, JugDetail detail);

/**
 * jug_stop_settle:
 * @trace: a trace
 * @index: an event of it
 * @detail: how fine the steps are
 *
 * Tells up to where the trace is shown when a person stands on an event.  A stop takes
 * along the bookkeeping of its effects, which follows at once: who creates a task also
 * sees it in the ready queue.
 *
 * Returns: the index of the last event that belongs to @index; @index itself if none
 * follows
 */
guint32 jug_stop_settle (JugTrace *trace, guint32 index, JugDetail detail);

/**
 * jug_stop_get_owner:
 * @trace: a trace
 * @index: an event of it
 * @detail: how fine the steps are
 *
 * Tells with which stop an event is seen: the reverse of jug_stop_settle().
 *
 * Returns: @index itself if it is a stop, the stop that takes it along, or %JUG_NO_EVENT
 * if none does
 */
guint32 jug_stop_get_owner (JugTrace *trace, guint32 index, JugDetail detail);

G_END_DECLS
