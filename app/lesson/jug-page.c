/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One screen of a lesson: paragraphs, pieces of the program, questions. */
#include "jug-page-private.h"

#include "jug-lesson.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No page shows more of a program at once. */
enum
{
  MAX_CODE_LINES = 40,
};

struct _JugPage
{
  char *title;
  char *start;
  GPtrArray *blocks; /* (element-type JugBlock) */
};

static void
free_answer (JugAnswer *answer)
{
  g_clear_pointer (&answer->prose, jug_prose_free);
  g_free (answer->belief);
  g_free (answer);
}

static void
free_question (JugQuestion *question)
{
  g_clear_pointer (&question->ask, jug_prose_free);
  g_clear_pointer (&question->answers, g_ptr_array_unref);
  g_clear_pointer (&question->explain, jug_prose_free);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugQuestion, free_question)

static void
free_block (JugBlock *block)
{
  g_clear_pointer (&block->prose, jug_prose_free);
  g_clear_pointer (&block->code, g_free);
  g_clear_pointer (&block->question, free_question);
  g_free (block);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JugBlock, free_block)

/* A text in the person's language.  What stands in a lesson must be right; a translation
 * that is not, is not used. */
static JugProse *
read_prose (const JugXmlNode *node, const char *name, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (JugProse) original = jug_prose_new (node->text, &problem);
  g_autoptr (JugProse) translated = NULL;
  g_autofree char *text = jug_page_translate (node);

  if (!original)
    {
      jug_xml_node_set_error (node, error, name, "%s", problem->message);
      return NULL;
    }
  if (g_str_equal (text, node->text))
    return g_steal_pointer (&original);
  translated = jug_prose_new (text, &problem);
  if (translated)
    return g_steal_pointer (&translated);
  g_debug ("%s:%d: translation not used: %s", name, node->line, problem->message);
  return g_steal_pointer (&original);
}

/* Joins lines number @first to @last, from 1, without the blanks that all begin with. */
static char *
cut_lines (const char *const *lines, guint first, guint last)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gsize indent = G_MAXSIZE;

  for (guint i = first - 1; i < last; i++)
    if (*lines[i])
      indent = MIN (indent, strspn (lines[i], " "));
  for (guint i = first - 1; i < last; i++)
    {
      if (i >= first)
        g_string_append_c (out, '\n');
      if (*lines[i])
        g_string_append (out, lines[i] + indent);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Reads "12" or "4-6". */
static gboolean
read_range (const char *text, guint *first, guint *last)
{
  g_auto (GStrv) words = g_strsplit (text, "-", 2);
  guint64 a;
  guint64 b;

  if (!words[0] || !g_ascii_string_to_unsigned (words[0], 10, 1, G_MAXINT, &a, NULL))
    return FALSE;
  b = a;
  if (words[1] && !g_ascii_string_to_unsigned (words[1], 10, a, G_MAXINT, &b, NULL))
    return FALSE;
  *first = a;
  *last = b;
  return TRUE;
}

static gboolean
read_code (const JugXmlNode *node,
           const char *name,
           const char *const *lines,
           JugBlock *block,
           GError **error)
{
  const char *range = jug_xml_node_get (node, "lines");
  guint n_lines = g_strv_length ((char **) lines);
  guint first;
  guint last;

  if (!read_range (range, &first, &last))
    {
      jug_xml_node_set_error (node, error, name, _ ("“%.40s” is not lines, as 3 or 3-5"),
                              range);
      return FALSE;
    }
  if (last > n_lines)
    {
      jug_xml_node_set_error (node, error, name, _ ("program.py has %u lines, not %u"),
                              n_lines, last);
      return FALSE;
    }
  if (last - first >= MAX_CODE_LINES)
    {
      jug_xml_node_set_error (node, error, name, _ ("more than %d lines of code"),
                              MAX_CODE_LINES);
      return FALSE;
    }
  block->first_line = first;
  block->last_line = last;
  block->code = cut_lines (lines, first, last);
  return TRUE;
}

static JugAnswer *
read_answer (const JugXmlNode *node, const char *name, GError **error)
{
  const char *right = jug_xml_node_get (node, "right");
  JugAnswer *answer;
  JugProse *prose;

  if (right && !g_str_equal (right, "yes"))
    {
      jug_xml_node_set_error (node, error, name, _ ("right can only be “yes”"));
      return NULL;
    }
  prose = read_prose (node, name, error);
  if (!prose)
    return NULL;
  answer = g_new0 (JugAnswer, 1);
  answer->prose = prose;
  answer->is_right = right != NULL;
  answer->belief = g_strdup (jug_xml_node_get (node, "belief"));
  return answer;
}

/* The elements of a question stand in this order: ask, answers, explain. */
static gboolean
read_part (JugQuestion *question,
           const JugXmlNode *node,
           const char *name,
           GError **error)
{
  if (jug_xml_node_is (node, "ask") && !question->ask)
    question->ask = read_prose (node, name, error);
  else if (jug_xml_node_is (node, "answer") && question->ask && !question->explain)
    {
      JugAnswer *answer = read_answer (node, name, error);

      if (!answer)
        return FALSE;
      g_ptr_array_add (question->answers, answer);
      return TRUE;
    }
  else if (jug_xml_node_is (node, "explain") && question->ask && !question->explain)
    question->explain = read_prose (node, name, error);
  else
    {
      jug_xml_node_set_error (
          node, error, name,
          _ ("a question is <ask>, then its <answer>s, then <explain>"));
      return FALSE;
    }
  return question->ask && (question->explain || !jug_xml_node_is (node, "explain"));
}

static JugQuestion *
read_question (const JugXmlNode *node, const char *name, GError **error)
{
  g_autoptr (JugQuestion) question = g_new0 (JugQuestion, 1);
  guint n_right = 0;

  question->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) free_answer);
  for (guint i = 0; i < node->children->len; i++)
    if (!read_part (question, g_ptr_array_index (node->children, i), name, error))
      return NULL;
  for (guint i = 0; i < question->answers->len; i++)
    n_right += ((JugAnswer *) g_ptr_array_index (question->answers, i))->is_right;
  if (question->answers->len < 2 || n_right == 0 || n_right == question->answers->len)
    {
      jug_xml_node_set_error (node, error, name,
                              _ ("a question needs a right and a wrong answer"));
      return NULL;
    }
  return g_steal_pointer (&question);
}

