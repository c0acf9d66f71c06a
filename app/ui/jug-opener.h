/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens files in a window, with whatever has to be asked before. */
#pragma once

#include "jug-workspace.h"

G_BEGIN_DECLS

/**
 * jug_opener_open:
 * @window: whose session it is
 * @workspace: where it is told why a file cannot be opened
 * @settings: (nullable): where it is remembered which programs may run
 * @file: a Python program or a trace, as its content tells
 *
 * Opens a file.  What is open stays if it is neither, if it has changes that the person
 * does not want to lose, or if a program is not to run: one that comes from a folder for
 * the first time would do so with the person's rights, and they are asked.
 */
void jug_opener_open (GtkWindow *window,
                      JugWorkspace *workspace,
                      GSettings *settings,
                      GFile *file);

/**
 * jug_opener_accept_drops:
 *
 * Has files that are dropped onto @widget opened, by the action `win.open-file`.
 */
void jug_opener_accept_drops (GtkWidget *widget);

G_END_DECLS
