/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text, code, loop and output, side by side or one at a time. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JUG_TYPE_PANES (jug_panes_get_type ())

/**
 * JugPanes:
 *
 * Arranges four panes by the room that there is for them: in three columns; as the code
 * beside a switch between the other three; or as a switch between all four.  Large text
 * counts as less room.
 */
G_DECLARE_FINAL_TYPE (JugPanes, jug_panes, JUG, PANES, GtkWidget)

/**
 * JugPanesMode:
 *
 * How panes are arranged.
 */
typedef enum
{
  JUG_PANES_NARROW,
  JUG_PANES_MEDIUM,
  JUG_PANES_WIDE
} JugPanesMode;

/**
 * JugPanes:mode:
 *
 * The #JugPanesMode that the panes are in; read only.
 */

/**
 * jug_panes_set_children:
 *
 * Takes the four panes.
 */
void jug_panes_set_children (
    JugPanes *self, GtkWidget *text, GtkWidget *code, GtkWidget *loop, GtkWidget *output);
JugPanesMode jug_panes_get_mode (JugPanes *self);

/**
 * jug_panes_set_settings:
 * @settings: (nullable): where the sizes of the panes are remembered
 */
void jug_panes_set_settings (JugPanes *self, GSettings *settings);

G_END_DECLS
