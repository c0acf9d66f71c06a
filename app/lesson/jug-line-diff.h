/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lines two texts have in common. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JugLineMark:
 * @JUG_LINE_SAME: the other text has it too
 * @JUG_LINE_CHANGED: another line stands in its place
 * @JUG_LINE_ADDED: nothing stands in its place: of the new text
 * @JUG_LINE_REMOVED: nothing stands in its place: of the old text
 *
 * What became of a line.
 */
typedef enum
{
  JUG_LINE_SAME,
  JUG_LINE_CHANGED,
  JUG_LINE_ADDED,
  JUG_LINE_REMOVED,
} JugLineMark;

/**
 * JugLineDiff:
 *
 * Two texts, line by line: a longest sequence of lines that both have, in order, and what
 * lies between.  Lines that stand between the same neighbours in both have changed, as
 * many as there are in either; those that are left over were added or removed.  Of texts
 * that differ in very many lines what differs is taken as a whole.
 */
typedef struct _JugLineDiff JugLineDiff;

/**
 * jug_line_diff_new:
 * @old_text: a text
 * @new_text: what was made of it
 *
 * Compares two texts.
 *
 * Returns: (transfer full): what differs
 */
JugLineDiff *jug_line_diff_new (const char *old_text, const char *new_text)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_line_diff_free:
 * @self: a comparison
 *
 * Frees it.
 */
void jug_line_diff_free (JugLineDiff *self);

/**
 * jug_line_diff_get_old:
 * @self: a comparison
 * @line: a line of the old text, from 0
 *
 * Returns: what became of it; %JUG_LINE_SAME beyond the last one
 */
JugLineMark jug_line_diff_get_old (JugLineDiff *self, guint line);

/**
 * jug_line_diff_get_new:
 * @self: a comparison
 * @line: a line of the new text, from 0
 *
 * Returns: how it came to be; %JUG_LINE_SAME beyond the last one
 */
JugLineMark jug_line_diff_get_new (JugLineDiff *self, guint line);

/**
 * jug_line_diff_count:
 * @self: a comparison
 * @mark: a mark
 *
 * Returns: how many lines have it; those that changed count once
 */
guint jug_line_diff_count (JugLineDiff *self, JugLineMark mark);

/**
 * jug_line_diff_find_first:
 * @self: a comparison
 *
 * Returns: the first line, from 0, from which on both differ, which has the same number
 * in both; -1 if they are the same
 */
int jug_line_diff_find_first (JugLineDiff *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugLineDiff, jug_line_diff_free)

G_END_DECLS
