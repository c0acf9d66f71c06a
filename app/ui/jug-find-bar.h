/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar over the timeline in which one types what to find. */
#pragma once

#include <adwaita.h>

#include "jug-timeline-chart.h"

G_BEGIN_DECLS

#define JUG_TYPE_FIND_BAR (jug_find_bar_get_type ())

/**
 * JugFindBar:
 *
 * Searches the session's trace while the window is idle, has the timeline mark what was
 * found, and goes from one place to the next: it selects it and moves the playhead there.
 * How many there are is said and read aloud.
 */
G_DECLARE_FINAL_TYPE (JugFindBar, jug_find_bar, JUG, FIND_BAR, AdwBin)

/**
 * jug_find_bar_set_session:
 * @chart: follows the session already
 */
void
jug_find_bar_set_session (JugFindBar *self, JugTimelineChart *chart, JugSession *session);

/**
 * jug_find_bar_open:
 *
 * Shows the bar and gives it the focus, which goes back when it is closed.
 */
void jug_find_bar_open (JugFindBar *self);

/**
 * jug_find_bar_step:
 * @direction: 1 for the next place, -1 for the one before
 *
 * Goes there from where the playhead is; opens the bar if it is closed.
 */
void jug_find_bar_step (JugFindBar *self, int direction);

G_END_DECLS
