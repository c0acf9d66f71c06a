/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentence that says what the event at the playhead is, and why it happened. */
#pragma once

#include <adwaita.h>

#include "jug-session.h"

G_BEGIN_DECLS

#define JUG_TYPE_CAPTION (jug_caption_get_type ())

/**
 * JugCaption:
 *
 * Shows the narration of a session with the names of tasks in their colours.  Its text
 * can be selected, and is announced when a person steps.
 */
G_DECLARE_FINAL_TYPE (JugCaption, jug_caption, JUG, CAPTION, AdwBin)

/**
 * jug_caption_set_session:
 * @self: a caption
 * @session: (nullable): whose narration is shown; %NULL: nothing is
 *
 * Tells what @session narrates from now on, instead of what it told before.  It keeps a
 * reference to @session until another one is set or @self is disposed.
 */
void jug_caption_set_session (JugCaption *self, JugSession *session);

G_END_DECLS
