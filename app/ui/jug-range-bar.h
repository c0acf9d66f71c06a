/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened in the marked range, below the timeline. */
#pragma once

#include <gtk/gtk.h>

#include "jug-room.h"
#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_RANGE_BAR (jug_range_bar_get_type ())

/**
 * JugRangeBar:
 *
 * A bar that is there while a range of the run is marked: how long it is and how much
 * happened in it, and in a popover, what each task did.
 */
G_DECLARE_FINAL_TYPE (JugRangeBar, jug_range_bar, JUG, RANGE_BAR, GtkBox)

/**
 * JUG_RANGE_BAR_MAX_LANES:
 *
 * Of so many tasks it is told what they did; of the others, how many they are.
 */
#define JUG_RANGE_BAR_MAX_LANES 100

/**
 * jug_range_bar_set_session:
 * @session: (nullable): whose range it tells of; %NULL: the bar hides
 *
 * Tells of what is marked in @session from now on, and hides while nothing is.  Keeps a
 * reference to @session until another one is set or @self is disposed.
 */
void jug_range_bar_set_session (JugRangeBar *self, JugSession *session);

/**
 * jug_range_bar_arrange:
 *
 * Takes as much room as there is.
 */
void jug_range_bar_arrange (JugRangeBar *self, JugRoomSize size);

G_END_DECLS
