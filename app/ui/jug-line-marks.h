/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between the numbers of lines and the lines: signs that say something of a line. */
#pragma once

#include <gtksourceview/gtksource.h>

#include "jug-line-diff.h"

G_BEGIN_DECLS

#define JUG_TYPE_LINE_MARKS (jug_line_marks_get_type ())

/**
 * JugLineMarks:
 *
 * Draws a sign for each line that has one: an exclamation mark on a disc where the
 * program failed, a triangle where the selected bar is, and `~`, `+` or `−` where a line
 * differs from another text.  The lines that differ are tinted as well.  Takes no room
 * while there is nothing to draw.
 */
G_DECLARE_FINAL_TYPE (
    JugLineMarks, jug_line_marks, JUG, LINE_MARKS, GtkSourceGutterRenderer)

/**
 * jug_line_marks_new:
 *
 * Returns: (transfer floating): a renderer without signs, to be put into a gutter
 */
GtkSourceGutterRenderer *jug_line_marks_new (void);

/**
 * jug_line_marks_set_error:
 * @line: from 1, or 0 for none
 * @message: (nullable): what happened there
 */
void jug_line_marks_set_error (JugLineMarks *self, guint line, const char *message);

/**
 * jug_line_marks_set_lit:
 * @line: from 1, or 0 for none
 */
void jug_line_marks_set_lit (JugLineMarks *self, guint line);

/**
 * jug_line_marks_get_lit:
 *
 * Returns: the line that jug_line_marks_set_lit() was told last, from 1, or 0 for none
 */
guint jug_line_marks_get_lit (JugLineMarks *self);

/**
 * jug_line_marks_set_diff:
 * @diff: (nullable) (transfer full): what differs
 * @is_old: whether this is the old text of both
 */
void jug_line_marks_set_diff (JugLineMarks *self, JugLineDiff *diff, gboolean is_old);

/**
 * jug_line_marks_dup_text:
 * @line: from 1
 *
 * Returns: (nullable): what the signs at a line mean, in words
 */
char *jug_line_marks_dup_text (JugLineMarks *self, guint line);

G_END_DECLS
