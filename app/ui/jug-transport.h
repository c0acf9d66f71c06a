/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row with which a run is played and stepped through. */
#pragma once

#include <adwaita.h>

#include "jug-notes-button.h"
#include "jug-room.h"
#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_TRANSPORT (jug_transport_get_type ())

/**
 * JugTransport:
 *
 * Buttons for the actions of the groups "player" and "timeline", around the caption.  In
 * a narrow window the caption stands above them, and what does not fit is in a menu.
 */
G_DECLARE_FINAL_TYPE (JugTransport, jug_transport, JUG, TRANSPORT, GtkBox)

/**
 * jug_transport_set_session:
 * @session: a session; not %NULL
 *
 * From now on shows how the playhead of @session plays, its narration and its notes.
 * Keeps a reference to @session until another one is set or @self is disposed.
 */
void jug_transport_set_session (JugTransport *self, JugSession *session);

/**
 * jug_transport_set_player:
 * @player: the group "player", whose chosen unit is shown
 */
void jug_transport_set_player (JugTransport *self, GActionGroup *player);

/**
 * jug_transport_arrange:
 *
 * Arranges it for so much room.
 */
void jug_transport_arrange (JugTransport *self, JugRoomSize size);

/**
 * jug_transport_get_notes:
 *
 * Returns: (transfer none): where notes are listed and written
 */
JugNotesButton *jug_transport_get_notes (JugTransport *self);

G_END_DECLS