static JugBlock *
read_block (const JugXmlNode *node,
            const char *name,
            const char *const *lines,
            GError **error)
{
  g_autoptr (JugBlock) block = g_new0 (JugBlock, 1);
  gboolean ok;

  if (jug_xml_node_is (node, "code"))
    {
      block->kind = JUG_BLOCK_CODE;
      ok = read_code (node, name, lines, block, error);
    }
  else if (jug_xml_node_is (node, "question"))
    {
      block->kind = JUG_BLOCK_QUESTION;
      block->question = read_question (node, name, error);
      ok = block->question != NULL;
    }
  else
    {
      block->kind = jug_xml_node_is (node, "li") ? JUG_BLOCK_ITEM : JUG_BLOCK_PARAGRAPH;
      block->prose = read_prose (node, name, error);
      ok = block->prose != NULL;
    }
  return ok ? g_steal_pointer (&block) : NULL;
}

/**
 * jug_page_new:
 * @node: its element
 * @name: the name of its file, for messages
 * @lines: (array zero-terminated=1): the lines of program.py
 * @error: what is wrong
 *
 * Makes a page of its element.
 *
 * Returns: (transfer full): the page, or %NULL
 */
JugPage *
jug_page_new (const JugXmlNode *node,
              const char *name,
              const char *const *lines,
              GError **error)
{
  g_autoptr (JugPage) self = g_new0 (JugPage, 1);

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) free_block);
  self->start = g_strdup (jug_xml_node_get (node, "at"));
  for (guint i = 0; i < node->children->len; i++)
    {
      const JugXmlNode *child = g_ptr_array_index (node->children, i);
      JugBlock *block;

      if (jug_xml_node_is (child, "title") != (i == 0))
        {
          jug_xml_node_set_error (child, error, name,
                                  _ ("a page begins with its one <title>"));
          return NULL;
        }
      if (i == 0)
        {
          self->title = jug_page_translate (child);
          continue;
        }
      block = read_block (child, name, lines, error);
      if (!block)
        return NULL;
      g_ptr_array_add (self->blocks, block);
    }
  if (self->blocks->len == 0)
    {
      jug_xml_node_set_error (node, error, name, _ ("a page says nothing"));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * jug_page_free:
 * @self: a page
 *
 * Frees it.
 */
void
jug_page_free (JugPage *self)
{
  g_free (self->title);
  g_free (self->start);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * jug_page_translate:
 * @node: an element that holds text
 *
 * Returns: (transfer full): its text in the person's language
 */
char *
jug_page_translate (const JugXmlNode *node)
{
  return g_strdup (g_dgettext (GETTEXT_PACKAGE, node->text));
}

const char *
jug_page_get_title (const JugPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const char *
jug_page_get_start (const JugPage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->start;
}

guint
jug_page_get_n_blocks (const JugPage *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->blocks->len;
}

const JugBlock *
jug_page_get_block (const JugPage *self, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->blocks->len, NULL);

  return g_ptr_array_index (self->blocks, position);
}
