/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which keys mean what: one table for the keyboard and for the help. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * JugShortcutScope:
 * @JUG_SHORTCUT_APPLICATION: works everywhere in the program
 * @JUG_SHORTCUT_WINDOW: works unless what has the focus needs the key itself
 * @JUG_SHORTCUT_CANVAS: works while the timeline has the focus
 * @JUG_SHORTCUT_MINIMAP: works while the overview of the run has the focus
 * @JUG_SHORTCUT_PLACE: works while the timeline has the focus, and goes by where the key
 * is on the keyboard
 * @JUG_SHORTCUT_SHOWN: only listed: a widget handles it
 *
 * Where a shortcut works.
 */
typedef enum
{
  JUG_SHORTCUT_APPLICATION,
  JUG_SHORTCUT_WINDOW,
  JUG_SHORTCUT_CANVAS,
  JUG_SHORTCUT_MINIMAP,
  JUG_SHORTCUT_PLACE,
  JUG_SHORTCUT_SHOWN
} JugShortcutScope;

/**
 * JugShortcut:
 * @scope: where it works
 * @accels: accelerators, separated by blanks; of a #JUG_SHORTCUT_PLACE the key of a US
 * keyboard
 * @keycode: of a #JUG_SHORTCUT_PLACE: the key's number
 * @action: the action's full name
 * @group: heading in the help; not translated yet
 * @title: what it does; not translated yet; %NULL: not listed
 *
 * One row of the table.
 */
typedef struct
{
  JugShortcutScope scope;
  const char *accels;
  guint keycode;
  const char *action;
  const char *group;
  const char *title;
} JugShortcut;

/**
 * jug_shortcuts_get:
 *
 * Returns: (transfer none) (array length=n_shortcuts): the table
 */
const JugShortcut *jug_shortcuts_get (guint *n_shortcuts);

/**
 * jug_shortcuts_install_application:
 *
 * Makes the shortcuts of the application's scope known to it, so that menus show them.
 */
void jug_shortcuts_install_application (GtkApplication *application);

/**
 * jug_shortcuts_install_window:
 * @content: what fills the window
 *
 * Adds the window's shortcuts to @content, to be tried when nothing within it has used
 * the key.
 */
void jug_shortcuts_install_window (GtkWidget *content);

/**
 * jug_shortcuts_install_canvas:
 *
 * Adds the window's and the canvas's shortcuts to @canvas, to be tried before anything
 * within it gets the key.
 */
void jug_shortcuts_install_canvas (GtkWidget *canvas);

/**
 * jug_shortcuts_install_minimap:
 *
 * Adds the minimap's shortcuts to @minimap, to be tried before anything within it gets
 * the key.
 */
void jug_shortcuts_install_minimap (GtkWidget *minimap);

G_END_DECLS
