/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "What happened": the run in sentences. */
#pragma once

#include <adwaita.h>

#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_HAPPENINGS_VIEW (jug_happenings_view_get_type ())

/**
 * JugHappeningsView:
 *
 * A list of sentences, one for each event that stepping halts at, with its time.  The one
 * at the playhead is selected, those after it are faint; choosing one goes there.  This
 * is the form in which a run reads best aloud.
 */
G_DECLARE_FINAL_TYPE (
    JugHappeningsView, jug_happenings_view, JUG, HAPPENINGS_VIEW, AdwBin)

/**
 * jug_happenings_view_set_session:
 * @self: a list
 * @session: a session; not %NULL
 *
 * Lists the run of @session from now on and follows its playhead.  It keeps a reference
 * to @session until another one is set or @self is disposed.
 */
void jug_happenings_view_set_session (JugHappeningsView *self, JugSession *session);

/**
 * jug_happenings_view_set_only_selected:
 *
 * Whether only what is about the selected task is listed, if one is selected.
 */
void jug_happenings_view_set_only_selected (JugHappeningsView *self,
                                            gboolean only_selected);

G_END_DECLS
