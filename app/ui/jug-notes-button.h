/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of bookmarks and notes, in a popover. */
#pragma once

#include <adwaita.h>

#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_NOTES_BUTTON (jug_notes_button_get_type ())

/**
 * JugNotesButton:
 *
 * A row for each note of the session's trace: its time, which goes there, its text, which
 * can be changed, and a button that deletes it.
 */
G_DECLARE_FINAL_TYPE (JugNotesButton, jug_notes_button, JUG, NOTES_BUTTON, AdwBin)

/**
 * jug_notes_button_set_session:
 * @session: a session; not %NULL
 *
 * Lists the notes of @session from now on, and changes those.  Keeps a reference to
 * @session until another one is set or @self is disposed.
 */
void jug_notes_button_set_session (JugNotesButton *self, JugSession *session);

/**
 * jug_notes_button_write:
 * @event: where there is a note
 *
 * Opens the list with the focus in the text of that note, if there is room for the
 * button.
 */
void jug_notes_button_write (JugNotesButton *self, guint32 event);

G_END_DECLS
