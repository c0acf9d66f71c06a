/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: lessons beside the workspace. */
#pragma once

#include <adwaita.h>

#include "jug-leaving.h"
#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_WINDOW (jug_window_get_type ())

/**
 * JugWindow:
 *
 * Hands one session to all views, installs their actions and remembers what it looked
 * like.
 */
G_DECLARE_FINAL_TYPE (JugWindow, jug_window, JUG, WINDOW, AdwApplicationWindow)

/**
 * jug_window_new:
 * @application: (nullable): the application that it belongs to
 */
GtkWidget *jug_window_new (GtkApplication *application, JugSession *session);

/**
 * jug_window_open_something:
 *
 * If nothing is open: the lesson that was open last, else the first one.
 */
void jug_window_open_something (JugWindow *self);

/**
 * jug_window_open_file:
 * @file: a Python program or a trace
 *
 * Opens a file, once everything has been asked that is to be asked.
 */
void jug_window_open_file (JugWindow *self, GFile *file);

/**
 * jug_window_leave:
 * @func: called if what is open may be left: see jug_leaving_ask()
 * @destroy: (nullable): called in any case, in the end
 */
void jug_window_leave (JugWindow *self,
                       JugLeavingFunc func,
                       gpointer data,
                       GDestroyNotify destroy);

G_END_DECLS
