/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps places sorted by line, so that a line's are found and stand together. */
#include "jug-task-places.h"

#include <glib/gi18n-lib.h>

struct _JugTaskPlaces
{
  GArray *places; /* of JugTaskPlace, by line once sorted */
};

static void
place_clear (gpointer data)
{
  JugTaskPlace *place = data;

  g_clear_pointer (&place->label, g_free);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const JugTaskPlace *one = a;
  const JugTaskPlace *other = b;

  if (one->line != other->line)
    return one->line < other->line ? -1 : 1;
  return one->task < other->task ? -1 : one->task > other->task;
}

JugTaskPlaces *
jug_task_places_new (void)
{
  JugTaskPlaces *self = g_new0 (JugTaskPlaces, 1);

  self->places = g_array_new (FALSE, FALSE, sizeof (JugTaskPlace));
  g_array_set_clear_func (self->places, place_clear);
  return self;
}

void
jug_task_places_free (JugTaskPlaces *self)
{
  g_array_unref (self->places);
  g_free (self);
}

void
jug_task_places_clear (JugTaskPlaces *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->places, 0);
}

void
jug_task_places_add (
    JugTaskPlaces *self, guint line, guint32 task, JugStatus status, const char *label)
{
  JugTaskPlace place = { line, task, status, NULL };

  g_return_if_fail (self != NULL);
  g_return_if_fail (label != NULL);

  place.label = g_strdup (label);
  g_array_append_val (self->places, place);
}

void
jug_task_places_sort (JugTaskPlaces *self)
{
  g_return_if_fail (self != NULL);

  g_array_sort (self->places, compare_places);
}

guint
jug_task_places_get_n (JugTaskPlaces *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->places->len;
}

const JugTaskPlace *
jug_task_places_get (JugTaskPlaces *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->places->len, NULL);

  return &g_array_index (self->places, JugTaskPlace, index);
}

guint
jug_task_places_find (JugTaskPlaces *self, guint line, guint *n_places)
{
  guint low = 0, high;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (n_places != NULL, 0);

  high = self->places->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (jug_task_places_get (self, middle)->line < line)
        low = middle + 1;
      else
        high = middle;
    }
  *n_places = 0;
  while (low + *n_places < self->places->len &&
         jug_task_places_get (self, low + *n_places)->line == line)
    (*n_places)++;
  return low;
}

gboolean
jug_task_places_show_running (JugTaskPlaces *self,
                              guint first,
                              guint n_places,
                              guint n_shown)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (first + n_places <= self->places->len, FALSE);

  for (guint i = n_shown; i < n_places; i++)
    {
      JugTaskPlace place = g_array_index (self->places, JugTaskPlace, first + i);

      if (place.status != JUG_STATUS_RUNNING || i == 0)
        continue;
      for (guint k = first + i; k > first; k--)
        g_array_index (self->places, JugTaskPlace, k) =
            g_array_index (self->places, JugTaskPlace, k - 1);
      g_array_index (self->places, JugTaskPlace, first) = place;
      return TRUE;
    }
  return FALSE;
}

char *
jug_task_places_dup_text (JugTaskPlaces *self, guint line)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_places, first;

  g_return_val_if_fail (self != NULL, NULL);

  first = jug_task_places_find (self, line, &n_places);
  for (guint i = 0; i < n_places; i++)
    {
      const JugTaskPlace *place = jug_task_places_get (self, first + i);

      if (i > 0)
        g_string_append_c (text, '\n');
      if (place->status == JUG_STATUS_RUNNING)
        /* Translators: %s is the name of a task */
        g_string_append_printf (text, _ ("%s runs here"), place->label);
      else if (place->status == JUG_STATUS_READY || place->status == JUG_STATUS_CREATED)
        /* Translators: %s is the name of a task */
        g_string_append_printf (text, _ ("%s is ready to go on here"), place->label);
      else
        /* Translators: %s is the name of a task */
        g_string_append_printf (text, _ ("%s waits here"), place->label);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

char *
jug_task_places_dup_names (JugTaskPlaces *self, guint first, guint n_places)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < n_places; i++)
    {
      if (i > 0)
        /* Translators: between two names in a row of names */
        g_string_append (text, _ (", "));
      g_string_append (text, jug_task_places_get (self, first + i)->label);
    }
  return g_strdup (text->str);
}
