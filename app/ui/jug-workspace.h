/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What fills the window beside the sidebar: header, panes, player, timeline. */
#pragma once

#include <adwaita.h>

#include "jug-code-view.h"
#include "jug-draft.h"
#include "jug-notes-button.h"
#include "jug-session.h"
#include "jug-timeline-chart.h"

G_BEGIN_DECLS

#define JUG_TYPE_WORKSPACE (jug_workspace_get_type ())

/**
 * JugWorkspace:
 *
 * Shows a session as what it is: empty, being recorded, failed, or with all its views.
 */
G_DECLARE_FINAL_TYPE (JugWorkspace, jug_workspace, JUG, WORKSPACE, GtkBox)

/**
 * jug_workspace_set_session:
 * @session: a session; not %NULL
 *
 * Has to be called once, before the settings are set and before the workspace is used.
 * It shows @session and keeps a reference to it until @self is disposed.
 */
void jug_workspace_set_session (JugWorkspace *self, JugSession *session);

/**
 * jug_workspace_set_settings:
 * @settings: (nullable): where sizes and the language of the code are remembered
 */
void jug_workspace_set_settings (JugWorkspace *self, GSettings *settings);

/**
 * jug_workspace_set_player:
 * @player: the group "player"
 */
void jug_workspace_set_player (JugWorkspace *self, GActionGroup *player);

/**
 * jug_workspace_get_chart:
 *
 * Returns: (transfer none): the timeline; it is there from the beginning, and always the
 *   same
 */
JugTimelineChart *jug_workspace_get_chart (JugWorkspace *self);

/**
 * jug_workspace_get_code:
 *
 * Returns: (transfer none): the view of the program, always the same; it can be used once
 *   there is a session
 */
JugCodeView *jug_workspace_get_code (JugWorkspace *self);

/**
 * jug_workspace_get_draft:
 *
 * Returns: (nullable): the text that is being edited; there is one once there is a
 * session
 */
JugDraft *jug_workspace_get_draft (JugWorkspace *self);

/**
 * jug_workspace_show_code:
 *
 * Brings the code to the front where there is room for one thing at a time.
 */
void jug_workspace_show_code (JugWorkspace *self);

/**
 * jug_workspace_get_notes:
 *
 * Returns: (transfer none): where notes are listed and written
 */
JugNotesButton *jug_workspace_get_notes (JugWorkspace *self);

/**
 * jug_workspace_find:
 * @direction: 0 to open the bar in which one types what to find; 1 and -1 to go to the
 * next and to the previous place
 */
void jug_workspace_find (JugWorkspace *self, int direction);

/**
 * jug_workspace_tell:
 *
 * Shows @message for a while.
 */
void jug_workspace_tell (JugWorkspace *self, const char *message);

G_END_DECLS
