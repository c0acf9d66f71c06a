/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a task is, and its local variables there. */
#pragma once

#include <adwaita.h>

#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_VARIABLES_VIEW (jug_variables_view_get_type ())

/**
 * JugVariablesView:
 *
 * Shows the coroutines of the selected task at the playhead, that which awaits the others
 * first, each with its local variables; if none is selected, those of the task that runs.
 * Says why if there are none.
 */
G_DECLARE_FINAL_TYPE (JugVariablesView, jug_variables_view, JUG, VARIABLES_VIEW, AdwBin)

/**
 * jug_variables_view_set_session:
 * @self: a view
 * @session: a session; not %NULL
 *
 * Shows variables of the run of @session from now on; looks them up only while it is
 * mapped.  It keeps a reference to @session until another one is set or @self is
 * disposed.
 */
void jug_variables_view_set_session (JugVariablesView *self, JugSession *session);

G_END_DECLS
