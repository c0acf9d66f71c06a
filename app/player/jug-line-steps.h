/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which steps came to a line of the program, and to which line a step came. */
#pragma once

#include "jug-trace.h"

G_BEGIN_DECLS

/**
 * jug_line_steps_find:
 * @trace: a trace, which may still be growing
 * @line: a line of the program, from 1
 * @is_native: whether it is one of the native source
 * @task: a task, or %JUG_TASK_LOOP for all
 * @event: where to begin, %JUG_NO_EVENT for the place before the first
 * @direction: 1 for what follows, -1 for what was before
 *
 * Looks for the next time that a task came to a line; behind the last it begins again
 * with the first, and the other way round.  It costs a walk through the trace.
 *
 * Returns: the %JUG_EVENT_LINE, or %JUG_NO_EVENT if there is none
 */
guint32 jug_line_steps_find (JugTrace *trace,
                             guint line,
                             gboolean is_native,
                             guint32 task,
                             guint32 event,
                             int direction);

/**
 * jug_line_steps_find_step:
 * @trace: a trace
 * @event: an event of a task
 *
 * Returns: the %JUG_EVENT_STEP of the task within which it happened, or %JUG_NO_EVENT
 */
guint32 jug_line_steps_find_step (JugTrace *trace, guint32 event);

/**
 * jug_line_steps_get_line:
 * @trace: a trace
 * @event: a step, or any other event of a task
 * @is_native: whether the line is to be one of the native source
 *
 * Returns: the line to which the task comes in a step, or where it is at any other event;
 * 0 if that is not known
 */
guint jug_line_steps_get_line (JugTrace *trace, guint32 event, gboolean is_native);

/**
 * jug_line_steps_comes_to:
 * @trace: a trace
 * @event: any event
 * @line: a line of the program, from 1
 * @is_native: whether it is one of the native source
 *
 * Whether @event is a step in which its task came to a line, or the wait at that line in
 * which the step ended.  It costs a walk through that step alone.
 */
gboolean
jug_line_steps_comes_to (JugTrace *trace, guint32 event, guint line, gboolean is_native);

G_END_DECLS
