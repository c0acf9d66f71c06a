/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened in a stretch of a run, in numbers. */
#pragma once

#include "jug-range.h"
#include "jug-span-index.h"

G_BEGIN_DECLS

/**
 * JugRangeLane:
 * @task: whose lane
 * @running_ns: for how long it ran in the range
 * @ready_ns: for how long it was ready
 * @waiting_ns: for how long it waited
 * @n_steps: how many of its steps began
 *
 * What a task did in a range.
 */
typedef struct
{
  guint32 task;
  gint64 running_ns;
  gint64 ready_ns;
  gint64 waiting_ns;
  guint32 n_steps;
} JugRangeLane;

/**
 * JugRangeStats:
 * @duration_ns: how long the range is
 * @busy_ns: for how long the loop ran steps and callbacks in it
 * @n_events: how many events are in it
 * @n_steps: how many steps began in it
 * @n_iterations: how many iterations began in it
 *
 * What happened in a range.
 */
typedef struct
{
  gint64 duration_ns;
  gint64 busy_ns;
  guint32 n_events;
  guint32 n_steps;
  guint32 n_iterations;
} JugRangeStats;

/**
 * jug_range_stats_get:
 *
 * Sums a range up; what that costs does not depend on its length.
 */
JugRangeStats jug_range_stats_get (JugSpanIndex *index, const JugRange *range);

/**
 * jug_range_stats_get_lane:
 * @task: a task
 * @lane: (out): what it did
 *
 * Sums up what one task did in a range.
 *
 * Returns: %FALSE if the task was not there in the range
 */
gboolean jug_range_stats_get_lane (JugSpanIndex *index,
                                   const JugRange *range,
                                   guint32 task,
                                   JugRangeLane *lane);

G_END_DECLS
