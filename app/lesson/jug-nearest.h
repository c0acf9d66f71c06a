/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of some words a person may have meant by another one. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * jug_nearest_find:
 * @word: what the person wrote
 * @candidates: (array zero-terminated=1): what there is
 *
 * Looks for a slip of the fingers: letters that are missing, too many, wrong or
 * exchanged, up to a third of the word.  Case does not count.
 *
 * Returns: (transfer none) (nullable): the candidate that is nearest, the first of
 * several; %NULL if none is near
 */
const char *jug_nearest_find (const char *word, const char *const *candidates);

G_END_DECLS
