/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that look around in the timeline, as actions. */
#pragma once

#include <gio/gio.h>

#include "jug-timeline-chart.h"

G_BEGIN_DECLS

/**
 * jug_timeline_actions_new:
 *
 * The group "timeline": zoom-in, zoom-out, fit-all, fit-selection, scroll-left,
 * scroll-right, page-left, page-right, scroll-start, scroll-end, lane-above, lane-below,
 * next-bar, previous-bar, flow-back, flow-forward, clear-selection, axis ("time" or
 * "steps") and toggle-axis.
 *
 * Returns: (transfer full): the actions, for as long as @chart lives
 */
GSimpleActionGroup *jug_timeline_actions_new (JugTimelineChart *chart,
                                              JugSession *session)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
