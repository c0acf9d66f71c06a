/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program, with every task at the line where it is. */
#pragma once

#include <adwaita.h>

#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_CODE_VIEW (jug_code_view_get_type ())

/**
 * JugCodeView:
 *
 * Shows a session's program in Python or in C, as #JugCodeView:language says; the
 * learner reads it but does not change it.
 */
G_DECLARE_FINAL_TYPE (JugCodeView, jug_code_view, JUG, CODE_VIEW, GtkBox)

void jug_code_view_set_session (JugCodeView *self, JugSession *session);

G_END_DECLS
