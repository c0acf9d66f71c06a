/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands where the timeline would be if there is nothing on it. */
#pragma once

#include <adwaita.h>

#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_NO_TIMELINE (jug_no_timeline_get_type ())

/**
 * JugNoTimeline:
 *
 * Says in one sentence why a program shows no tasks: it did not start, it never started
 * an event loop, or one that cannot be observed; and offers what can be done about it.
 */
G_DECLARE_FINAL_TYPE (JugNoTimeline, jug_no_timeline, JUG, NO_TIMELINE, AdwBin)

/**
 * JugNoTimeline:needed:
 *
 * Whether there is something to be said instead of a timeline.
 */

/**
 * JugNoTimeline:packaged:
 *
 * Whether this program runs in a Flatpak, where a program's own packages are not.
 */

/**
 * jug_no_timeline_set_session:
 * @self: a page
 * @session: a session; not %NULL
 *
 * Says why the run of @session has no timeline, and keeps #JugNoTimeline:needed up to
 * date.  It keeps a reference to @session until another one is set or @self is disposed.
 */
void jug_no_timeline_set_session (JugNoTimeline *self, JugSession *session);

G_END_DECLS
