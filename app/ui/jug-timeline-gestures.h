/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pointer, wheel, touchpad and the physical keys do to the timeline. */
#pragma once

#include "jug-timeline-chart.h"

G_BEGIN_DECLS

/**
 * jug_timeline_gestures_add:
 *
 * Wheel and two fingers are left to the scrolled window around the chart, but for
 * Ctrl+wheel and pinch, which zoom about the pointer.  A drag on the ruler scrubs, one on
 * the lanes marks a range, with the middle button it pans.  A click selects, a double
 * click fits what was clicked, or goes back.
 *
 * W, S, A, D, F, R and T act by where they are on the keyboard, whatever is written on
 * them.
 */
void jug_timeline_gestures_add (JugTimelineChart *chart);

G_END_DECLS
