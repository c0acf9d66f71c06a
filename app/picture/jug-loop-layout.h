/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loop at one moment as queues: running, ready, timers, waiting, done. */
#pragma once

#include "jug-cursor.h"
#include "jug-display-list.h"
#include "jug-timeline-layout.h"

G_BEGIN_DECLS

/**
 * JugLoopView:
 * @width: of the picture
 * @height: what is there; with less than it takes, chips are left out and counted; 0: as
 * much as all of them take
 * @font_scale: 1 is 100 %
 * @is_rtl: what comes first stands at the right, where people begin to read
 * @selection: what is selected: any reference to the same task shows it
 * @measure: (nullable): measures text; %NULL: jug_measure_roughly()
 * @label: (nullable): overrides the names of tasks
 *
 * How to look at the loop.
 */
typedef struct
{
  double width;
  double height;
  double font_scale;
  gboolean is_rtl;
  JugPictureRef selection;
  JugMeasureFunc measure;
  gpointer measure_data;
  JugTaskLabelFunc label;
  gpointer label_data;
} JugLoopView;

/**
 * jug_loop_layout_draw:
 *
 * Appends the state that @cursor is at to @list: the running slot, the ready queue (the
 * first is next), the timers with the time that is left, the waiting tasks with what they
 * wait for, and the tasks that are done.  Chips wrap; what does not fit becomes "+12
 * more".
 *
 * Returns: the height that it took
 */
double
jug_loop_layout_draw (JugCursor *cursor, const JugLoopView *view, JugDisplayList *list);

G_END_DECLS
