/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a drawn timeline assistive technology gets to read, in reading order. */
#pragma once

#include "jug-item-set.h"
#include "jug-timeline-layout.h"

G_BEGIN_DECLS

/**
 * jug_timeline_reader_fill:
 * @list: the chart as it is drawn
 * @items: to be filled anew; between begin and end
 * @max_bars: if more bars than that are to be seen, lanes stand for them
 *
 * Adds lane by lane its name and its bars that are at least partly to be seen, and what
 * is selected in any case.
 */
void jug_timeline_reader_fill (JugTimelineLayout *layout,
                               JugDisplayList *list,
                               JugItemSet *items,
                               guint max_bars);

G_END_DECLS
