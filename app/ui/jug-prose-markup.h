/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph of a lesson as Pango markup for a label. */
#pragma once

#include "jug-prose.h"

G_BEGIN_DECLS

/**
 * jug_prose_to_markup:
 *
 * Code is monospaced, stress slanted, strong bold; a link to a lesson leads to
 * `lesson:ID`.
 *
 * Returns: (transfer full): markup that a #GtkLabel takes
 */
char *jug_prose_to_markup (JugProse *prose) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
