/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How one chip looks: a name in a pill. */
#pragma once

#include <gtk/gtk.h>

#include "jug-cursor.h"

G_BEGIN_DECLS

/* Between the name and the ends of the chip, in px. */
#define JUG_TASK_CHIP_PADDING 7.0

/**
 * JugTaskChip:
 * @layout: (transfer none): what it says
 * @width: of @layout, in px
 * @height: of @layout, in px
 * @baseline: of @layout, in px from its top
 *
 * What is to be drawn.
 */
typedef struct
{
  PangoLayout *layout;
  double width;
  double height;
  double baseline;
} JugTaskChip;

/**
 * jug_task_chip_get_width:
 * @text_width: of what it says, in px
 *
 * Returns: how wide a chip is around it, in px
 */
double jug_task_chip_get_width (double text_width);

/**
 * jug_task_chip_draw:
 *
 * Draws the chip of a task at @x and @y: filled if it runs, with a dashed edge if it is
 * ready, else outlined.
 */
void jug_task_chip_draw (const JugTaskChip *self,
                         GtkSnapshot *snapshot,
                         guint32 task,
                         JugStatus status,
                         double x,
                         double y,
                         double height);

/**
 * jug_task_chip_draw_count:
 *
 * Draws a chip that belongs to no task.
 */
void jug_task_chip_draw_count (
    const JugTaskChip *self, GtkSnapshot *snapshot, double x, double y, double height);

G_END_DECLS
