/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a program, with every task at the line where it is. */
#pragma once

#include <adwaita.h>
#include <gtksourceview/gtksource.h>

#include "jug-line-diff.h"
#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_PROGRAM_VIEW (jug_program_view_get_type ())

/**
 * JugProgramView:
 *
 * Shows one text, to be read or edited.  While that is what ran, tasks stand beside their
 * lines, the line that runs is tinted, and that of the selected bar has a sign.
 */
G_DECLARE_FINAL_TYPE (JugProgramView, jug_program_view, JUG, PROGRAM_VIEW, AdwBin)

/**
 * JugProgramView::line-activated:
 * @line: from 1
 * @any_task: whether it is not only about the selected task
 *
 * The number of a line was clicked.
 */

/**
 * JugProgramView::line-pointed:
 * @line: from 1, or 0 for none
 *
 * The pointer came to another line of what ran, or left it.
 */

/**
 * jug_program_view_new:
 *
 * Returns: (transfer floating): a view with an empty text, which cannot be changed
 */
GtkWidget *jug_program_view_new (void);

/**
 * jug_program_view_set_session:
 * @session: a session; not %NULL
 *
 * From now on shows where the tasks of @session are, while the text is what ran.  Keeps a
 * reference to @session until another one is set or @self is disposed.
 */
void jug_program_view_set_session (JugProgramView *self, JugSession *session);

/**
 * jug_program_view_show_text:
 * @language: "python3" or "c"
 * @label: what a screen reader calls it
 *
 * Shows a text that cannot be changed.
 */
void jug_program_view_show_text (JugProgramView *self,
                                 const char *text,
                                 const char *language,
                                 const char *label);

/**
 * jug_program_view_show_buffer:
 * @label: what a screen reader calls it
 *
 * Shows a text that can be changed.
 */
void jug_program_view_show_buffer (JugProgramView *self,
                                   GtkSourceBuffer *buffer,
                                   const char *label);

/**
 * jug_program_view_set_of_run:
 * @is_of_run: whether the text is what ran
 * @is_native: whether it is in C
 */
void jug_program_view_set_of_run (JugProgramView *self,
                                  gboolean is_of_run,
                                  gboolean is_native);

/**
 * jug_program_view_set_error:
 * @line: from 1, or 0 for none
 * @message: (nullable): what happened there
 */
void jug_program_view_set_error (JugProgramView *self, guint line, const char *message);

/**
 * jug_program_view_set_diff:
 * @diff: (nullable) (transfer full): what differs from another text
 * @is_old: whether the text shown is the old one
 */
void jug_program_view_set_diff (JugProgramView *self, JugLineDiff *diff, gboolean is_old);

/**
 * jug_program_view_light_event:
 * @event: an event of the run, or %JUG_NO_EVENT
 *
 * Tints the line of what ran where the task is at @event; there is one such line at a
 * time.  The text does not move.
 */
void jug_program_view_light_event (JugProgramView *self, guint32 event);

/* Lines, from 1; that of the cursor */

/**
 * jug_program_view_scroll_to_line:
 * @line: if there is no such line, nothing happens
 *
 * Scrolls as far as it takes to see @line; cursor and focus stay where they are.
 */
void jug_program_view_scroll_to_line (JugProgramView *self, guint line);

/**
 * jug_program_view_go_to_line:
 * @line: if there is no such line, nothing happens
 *
 * Puts the cursor to the start of @line, shows it, and gives the text the focus.
 */
void jug_program_view_go_to_line (JugProgramView *self, guint line);

/**
 * jug_program_view_get_line:
 *
 * Returns: the line of the cursor, at least 1
 */
guint jug_program_view_get_line (JugProgramView *self);

G_END_DECLS
