/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JugNarrationSpans of sentences that know what they are, put together by translated
 * templates. */
#include "jug-phrase-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define NS_PER_SECOND 1e9
#define NS_PER_MS 1e6

enum
{
  MAX_CODE_CHARS =
      60, /* of a value or a line of the program; a sentence is not the place for more */
  MAX_ARGUMENTS = 9
};

struct _JugPhrase
{
  GArray *pieces; /* of JugNarrationSpan */
};

static void
clear_piece (gpointer data)
{
  g_free (((JugNarrationSpan *) data)->text);
}

static void
phrase_free (gpointer data)
{
  JugPhrase *self = data;

  g_array_unref (self->pieces);
  g_free (self);
}

static JugPhrase *
phrase_new (JugWorkshop *workshop)
{
  JugPhrase *self = g_new (JugPhrase, 1);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (JugNarrationSpan));
  g_array_set_clear_func (self->pieces, clear_piece);
  g_ptr_array_add (workshop->phrases, self);
  return self;
}

/* Words next to each other become one piece. */
static void
append (
    JugPhrase *self, JugNarrationRole role, guint32 task, const char *text, gssize length)
{
  JugNarrationSpan piece = { role, task, NULL };

  if (length == 0 || *text == '\0')
    return;
  piece.text = length < 0 ? g_strdup (text) : g_strndup (text, length);
  if (role == JUG_NARRATION_PLAIN && self->pieces->len > 0)
    {
      JugNarrationSpan *last =
          &g_array_index (self->pieces, JugNarrationSpan, self->pieces->len - 1);

      if (last->role == JUG_NARRATION_PLAIN)
        {
          g_autofree char *before = last->text;
          g_autofree char *after = piece.text;

          last->text = g_strconcat (before, after, NULL);
          return;
        }
    }
  g_array_append_val (self->pieces, piece);
}

static void
append_phrase (JugPhrase *self, const JugPhrase *other)
{
  for (guint i = 0; i < other->pieces->len; i++)
    {
      const JugNarrationSpan *piece = &g_array_index (other->pieces, JugNarrationSpan, i);

      append (self, piece->role, piece->task, piece->text, -1);
    }
}

void
jug_workshop_init (JugWorkshop *self)
{
  self->phrases = g_ptr_array_new_with_free_func (phrase_free);
}

void
jug_workshop_clear (JugWorkshop *self)
{
  g_clear_pointer (&self->phrases, g_ptr_array_unref);
}

JugPhrase *
jug_phrase_plain (JugWorkshop *workshop, const char *text)
{
  JugPhrase *self = phrase_new (workshop);

  append (self, JUG_NARRATION_PLAIN, JUG_TASK_LOOP, text, -1);
  return self;
}

/* On one line, without what a screen cannot show, and not too long. */
static char *
make_presentable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_new (NULL);
  glong n_chars = 0;

  for (const char *at = valid; *at; at = g_utf8_next_char (at), n_chars++)
    {
      gunichar c = g_utf8_get_char (at);

      if (n_chars == MAX_CODE_CHARS && *g_utf8_next_char (at) != '\0')
        {
          g_string_append (out, "…");
          break;
        }
      g_string_append_unichar (out, g_unichar_iscntrl (c) ? ' ' : c);
    }
  return g_string_free (out, FALSE);
}

JugPhrase *
jug_phrase_code (JugWorkshop *workshop, const char *text)
{
  JugPhrase *self = phrase_new (workshop);
  g_autofree char *presentable = make_presentable (text);

  append (self, JUG_NARRATION_CODE, JUG_TASK_LOOP, presentable, -1);
  return self;
}

JugPhrase *
jug_phrase_task (JugWorkshop *workshop, guint32 task, const char *label)
{
  JugPhrase *self = phrase_new (workshop);
  g_autofree char *presentable = make_presentable (label);

  append (self, JUG_NARRATION_TASK, task, presentable, -1);
  return self;
}

