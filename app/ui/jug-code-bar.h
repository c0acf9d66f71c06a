/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar above a program: which text of it, and what can be done with that. */
#pragma once

#include "jug-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JUG_TYPE_CODE_BAR (jug_code_bar_get_type ())

/**
 * JugCodeBar:
 *
 * Buttons that need the actions "code.language" of what is around them and the window's
 * own.  Which of them there are depends on what is open and on what is shown of it.
 */
G_DECLARE_FINAL_TYPE (JugCodeBar, jug_code_bar, JUG, CODE_BAR, GtkBox)

/**
 * jug_code_bar_set_draft:
 * @self: a bar
 * @draft: the learner's text, whose session is what is open
 *
 * Has to be called before anything else, and once.
 */
void jug_code_bar_set_draft (JugCodeBar *self, JugDraft *draft);

/**
 * jug_code_bar_set_settings:
 * @self: a bar that has its draft
 * @settings: (nullable): the preferences; %NULL: nothing is kept
 *
 * Where the way in which programs are run is kept.
 */
void jug_code_bar_set_settings (JugCodeBar *self, GSettings *settings);

/**
 * jug_code_bar_update:
 * @self: a bar that has its draft
 * @has_text: whether a text is shown
 * @is_editing: whether that is the draft
 *
 * Shows what can be done.
 */
void jug_code_bar_update (JugCodeBar *self, gboolean has_text, gboolean is_editing);

G_END_DECLS
