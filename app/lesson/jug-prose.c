/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph of a lesson: plain text with a few inline marks, as spans. */
#include "jug-prose.h"

#include "jug-lesson.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _JugProse
{
  GPtrArray *spans; /* (element-type JugProseSpan) */
  char *text;
};

/* What is open at a place: each of the marks at most once. */
typedef enum
{
  MARK_STRESS,
  MARK_STRONG,
  MARK_LINK,
  N_MARKS,
} Mark;

typedef struct
{
  JugProse *prose;
  GString *text;      /* of the span that is being read */
  Mark open[N_MARKS]; /* from the outermost */
  guint n_open;
  guint first_span[N_MARKS]; /* number of the first span within each */
} Parser;

static void
free_span (JugProseSpan *span)
{
  g_free (span->lesson);
  g_free (span->term);
  g_free (span->text);
  g_free (span);
}

static gboolean
is_open (const Parser *self, Mark mark)
{
  for (guint i = 0; i < self->n_open; i++)
    if (self->open[i] == mark)
      return TRUE;
  return FALSE;
}

static JugProseStyle
get_style (const Parser *self)
{
  return (is_open (self, MARK_STRESS) ? JUG_PROSE_STRESS : 0) |
         (is_open (self, MARK_STRONG) ? JUG_PROSE_STRONG : 0);
}

static void
end_span (Parser *self, JugProseStyle style)
{
  JugProseSpan *span;

  if (self->text->len == 0)
    return;
  span = g_new0 (JugProseSpan, 1);
  span->style = style;
  span->text = g_strdup (self->text->str);
  g_ptr_array_add (self->prose->spans, span);
  g_string_truncate (self->text, 0);
}

/* Says what is wrong where @rest begins; returns %FALSE, for its callers to return. */
static gboolean
fail (GError **error, const char *rest, const char *problem)
{
  g_autofree char *shown = g_utf8_substring (rest, 0, MIN (g_utf8_strlen (rest, -1), 24));

  /* Translators: the beginning of some text, and what is wrong with it */
  g_set_error (error, JUG_LESSON_ERROR, JUG_LESSON_ERROR_SYNTAX, _ ("“%s”: %s"), shown,
               problem);
  return FALSE;
}

/* @rest begins with the mark that opens or closes something. */
static gboolean
toggle (Parser *self, Mark mark, const char *rest, GError **error)
{
  end_span (self, get_style (self));
  if (!is_open (self, mark))
    {
      self->open[self->n_open++] = mark;
      self->first_span[mark] = self->prose->spans->len;
      return TRUE;
    }
  if (self->open[self->n_open - 1] != mark)
    return fail (error, rest, _ ("this mark ends before another one that it holds"));
  if (self->first_span[mark] == self->prose->spans->len)
    return fail (error, rest, _ ("there is nothing between the marks"));
  self->n_open--;
  return TRUE;
}

static gboolean
read_code (Parser *self, const char **rest, GError **error)
{
  const char *end = strchr (*rest + 1, '`');

  if (!end)
    return fail (error, *rest, _ ("this mark has no end"));
  if (end == *rest + 1)
    return fail (error, *rest, _ ("there is nothing between the marks"));
  end_span (self, get_style (self));
  g_string_append_len (self->text, *rest + 1, end - *rest - 1);
  end_span (self, get_style (self) | JUG_PROSE_CODE);
  *rest = end + 1;
  return TRUE;
}

/* Whether @id can be the id of a lesson: two words of small letters, digits and
 * hyphens */
static gboolean
is_lesson_id (const char *id)
{
  const char *slash = strchr (id, '/');

  return slash && slash != id && slash[1] && !strchr (slash + 1, '/') &&
         strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-/") == strlen (id);
}

