/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands that change a program and run it. */
#pragma once

#include "jug-workspace.h"

G_BEGIN_DECLS

/**
 * jug_edit_actions_add:
 * @window: gets the actions: edit-program, run-edited, save, save-program,
 * reset-program,
 * compare-program, next- and previous-at-line, run-unprotected, save-recorder
 */
void jug_edit_actions_add (GtkWindow *window, JugWorkspace *workspace);

G_END_DECLS
