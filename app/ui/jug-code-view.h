/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program, to be read or edited, with every task at the line where it is. */
#pragma once

#include <adwaita.h>

#include "jug-draft.h"

G_BEGIN_DECLS

#define JUG_TYPE_CODE_VIEW (jug_code_view_get_type ())

/**
 * JugCodeView:
 *
 * Shows a session's program: a lesson's in Python or in C, as #JugCodeView:language says,
 * or what the learner has made of it; somebody's own program as it is being edited.  Says
 * so if the text is not what ran, and where the program failed.
 */
G_DECLARE_FINAL_TYPE (JugCodeView, jug_code_view, JUG, CODE_VIEW, GtkBox)

/**
 * JugCodeView::told:
 * @message: a sentence
 *
 * There is something to be said that is not worth keeping.
 */

/**
 * JugCodeView:language:
 *
 * Which of a lesson's programs is shown: "python" or "c".
 */

/**
 * JugCodeView::comparing-changed:
 *
 * Comparing has begun or ended; it ends by itself where there is nothing to compare.
 */

/**
 * JugCodeView::line-pointed:
 * @line: from 1, or 0 for none
 * @is_native: whether it is one of the native source
 *
 * The pointer came to another line of what ran, or left it.
 */

/**
 * jug_code_view_set_draft:
 * @draft: what is edited, and by its session what ran
 *
 * Has to be called before any other of these functions, and once.  Keeps references to
 * @draft and to its session until @self is disposed.
 */
void jug_code_view_set_draft (JugCodeView *self, JugDraft *draft);

/**
 * jug_code_view_set_settings:
 * @settings: (nullable): where it is remembered how programs are run
 */
void jug_code_view_set_settings (JugCodeView *self, GSettings *settings);

/**
 * jug_code_view_edit:
 *
 * Shows the text that can be changed and gives it the focus; there is one afterwards if a
 * lesson is open.
 */
void jug_code_view_edit (JugCodeView *self);

/**
 * jug_code_view_is_editing:
 *
 * Returns: whether a text is shown that can be changed
 */
gboolean jug_code_view_is_editing (JugCodeView *self);

/**
 * jug_code_view_show_written:
 *
 * Shows the lesson's program as it is written.
 */
void jug_code_view_show_written (JugCodeView *self);

/**
 * jug_code_view_set_comparing:
 *
 * Shows the original beside the text that is being edited, or does not any more.
 */
void jug_code_view_set_comparing (JugCodeView *self, gboolean is_comparing);

/**
 * jug_code_view_is_comparing:
 *
 * Comparing ends by itself when the text that is shown is not being edited any more.
 *
 * Returns: whether the original is shown beside the text that is being edited
 */
gboolean jug_code_view_is_comparing (JugCodeView *self);

/**
 * jug_code_view_go_along_line:
 * @direction: 1 for the next time, -1 for the one before
 *
 * Moves the playhead to where a task came to the line in which the cursor is.
 */
void jug_code_view_go_along_line (JugCodeView *self, int direction);

/**
 * jug_code_view_light_event:
 * @event: an event of the run, or %JUG_NO_EVENT
 *
 * Tints the line where the task is at @event.
 */
void jug_code_view_light_event (JugCodeView *self, guint32 event);

G_END_DECLS