JugPhrase *
jug_phrase_number (JugWorkshop *workshop, guint64 number)
{
  JugPhrase *self = phrase_new (workshop);
  /* The flag writes digits as the language does: 1,024 or 1.024. */
  g_autofree char *text = g_strdup_printf ("%'" G_GUINT64_FORMAT, number);

  append (self, JUG_NARRATION_PLAIN, JUG_TASK_LOOP, text, -1);
  return self;
}

/* Three decimals at most, and none that say nothing. */
static char *
format_decimals (double value)
{
  g_autofree char *text = g_strdup_printf ("%'.3f", value);
  gsize length = strlen (text);

  while (length > 0 && text[length - 1] == '0')
    length--;
  while (length > 0 && !g_ascii_isdigit (text[length - 1]))
    length--;
  return g_strndup (text, length);
}

/*
 * Seconds, as the program's own text has them, down to a millisecond.  A run on the real
 * clock has times between two milliseconds, which nobody needs to know once there are
 * many of them.
 */
JugPhrase *
jug_phrase_time (JugWorkshop *workshop, gint64 time_ns)
{
  JugPhrase *self = phrase_new (workshop);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (time_ns != 0 && ABS (time_ns) < NS_PER_MS)
    {
      number = format_decimals ((double) time_ns / NS_PER_MS);
      /* TRANSLATORS: a number of milliseconds; there is a no-break space before the
       * unit */
      text = g_strdup_printf (_ ("%s ms"), number);
    }
  else
    {
      number = format_decimals ((double) time_ns / NS_PER_SECOND);
      /* TRANSLATORS: a number of seconds; there is a no-break space before the unit */
      text = g_strdup_printf (_ ("%s s"), number);
    }
  append (self, JUG_NARRATION_TIME, JUG_TASK_LOOP, text, -1);
  return self;
}

/* Reads a placeholder of a template, %s or %2$s, at @at, which points behind its per cent
 * sign. Returns where it ends, or NULL if it is none. */
static const char *
read_placeholder (const char *at, guint *next, guint *argument)
{
  if (*at == 's')
    {
      *argument = (*next)++;
      return at + 1;
    }
  if (g_ascii_isdigit (at[0]) && at[0] != '0' && at[1] == '$' && at[2] == 's')
    {
      *argument = (guint) (at[0] - '1');
      return at + 3;
    }
  return NULL;
}

/*
 * jug_phrase_say:
 * @workshop: where it is made
 * @format: a translated template, with %s or %1$s for each phrase
 * @...: phrases, then NULL
 *
 * What printf does for strings.  A placeholder for which there is no phrase, as a wrong
 * translation may have one, stays empty.
 */
JugPhrase *
jug_phrase_say (JugWorkshop *workshop, const char *format, ...)
{
  JugPhrase *self = phrase_new (workshop);
  const JugPhrase *arguments[MAX_ARGUMENTS] = { NULL };
  const char *at = format, *percent;
  guint n_arguments = 0, next = 0;
  va_list args;

  va_start (args, format);
  for (const JugPhrase *argument; (argument = va_arg (args, const JugPhrase *));)
    {
      g_assert (n_arguments < MAX_ARGUMENTS);
      arguments[n_arguments++] = argument;
    }
  va_end (args);

  while ((percent = strchr (at, '%')))
    {
      guint argument = 0;
      const char *end = read_placeholder (percent + 1, &next, &argument);

      append (self, JUG_NARRATION_PLAIN, JUG_TASK_LOOP, at, percent - at);
      if (end && argument < n_arguments)
        append_phrase (self, arguments[argument]);
      else if (!end)
        append (self, JUG_NARRATION_PLAIN, JUG_TASK_LOOP, "%", 1);
      at = end ? end : percent + (percent[1] == '%' ? 2 : 1);
    }
  append (self, JUG_NARRATION_PLAIN, JUG_TASK_LOOP, at, -1);
  return self;
}

char *
jug_phrase_to_string (const JugPhrase *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->pieces->len; i++)
    g_string_append (out, g_array_index (self->pieces, JugNarrationSpan, i).text);
  return g_string_free (out, FALSE);
}

/* Returns an array of JugNarrationSpan that clears its members. */
GArray *
jug_phrase_to_spans (const JugPhrase *self)
{
  return g_array_ref (self->pieces);
}
