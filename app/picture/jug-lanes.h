/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lanes a timeline has, and in which order. */
#pragma once

#include "jug-span-index.h"

G_BEGIN_DECLS

/**
 * JugLanes:
 *
 * The rows of a timeline as a person has arranged them: row 0 is the loop, below it are
 * the lanes that were pinned, then the others in the index's order or as they were moved;
 * those that were hidden have no row.  Tasks that are created later come where the index
 * has them: behind the one that is before them there.  To hide a lane does nothing to its
 * children.
 */
typedef struct _JugLanes JugLanes;

/**
 * jug_lanes_new:
 *
 * All lanes that @index has, in its order.  Keeps a reference to @index.
 */
JugLanes *jug_lanes_new (JugSpanIndex *index) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_lanes_free:
 *
 * Frees the lanes.
 */
void jug_lanes_free (JugLanes *self);

/**
 * jug_lanes_get_n_rows:
 *
 * How many rows there are, at least that of the loop.
 */
guint32 jug_lanes_get_n_rows (JugLanes *self);

/**
 * jug_lanes_get_row_task:
 *
 * The task whose lane is row @row, %JUG_TASK_LOOP for row 0.
 */
guint32 jug_lanes_get_row_task (JugLanes *self, guint32 row);

/**
 * jug_lanes_get_task_row:
 *
 * Returns: the row of @task's lane, or %JUG_NO_ROW if it has none
 */
guint32 jug_lanes_get_task_row (JugLanes *self, guint32 task);

/**
 * jug_lanes_get_n_pinned:
 *
 * How many rows below that of the loop are pinned.
 */
guint32 jug_lanes_get_n_pinned (JugLanes *self);

/**
 * jug_lanes_get_n_hidden:
 *
 * How many lanes have no row.
 */
guint32 jug_lanes_get_n_hidden (JugLanes *self);

/**
 * jug_lanes_is_pinned:
 *
 * Whether @task's lane was pinned, hidden or not.
 */
gboolean jug_lanes_is_pinned (JugLanes *self, guint32 task);

/**
 * jug_lanes_is_hidden:
 *
 * Whether @task's lane was hidden.
 */
gboolean jug_lanes_is_hidden (JugLanes *self, guint32 task);

/**
 * jug_lanes_set_pinned:
 * @task: a task, not the loop
 *
 * Pins a lane below those that are pinned already, or lets it go back to its place.  To
 * pin a hidden lane shows it.
 */
void jug_lanes_set_pinned (JugLanes *self, guint32 task, gboolean pinned);

/**
 * jug_lanes_set_hidden:
 * @task: a task, not the loop
 *
 * Hides a lane or shows it where it was.
 */
void jug_lanes_set_hidden (JugLanes *self, guint32 task, gboolean hidden);

/**
 * jug_lanes_show_all:
 *
 * Shows all lanes that were hidden.
 */
void jug_lanes_show_all (JugLanes *self);

/**
 * jug_lanes_move:
 * @task: a task, not the loop
 * @direction: 1 for down, -1 for up
 *
 * Has a lane change places with its visible neighbour; a pinned one stays among the
 * pinned.
 *
 * Returns: %FALSE if there is none
 */
gboolean jug_lanes_move (JugLanes *self, guint32 task, int direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugLanes, jug_lanes_free)

G_END_DECLS
