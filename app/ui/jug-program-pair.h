/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program, and on demand the one it came from above it. */
#pragma once

#include "jug-program-view.h"

G_BEGIN_DECLS

#define JUG_TYPE_PROGRAM_PAIR (jug_program_pair_get_type ())

/**
 * JugProgramPair:
 *
 * One program view, or two of which each marks the lines that differ from the other.
 */
G_DECLARE_FINAL_TYPE (JugProgramPair, jug_program_pair, JUG, PROGRAM_PAIR, GtkBox)

/**
 * jug_program_pair_get_program:
 *
 * Returns: (transfer none): the view that is always there
 */
JugProgramView *jug_program_pair_get_program (JugProgramPair *self);

/**
 * jug_program_pair_begin:
 * @original_title: what stands above the original
 * @title: what stands above the program
 *
 * Shows the original as well; jug_program_pair_compare() fills it.  The views go to where
 * both begin to differ once they have got their sizes.
 */
void jug_program_pair_begin (JugProgramPair *self,
                             const char *original_title,
                             const char *title);

/**
 * jug_program_pair_compare:
 * @original: what the program came from
 * @text: what the program is now
 *
 * Marks what differs; nothing is done unless both are shown.
 */
void
jug_program_pair_compare (JugProgramPair *self, const char *original, const char *text);

/**
 * jug_program_pair_end:
 *
 * Shows the program alone.
 */
void jug_program_pair_end (JugProgramPair *self);

/**
 * jug_program_pair_is_comparing:
 * @self: a pair
 *
 * Returns: whether both texts are shown: between jug_program_pair_begin() and
 *   jug_program_pair_end()
 */
gboolean jug_program_pair_is_comparing (JugProgramPair *self);

G_END_DECLS
