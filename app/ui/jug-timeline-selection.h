/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session's selection as a thing of the timeline, and the ways to move it. */
#pragma once

#include "jug-lanes.h"
#include "jug-picture-ref.h"
#include "jug-session.h"

G_BEGIN_DECLS

/**
 * jug_timeline_selection_get:
 *
 * Returns: what of a timeline the selected task and event are
 */
JugPictureRef jug_timeline_selection_get (JugSession *session);

/**
 * jug_timeline_selection_set:
 *
 * Selects what @ref names; a step on the loop's lane is that of its task.
 */
void jug_timeline_selection_set (JugSession *session, const JugPictureRef *ref);

/**
 * jug_timeline_selection_get_stretch:
 *
 * From which event to which @ref reaches.
 *
 * Returns: %FALSE if it names no stretch
 */
gboolean jug_timeline_selection_get_stretch (JugSpanIndex *index,
                                             const JugPictureRef *ref,
                                             guint32 *first,
                                             guint32 *last);

/**
 * jug_timeline_selection_move_row:
 *
 * Selects the next lane below (1) or above (-1); the first or last if none was selected.
 */
void
jug_timeline_selection_move_row (JugSession *session, JugLanes *lanes, int direction);

/**
 * jug_timeline_selection_move_bar:
 *
 * Selects the next (1) or previous (-1) bar of the selected lane, or of that at the
 * playhead, and moves the playhead to its beginning.
 */
void jug_timeline_selection_move_bar (JugSession *session, int direction);

G_END_DECLS
