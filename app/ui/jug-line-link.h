/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the pointer rests in the timeline, the program answers, and the other way round.
 */
#pragma once

#include "jug-code-view.h"
#include "jug-timeline-chart.h"

G_BEGIN_DECLS

/**
 * jug_line_link_add:
 *
 * From now on a bar of @chart under the pointer lights its line in @code, and a line of
 * @code under the pointer lights its bars in @chart.  It ends with either of them.
 */
void jug_line_link_add (JugTimelineChart *chart, JugCodeView *code);

G_END_DECLS
