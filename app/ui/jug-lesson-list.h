/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sidebar: all lessons by unit. */
#pragma once

#include <adwaita.h>

#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_LESSON_LIST (jug_lesson_list_get_type ())

/**
 * JugLessonList:
 *
 * A row per lesson under the title of its unit; choosing one opens it.
 */
G_DECLARE_FINAL_TYPE (JugLessonList, jug_lesson_list, JUG, LESSON_LIST, GtkBox)

/**
 * JugLessonList::chosen:
 *
 * The person has chosen a lesson, perhaps the one that is open already.
 */

/**
 * jug_lesson_list_set_session:
 * @self: a list; this is called once
 * @session: a session; not %NULL
 *
 * Adds a row for each lesson of the catalogue, and from now on selects that of the lesson
 * which is open.  It keeps a reference to @session until @self is disposed.
 */
void jug_lesson_list_set_session (JugLessonList *self, JugSession *session);

G_END_DECLS
