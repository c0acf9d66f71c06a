/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stretch of the run that a person has marked in a session. */
#pragma once

#include "jug-range.h"
#include "jug-session.h"

G_BEGIN_DECLS

/**
 * jug_session_get_range:
 * @self: a session
 *
 * Returns: what is marked; empty if nothing is
 */
JugRange jug_session_get_range (JugSession *self);

/**
 * jug_session_set_range:
 * @self: a session
 * @range: what to mark; empty for nothing
 *
 * Marks a stretch of the run.  #JugSession::range-changed tells if it is another one.
 * Another trace has none.
 */
void jug_session_set_range (JugSession *self, const JugRange *range);

G_END_DECLS
