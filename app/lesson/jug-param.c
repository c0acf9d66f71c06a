/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number in a lesson's program that the learner may change. */
#include "jug-param.h"

#include "jug-lesson.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
is_whole (double value)
{
  return value >= ceil (value);
}

gboolean
jug_param_parse (const JugParam *self, const char *text, double *value, GError **error)
{
  g_autofree char *min = NULL;
  g_autofree char *max = NULL;
  char *end = NULL;
  double number;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  /* strtod reads hexadecimal numbers, infinities and blanks as well: a program does
   * not. */
  number = g_ascii_strtod (text, &end);
  if (*text && !*end && strspn (text, "+-.0123456789eE") == strlen (text) &&
      number >= self->min && number <= self->max &&
      (self->type == JUG_PARAM_FLOAT || is_whole (number)))
    {
      *value = number;
      return TRUE;
    }

  min = jug_param_format (self, self->min);
  max = jug_param_format (self, self->max);
  if (self->type == JUG_PARAM_INT)
    g_set_error (error, JUG_LESSON_ERROR, JUG_LESSON_ERROR_VALUE,
                 _ ("%s can be a whole number from %s to %s, not “%.40s”"), self->name,
                 min, max, text);
  else
    g_set_error (error, JUG_LESSON_ERROR, JUG_LESSON_ERROR_VALUE,
                 _ ("%s can be a number from %s to %s, not “%.40s”"), self->name, min,
                 max, text);
  return FALSE;
}

double
jug_param_get_value (const JugParam *self, GVariant *settings)
{
  double value;

  g_return_val_if_fail (self != NULL, 0);

  if (!settings || !g_variant_lookup (settings, self->name, "d", &value) || isnan (value))
    return self->initial;
  if (self->type == JUG_PARAM_INT)
    value = floor (value + 0.5);
  return CLAMP (value, self->min, self->max);
}

char *
jug_param_format (const JugParam *self, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  int digits = fabs (value) >= 1 ? (int) floor (log10 (fabs (value))) + 1 : 1;

  g_return_val_if_fail (self != NULL, NULL);

  /* The shortest of those that are read back as the same number, and no exponent for a
   * large one */
  for (; digits <= 17; digits++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", digits);
      double again;

      g_ascii_formatd (buffer, sizeof buffer, format, value);
      again = g_ascii_strtod (buffer, NULL);
      if (again >= value && again <= value)
        break;
    }
  return g_strdup (buffer);
}
