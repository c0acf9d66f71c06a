/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All lessons, by unit, in the order in which they are taught. */
#pragma once

#include "jug-lesson.h"

G_BEGIN_DECLS

#define JUG_TYPE_CATALOGUE (jug_catalogue_get_type ())

/**
 * JugCatalogue:
 *
 * The lessons of a folder, as its catalogue.xml lists them.  Immutable once loaded; as a
 * #GListModel it is the lessons (#JugLesson) of all units in their order.
 */
G_DECLARE_FINAL_TYPE (JugCatalogue, jug_catalogue, JUG, CATALOGUE, GObject)

/**
 * jug_catalogue_load:
 * @folder: the folder with catalogue.xml; may be a `resource://` one
 * @error: what is wrong, beginning with file:line:column where that is known
 *
 * Reads a catalogue and all its lessons.  It blocks while it reads the files.
 *
 * Returns: (transfer full): the catalogue, or %NULL with an error of %JUG_LESSON_ERROR or
 *   %G_IO_ERROR
 */
JugCatalogue *jug_catalogue_load (GFile *folder, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_catalogue_get_n_units:
 * @self: a catalogue
 *
 * Returns: how many units there are
 */
guint jug_catalogue_get_n_units (JugCatalogue *self);

/**
 * jug_catalogue_get_unit_id:
 * @self: a catalogue
 * @unit: which unit, from 0
 *
 * Returns: (transfer none): the unit's id, as "tasks"
 */
const char *jug_catalogue_get_unit_id (JugCatalogue *self, guint unit);

/**
 * jug_catalogue_get_unit_title:
 * @self: a catalogue
 * @unit: which unit, from 0
 *
 * Returns: (transfer none): the unit's title, as plain text
 */
const char *jug_catalogue_get_unit_title (JugCatalogue *self, guint unit);

/**
 * jug_catalogue_get_n_lessons:
 * @self: a catalogue
 * @unit: which unit, from 0
 *
 * Returns: how many lessons the unit has, at least 1
 */
guint jug_catalogue_get_n_lessons (JugCatalogue *self, guint unit);

/**
 * jug_catalogue_get_lesson:
 * @self: a catalogue
 * @unit: which unit, from 0
 * @position: which of its lessons, from 0
 *
 * Returns: (transfer none): the lesson
 */
JugLesson *jug_catalogue_get_lesson (JugCatalogue *self, guint unit, guint position);

/**
 * jug_catalogue_find_unit:
 * @self: a catalogue
 * @lesson: a lesson of it
 * @position: (out) (optional): which of the unit's lessons it is, from 0
 *
 * Returns: which unit the lesson belongs to, from 0, or %G_MAXUINT if it is not in the
 *   catalogue
 */
guint jug_catalogue_find_unit (JugCatalogue *self, JugLesson *lesson, guint *position);

/**
 * jug_catalogue_find:
 * @self: a catalogue
 * @id: a lesson's id, `UNIT/LESSON`, or its last part if no other lesson's is the same
 * @error: that there is none; names the one that may have been meant
 *
 * Finds a lesson.
 *
 * Returns: (transfer none): the lesson, or %NULL with %JUG_LESSON_ERROR_UNKNOWN
 */
JugLesson *jug_catalogue_find (JugCatalogue *self, const char *id, GError **error);

/**
 * jug_catalogue_get_neighbour:
 * @self: a catalogue
 * @lesson: a lesson of it
 * @offset: 1 for the next one, -1 for the one before
 *
 * Returns: (transfer none) (nullable): the lesson so many places further on, over all
 * units
 */
JugLesson *
jug_catalogue_get_neighbour (JugCatalogue *self, JugLesson *lesson, int offset);

G_END_DECLS
