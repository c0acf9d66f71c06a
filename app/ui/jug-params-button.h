/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of a lesson's program that the learner may change. */
#pragma once

#include <adwaita.h>

#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_PARAMS_BUTTON (jug_params_button_get_type ())

/**
 * JugParamsButton:
 *
 * A button that opens a row per parameter of the lesson and runs its program with what
 * they say.  It hides while there is nothing to change.
 */
G_DECLARE_FINAL_TYPE (JugParamsButton, jug_params_button, JUG, PARAMS_BUTTON, AdwBin)

/**
 * jug_params_button_set_session:
 * @self: a button
 * @session: a session; not %NULL
 *
 * Offers the parameters of the lesson that is open in @session, with its settings as
 * their values.  It keeps a reference to @session until another one is set or @self is
 * disposed.
 */
void jug_params_button_set_session (JugParamsButton *self, JugSession *session);

G_END_DECLS
