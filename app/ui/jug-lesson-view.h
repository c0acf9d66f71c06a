/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a lesson, page by page. */
#pragma once

#include <adwaita.h>

#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_LESSON_VIEW (jug_lesson_view_get_type ())

/**
 * JugLessonView:
 *
 * Shows the page of a session's lesson, and turns pages by the actions
 * `win.previous-page` and `win.next-page`.
 */
G_DECLARE_FINAL_TYPE (JugLessonView, jug_lesson_view, JUG, LESSON_VIEW, GtkBox)

/**
 * jug_lesson_view_set_session:
 * @self: a view
 * @session: a session; not %NULL
 *
 * Shows the page that @session is at from now on, or that no lesson is open.  It keeps a
 * reference to @session until another one is set or @self is disposed.
 */
void jug_lesson_view_set_session (JugLessonView *self, JugSession *session);

G_END_DECLS
