/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that set bookmarks and go to them. */
#pragma once

#include "jug-notes-button.h"

G_BEGIN_DECLS

/**
 * jug_note_actions_new:
 * @button: where a note is written
 *
 * Returns: (transfer full): the group "notes": bookmark, write, next, previous
 */
GSimpleActionGroup *jug_note_actions_new (JugNotesButton *button, JugSession *session)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
