/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of the window that are neither the player's nor the timeline's. */
#pragma once

#include "jug-window.h"
#include "jug-workspace.h"

G_BEGIN_DECLS

/**
 * jug_window_actions_add:
 * @window: gets the actions: show-lessons, choose-lesson, open-lesson, next- and
 * previous-lesson, next- and previous-page, run-again, cancel-run, open, open-file,
 * save-trace, find, find-next, find-previous, follow-task, fullscreen, back-out,
 * show-shortcuts, about
 * @split: the sidebar and the rest; see jug_split_new()
 */
void jug_window_actions_add (JugWindow *window,
                             JugSession *session,
                             GtkWidget *split,
                             JugWorkspace *workspace);

G_END_DECLS
