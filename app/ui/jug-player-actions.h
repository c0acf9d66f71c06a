/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that move the playhead, as actions. */
#pragma once

#include <gio/gio.h>

#include "jug-session.h"

G_BEGIN_DECLS

/**
 * jug_player_actions_new:
 *
 * The group "player": play (a switch), step-forward and step-back (by what the action
 * unit says), next-/previous-iteration, -of-task and -output, page-forward and page-back,
 * start, end, follow (the live edge; a switch), every-event (a switch), unit ("event",
 * "iteration", "step", "output") and speed.  What cannot be done at the moment is
 * disabled.
 *
 * Returns: (transfer full): the actions, which follow @session
 */
GSimpleActionGroup *jug_player_actions_new (JugSession *session)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
