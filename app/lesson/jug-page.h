/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One screen of a lesson: paragraphs, pieces of the program, questions. */
#pragma once

#include "jug-prose.h"

G_BEGIN_DECLS

/**
 * JugAnswer:
 * @prose: what it says
 * @is_right: whether it is a right one
 * @belief: (nullable): the name of the misconception that a wrong answer stands for
 *
 * One of the answers that a question offers.
 */
typedef struct
{
  JugProse *prose;
  gboolean is_right;
  char *belief;
} JugAnswer;

/**
 * JugQuestion:
 * @ask: what is asked
 * @answers: (element-type JugAnswer): at least two answers in the order in which they are
 *   offered; at least one is right
 * @explain: (nullable): what is said once it is answered
 *
 * A prediction that the learner is asked for.
 */
typedef struct
{
  JugProse *ask;
  GPtrArray *answers;
  JugProse *explain;
} JugQuestion;

/**
 * JugBlockKind:
 * @JUG_BLOCK_PARAGRAPH: a paragraph
 * @JUG_BLOCK_ITEM: an item of a list; items in a row are one list
 * @JUG_BLOCK_CODE: lines of program.py
 * @JUG_BLOCK_QUESTION: a question
 *
 * What a page is made of.
 */
typedef enum
{
  JUG_BLOCK_PARAGRAPH,
  JUG_BLOCK_ITEM,
  JUG_BLOCK_CODE,
  JUG_BLOCK_QUESTION,
} JugBlockKind;

/**
 * JugBlock:
 * @kind: what it is
 * @prose: (nullable): the text of a paragraph or an item
 * @first_line: the first line of program.py that a piece of code shows, from 1; else 0
 * @last_line: its last
 * @code: (nullable): these lines, without the blanks that all of them begin with, and
 *   without a newline at the end; the program as written, whatever the parameters are
 * @question: (nullable): the question
 *
 * A part of a page.
 */
typedef struct
{
  JugBlockKind kind;
  JugProse *prose;
  guint first_line;
  guint last_line;
  char *code;
  JugQuestion *question;
} JugBlock;

/**
 * JugPage:
 *
 * One screen of a lesson's text.  Belongs to its #JugLesson and is as long-lived.
 */
typedef struct _JugPage JugPage;

/**
 * jug_page_get_title:
 * @self: a page
 *
 * Returns: (transfer none): its title, as plain text
 */
const char *jug_page_get_title (const JugPage *self);

/**
 * jug_page_get_start:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): at which event the playhead is to stand when the
 * page is opened, as a line of the event log without time and iteration; %NULL: where it
 * is
 */
const char *jug_page_get_start (const JugPage *self);

/**
 * jug_page_get_n_blocks:
 * @self: a page
 *
 * Returns: of how many blocks it consists
 */
guint jug_page_get_n_blocks (const JugPage *self);

/**
 * jug_page_get_block:
 * @self: a page
 * @position: which block, from 0
 *
 * Returns: (transfer none): the block
 */
const JugBlock *jug_page_get_block (const JugPage *self, guint position);

G_END_DECLS
