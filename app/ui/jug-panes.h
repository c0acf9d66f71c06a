/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text, code, loop and output, side by side or one at a time. */
#pragma once

#include <adwaita.h>

#include "jug-room.h"

G_BEGIN_DECLS

#define JUG_TYPE_PANES (jug_panes_get_type ())

/**
 * JugPanes:
 *
 * Arranges four panes by the room that there is for them: in three columns; as the code
 * beside a switch between the other three; or as a switch between all four.
 */
G_DECLARE_FINAL_TYPE (JugPanes, jug_panes, JUG, PANES, AdwBin)

/**
 * jug_panes_set_children:
 *
 * Takes the four panes.
 */
void jug_panes_set_children (
    JugPanes *self, GtkWidget *text, GtkWidget *code, GtkWidget *loop, GtkWidget *output);

/**
 * jug_panes_arrange:
 *
 * Arranges them for so much room.
 */
void jug_panes_arrange (JugPanes *self, JugRoomSize size);

/**
 * jug_panes_set_settings:
 * @settings: (nullable): where the sizes of the panes are remembered
 */
/**
 * jug_panes_show:
 * @child: one of the four
 *
 * Brings it to the front if it is in a stack.
 */
void jug_panes_show (JugPanes *self, GtkWidget *child);

/**
 * jug_panes_set_text_shown:
 *
 * Without a lesson there is nothing to be read, and more room for the rest.
 */
void jug_panes_set_text_shown (JugPanes *self, gboolean is_shown);
void jug_panes_set_settings (JugPanes *self, GSettings *settings);

G_END_DECLS
