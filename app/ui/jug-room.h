/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much room a part of the window has, as those who arrange things want to know it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JUG_TYPE_ROOM (jug_room_get_type ())

/**
 * JugRoom:
 *
 * Holds one child and tells by its width how its content is to be arranged.  It can be
 * made smaller than the child wants to be as it is: then the child is arranged in another
 * way before the next frame.  Large text counts as less room.
 */
G_DECLARE_FINAL_TYPE (JugRoom, jug_room, JUG, ROOM, GtkWidget)

/**
 * JugRoomSize:
 * @JUG_ROOM_NARROW: for one thing at a time
 * @JUG_ROOM_MEDIUM: for two columns
 * @JUG_ROOM_WIDE: for three columns
 *
 * How much room there is.
 */
typedef enum
{
  JUG_ROOM_NARROW,
  JUG_ROOM_MEDIUM,
  JUG_ROOM_WIDE
} JugRoomSize;

/**
 * JugRoom:child:
 *
 * What it holds.
 */

/**
 * JugRoom::arrange:
 *
 * There is more or less room than before; see jug_room_get_size().  Also emitted once at
 * first.
 */

/**
 * jug_room_get_size:
 * @self: a room
 *
 * Returns: for how much room its content is to be arranged: as #JugRoom::arrange told
 *   last; %JUG_ROOM_NARROW before that
 */
JugRoomSize jug_room_get_size (JugRoom *self);

G_END_DECLS
