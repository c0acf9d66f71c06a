/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button that says which lanes are hidden, and shows them. */
#pragma once

#include "jug-timeline-chart.h"

G_BEGIN_DECLS

#define JUG_TYPE_HIDDEN_LANES (jug_hidden_lanes_get_type ())

/**
 * JugHiddenLanes:
 *
 * Only seen while lanes are hidden.  At an event of one of them it is about that lane,
 * unless the playhead plays or follows a run and would soon be elsewhere.
 */
G_DECLARE_FINAL_TYPE (JugHiddenLanes, jug_hidden_lanes, JUG, HIDDEN_LANES, GtkButton)

/**
 * jug_hidden_lanes_set_session:
 * @self: a button; this is called once
 * @chart: whose lanes they are; it may go before @self does
 * @session: the session that @chart shows
 *
 * Tells of the lanes of @chart from now on.
 */
void jug_hidden_lanes_set_session (JugHiddenLanes *self,
                                   JugTimelineChart *chart,
                                   JugSession *session);

G_END_DECLS
