/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph of a lesson: plain text with a few inline marks, as spans. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * JugProseStyle:
 * @JUG_PROSE_CODE: something that stands in a program: `` `await` ``
 * @JUG_PROSE_STRESS: stressed, usually shown slanted: `*now*`
 * @JUG_PROSE_STRONG: strong, usually shown bold: `**never**`
 *
 * How a span is set apart from the text around it.  A set: code can be strong.
 */
typedef enum
{
  JUG_PROSE_CODE = 1 << 0,
  JUG_PROSE_STRESS = 1 << 1,
  JUG_PROSE_STRONG = 1 << 2,
} JugProseStyle;

/**
 * JugProseSpan:
 * @style: a set of #JugProseStyle
 * @lesson: (nullable): the id of the lesson that it leads to:
 * `[words](lesson:tasks/turns)`
 * @term: (nullable): the word of the glossary that it stands for:
 * `[turns](term:iteration)`
 * @text: (not nullable): what it says
 *
 * A piece of a paragraph whose characters all look the same.
 */
typedef struct
{
  JugProseStyle style;
  char *lesson;
  char *term;
  char *text;
} JugProseSpan;

/**
 * JugProse:
 *
 * A paragraph, taken apart.  Immutable and reference-counted; may be used in any thread.
 *
 * The marks are those of Markdown that prose needs: `` `code` ``, `*stress*`,
 * `**strong**`, `[words](lesson:ID)`, `[words](term:WORD)` and `[words](term)`.  They
 * nest, but for code, in which every character stands for itself.  A backslash before one
 * of
 * `` \`*[] `` takes its meaning away.
 */
typedef struct _JugProse JugProse;

/**
 * jug_prose_new:
 * @marked: text with marks, in UTF-8
 * @error: what is wrong with a mark
 *
 * Takes a paragraph apart.
 *
 * Returns: (transfer full): the paragraph, or %NULL with an error of %JUG_LESSON_ERROR if
 * a mark has no end or a link leads nowhere
 */
JugProse *jug_prose_new (const char *marked, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * jug_prose_free:
 * @self: (transfer full): a paragraph
 *
 * Frees it.
 */
void jug_prose_free (JugProse *self);

/**
 * jug_prose_get_text:
 * @self: a paragraph
 *
 * Returns: (transfer none): what it says, without marks: what is read aloud
 */
const char *jug_prose_get_text (JugProse *self);

/**
 * jug_prose_get_n_spans:
 * @self: a paragraph
 *
 * Returns: of how many spans it consists
 */
guint jug_prose_get_n_spans (JugProse *self);

/**
 * jug_prose_get_span:
 * @self: a paragraph
 * @position: which span, from 0
 *
 * The texts of all spans in a row are the paragraph's text.
 *
 * Returns: (transfer none): the span
 */
const JugProseSpan *jug_prose_get_span (JugProse *self, guint position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugProse, jug_prose_free)

G_END_DECLS