static gboolean
set_target (Parser *self, const char *target, GError **error)
{
  const char *lesson = g_str_has_prefix (target, "lesson:") ? target + 7 : NULL;
  const char *term = g_str_has_prefix (target, "term:") ? target + 5 : NULL;
  gboolean is_plain_term = g_str_equal (target, "term");
  g_autoptr (GString) words = g_string_new (NULL);

  if (!(lesson && is_lesson_id (lesson)) && !(term && *term) && !is_plain_term)
    return fail (error, target,
                 _ ("a link leads to lesson:UNIT/LESSON, term:WORD or term"));
  for (guint i = self->first_span[MARK_LINK]; i < self->prose->spans->len; i++)
    {
      JugProseSpan *span = g_ptr_array_index (self->prose->spans, i);

      g_string_append (words, span->text);
    }
  for (guint i = self->first_span[MARK_LINK]; i < self->prose->spans->len; i++)
    {
      JugProseSpan *span = g_ptr_array_index (self->prose->spans, i);

      span->lesson = g_strdup (lesson);
      span->term = g_strdup (is_plain_term ? words->str : term);
    }
  return TRUE;
}

static gboolean
open_link (Parser *self, const char **rest, GError **error)
{
  if (is_open (self, MARK_LINK))
    return fail (error, *rest, _ ("a link within a link"));
  if (!toggle (self, MARK_LINK, *rest, error))
    return FALSE;
  (*rest)++;
  return TRUE;
}

static gboolean
close_link (Parser *self, const char **rest, GError **error)
{
  const char *end = (*rest)[1] == '(' ? strchr (*rest, ')') : NULL;
  g_autofree char *target = NULL;

  if (!is_open (self, MARK_LINK) || !end)
    return fail (error, *rest, _ ("a ] that ends no link; write \\] for the character"));
  if (!toggle (self, MARK_LINK, *rest, error))
    return FALSE;
  target = g_strndup (*rest + 2, end - *rest - 2);
  if (!set_target (self, target, error))
    return FALSE;
  *rest = end + 1;
  return TRUE;
}

static gboolean
parse (Parser *self, const char *marked, GError **error)
{
  for (const char *p = marked; *p;)
    {
      gboolean ok = TRUE;

      if (*p == '\\' && p[1] && strchr ("\\`*[]", p[1]))
        {
          g_string_append_c (self->text, p[1]);
          p += 2;
        }
      else if (*p == '`')
        ok = read_code (self, &p, error);
      else if (*p == '*')
        {
          gboolean is_strong = p[1] == '*';

          ok = toggle (self, is_strong ? MARK_STRONG : MARK_STRESS, p, error);
          p += is_strong ? 2 : 1;
        }
      else if (*p == '[')
        ok = open_link (self, &p, error);
      else if (*p == ']')
        ok = close_link (self, &p, error);
      else
        g_string_append_c (self->text, *p++);
      if (!ok)
        return FALSE;
    }
  end_span (self, get_style (self));
  if (self->n_open > 0)
    return fail (error, marked, _ ("a mark in this has no end"));
  return TRUE;
}

JugProse *
jug_prose_new (const char *marked, GError **error)
{
  g_autoptr (JugProse) self = NULL;
  g_autoptr (GString) text = NULL;
  Parser parser = { 0 };

  g_return_val_if_fail (marked != NULL, NULL);

  self = g_new0 (JugProse, 1);
  self->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) free_span);
  text = g_string_new (NULL);
  parser.prose = self;
  parser.text = text;
  if (!parse (&parser, marked, error))
    return NULL;

  g_string_truncate (text, 0);
  for (guint i = 0; i < self->spans->len; i++)
    g_string_append (text, jug_prose_get_span (self, i)->text);
  self->text = g_strdup (text->str);
  return g_steal_pointer (&self);
}

void
jug_prose_free (JugProse *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->spans);
  g_free (self->text);
  g_free (self);
}

const char *
jug_prose_get_text (JugProse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

guint
jug_prose_get_n_spans (JugProse *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->spans->len;
}

const JugProseSpan *
jug_prose_get_span (JugProse *self, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->spans->len, NULL);

  return g_ptr_array_index (self->spans, position);
}
