/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beside the code: the numbers of lines, and a chip for every task where it is. */
#pragma once

#include <gtksourceview/gtksource.h>

#include "jug-cursor.h"

G_BEGIN_DECLS

#define JUG_TYPE_TASK_GUTTER (jug_task_gutter_get_type ())

/**
 * JugTaskGutter:
 *
 * Draws the number of each line, and before it the tasks that are there as chips with
 * their names: filled if the task runs, with a dashed edge if it is ready, else outlined.
 * Where more tasks are at a line than there is room for, the last chip counts them.  The
 * room depends on the width of the view; within it, it grows as names need it and does
 * not shrink, so that the code does not move to and fro.
 */
G_DECLARE_FINAL_TYPE (
    JugTaskGutter, jug_task_gutter, JUG, TASK_GUTTER, GtkSourceGutterRenderer)

/**
 * jug_task_gutter_new:
 *
 * Returns: (transfer floating): a renderer without tasks, to be put into a gutter
 */
GtkSourceGutterRenderer *jug_task_gutter_new (void);

/* Refilling: clear, add in the order of tasks, done */

/**
 * jug_task_gutter_clear:
 *
 * Takes all tasks away; the room for them stays.
 */
void jug_task_gutter_clear (JugTaskGutter *self);

/**
 * jug_task_gutter_add:
 * @line: from 1
 */
void jug_task_gutter_add (
    JugTaskGutter *self, guint line, guint32 task, JugStatus status, const char *label);

/**
 * jug_task_gutter_done:
 *
 * Draws what was added, and asks for more room if that or the numbers of lines need it.
 * Also to be called when the text has got more or fewer lines; not while sizes are given.
 */
void jug_task_gutter_done (JugTaskGutter *self);

/**
 * jug_task_gutter_reset:
 *
 * Another program: empties it and lets it shrink.
 */
void jug_task_gutter_reset (JugTaskGutter *self);

/**
 * jug_task_gutter_reserve:
 *
 * Sees to it that there is always room for a chip with @label.
 */
void jug_task_gutter_reserve (JugTaskGutter *self, const char *label);

/**
 * jug_task_gutter_set_view_width:
 *
 * Says how wide the view is, which must not be done while sizes are given.
 */
void jug_task_gutter_set_view_width (JugTaskGutter *self, int width);

G_END_DECLS
