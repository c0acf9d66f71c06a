/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button behind which is chosen how somebody's own program is run. */
#pragma once

#include <adwaita.h>

#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_RUN_OPTIONS_BUTTON (jug_run_options_button_get_type ())

/**
 * JugRunOptionsButton:
 *
 * Arguments, interpreter, clock and what is recorded.  What is chosen is remembered for
 * the program's folder, and the next run follows it.
 */
G_DECLARE_FINAL_TYPE (
    JugRunOptionsButton, jug_run_options_button, JUG, RUN_OPTIONS_BUTTON, AdwBin)

/**
 * jug_run_options_button_set_session:
 * @settings: (nullable): where the choices are remembered
 */
void jug_run_options_button_set_session (JugRunOptionsButton *self,
                                         JugSession *session,
                                         GSettings *settings);

G_END_DECLS
