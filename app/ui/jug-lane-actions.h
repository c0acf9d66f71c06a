/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that arrange the lanes of the timeline, and their menu. */
#pragma once

#include "jug-timeline-chart.h"

G_BEGIN_DECLS

/**
 * jug_lane_actions_new:
 *
 * The commands are about the selected lane.
 *
 * Returns: (transfer full): the group "lanes": pin, hide, show-all, move-up, move-down,
 * copy, menu
 */
GSimpleActionGroup *jug_lane_actions_new (JugTimelineChart *chart, JugSession *session)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_lane_menu_show:
 * @x: where, in px of @chart
 * @y: where
 *
 * Shows the menu of the selected lane.
 */
void jug_lane_menu_show (JugTimelineChart *chart, double x, double y);

G_END_DECLS
