/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which tasks are at which line of a program. */
#pragma once

#include "jug-cursor.h"

G_BEGIN_DECLS

/**
 * JugTaskPlace:
 * @line: from 1
 *
 * Where a task is.
 */
typedef struct
{
  guint line;
  guint32 task;
  JugStatus status;
  char *label;
} JugTaskPlace;

/**
 * JugTaskPlaces:
 *
 * The places of tasks by line, and at each line in the order of tasks.
 */
typedef struct _JugTaskPlaces JugTaskPlaces;

/**
 * jug_task_places_new:
 *
 * Returns: (transfer full): no places
 */
JugTaskPlaces *jug_task_places_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_task_places_free:
 *
 * Frees the places with their labels.
 */
void jug_task_places_free (JugTaskPlaces *self);

/* Refilling: clear, add, sort */

/**
 * jug_task_places_clear:
 *
 * Removes all places; those that were got before are gone.
 */
void jug_task_places_clear (JugTaskPlaces *self);

/**
 * jug_task_places_add:
 * @line: from 1
 * @label: how the task is called; copied
 *
 * Adds a place in any order; it can be looked up after jug_task_places_sort().
 */
void jug_task_places_add (
    JugTaskPlaces *self, guint line, guint32 task, JugStatus status, const char *label);

/**
 * jug_task_places_sort:
 *
 * Brings the places into the order of lines, and at each line of tasks; takes back what
 * jug_task_places_show_running() has moved.
 */
void jug_task_places_sort (JugTaskPlaces *self);

/**
 * jug_task_places_get_n:
 *
 * Returns: how many places there are at all lines together
 */
guint jug_task_places_get_n (JugTaskPlaces *self);

/**
 * jug_task_places_get:
 * @index: below jug_task_places_get_n()
 *
 * Returns: (transfer none): a place, good until they change
 */
const JugTaskPlace *jug_task_places_get (JugTaskPlaces *self, guint index);

/**
 * jug_task_places_find:
 * @n_places: (out): how many tasks are at @line
 *
 * Returns: the index of the first of them, good until they change
 */
guint jug_task_places_find (JugTaskPlaces *self, guint line, guint *n_places);

/**
 * jug_task_places_show_running:
 * @n_shown: so many of the first @n_places are shown
 *
 * Moves the task that runs to the front of its line if it would not be shown.
 *
 * Returns: whether it moved
 */
gboolean jug_task_places_show_running (JugTaskPlaces *self,
                                       guint first,
                                       guint n_places,
                                       guint n_shown);

/**
 * jug_task_places_dup_text:
 *
 * Returns: (nullable): what the tasks at @line do there, one in each row; %NULL if there
 *   are none
 */
char *jug_task_places_dup_text (JugTaskPlaces *self, guint line);

/**
 * jug_task_places_dup_names:
 *
 * Returns: the names of @n_places tasks in one row
 */
char *jug_task_places_dup_names (JugTaskPlaces *self, guint first, guint n_places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugTaskPlaces, jug_task_places_free)

G_END_DECLS
