/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which signs occur in a timeline, so that a legend explains those and no others. */
#pragma once

#include "jug-span-index.h"

G_BEGIN_DECLS

/* Where cancel() is called more often than this, none of the signs could be told from
 * others, and none is drawn. */
#define JUG_LEGEND_MAX_CANCELS 2000

/* The signs, as a set. */
typedef enum
{
  JUG_LEGEND_RUNNING = 1 << 0,
  JUG_LEGEND_READY = 1 << 1,
  JUG_LEGEND_WAITING = 1 << 2,
  JUG_LEGEND_DONE = 1 << 3,
  JUG_LEGEND_FAILED = 1 << 4,
  JUG_LEGEND_CANCELLED = 1 << 5,
  JUG_LEGEND_CALLBACK = 1 << 6,
  JUG_LEGEND_IDLE = 1 << 7,
  JUG_LEGEND_MOMENT = 1 << 8, /* a step that took no time has room on the time axis */
  JUG_LEGEND_CANCEL = 1 << 9, /* cancel() is called */
  JUG_LEGEND_NEIGHBOURS = 1 << 10, /* the loop runs one step after another */
} JugLegend;

JugLegend jug_legend_find (JugSpanIndex *index);

G_END_DECLS
