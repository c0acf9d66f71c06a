/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline of a whole trace as text for a terminal. */
#pragma once

#include "jug-timeline-layout.h"

G_BEGIN_DECLS

/**
 * JugTextTimelineOptions:
 * @width: of the terminal, in columns; 0: 80
 * @ascii: use ASCII alone, because the terminal is not UTF-8
 * @color: use the terminal's colours
 * @axis: how events are laid along x
 * @label: (nullable): overrides the names of lanes
 *
 * What the text looks like.  All 0 is the usual one.
 */
typedef struct
{
  guint width;
  gboolean ascii;
  gboolean color;
  JugAxis axis;
  JugTaskLabelFunc label;
  gpointer label_data;
} JugTextTimelineOptions;

/**
 * jug_text_timeline_to_string:
 * @options: (nullable): %NULL: the usual ones
 *
 * Draws all of @trace: ruler, a line per lane, the program's output with its times, and
 * what went wrong.  Every line ends with a newline; none is wider than asked, but for
 * output.
 *
 * Returns: UTF-8, or ASCII if that was asked for
 */
char *jug_text_timeline_to_string (JugTrace *trace, const JugTextTimelineOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
