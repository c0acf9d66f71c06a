/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lesson: its text, its program, what may be changed in it. */
#include "jug-lesson-private.h"

#include "jug-nearest.h"
#include "jug-page-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (JugLesson, jug_lesson, G_TYPE_OBJECT)
G_DEFINE_QUARK (jug - lesson - error - quark, jug_lesson_error)

static void
free_param (JugParam *param)
{
  g_free (param->name);
  g_free (param->label);
  g_free (param->code);
  g_free (param);
}

static void
jug_lesson_finalize (GObject *object)
{
  JugLesson *self = JUG_LESSON (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->python_source, g_free);
  g_clear_pointer (&self->native_source, g_free);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->params, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->labels, g_hash_table_unref);

  G_OBJECT_CLASS (jug_lesson_parent_class)->finalize (object);
}

static void
jug_lesson_class_init (JugLessonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = jug_lesson_finalize;
}

static void
jug_lesson_init (JugLesson *self)
{
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) jug_page_free);
  self->params = g_ptr_array_new_with_free_func ((GDestroyNotify) free_param);
  self->places = g_array_new (FALSE, FALSE, sizeof (JugParamPlace));
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

const char *
jug_lesson_get_id (JugLesson *self)
{
  g_return_val_if_fail (JUG_IS_LESSON (self), NULL);

  return self->id;
}

const char *
jug_lesson_get_title (JugLesson *self)
{
  g_return_val_if_fail (JUG_IS_LESSON (self), NULL);

  return self->title;
}

const char *
jug_lesson_get_summary (JugLesson *self)
{
  g_return_val_if_fail (JUG_IS_LESSON (self), NULL);

  return self->summary;
}

JugLessonClock
jug_lesson_get_clock (JugLesson *self)
{
  g_return_val_if_fail (JUG_IS_LESSON (self), JUG_LESSON_CLOCK_VIRTUAL);

  return self->clock;
}

const char *
jug_lesson_get_python_source (JugLesson *self)
{
  g_return_val_if_fail (JUG_IS_LESSON (self), NULL);

  return self->python_source;
}

const char *
jug_lesson_get_native_source (JugLesson *self)
{
  g_return_val_if_fail (JUG_IS_LESSON (self), NULL);

  return self->native_source;
}

char *
jug_lesson_dup_python_source_with (JugLesson *self, GVariant *settings)
{
  g_autoptr (GString) out = NULL;
  gsize done = 0;

  g_return_val_if_fail (JUG_IS_LESSON (self), NULL);

  out = g_string_new (NULL);
  for (guint i = 0; i < self->places->len; i++)
    {
      const JugParamPlace *place = &g_array_index (self->places, JugParamPlace, i);
      const JugParam *param = g_ptr_array_index (self->params, place->param);
      g_autofree char *value =
          jug_param_format (param, jug_param_get_value (param, settings));

      g_string_append_len (out, self->python_source + done, place->offset - done);
      g_string_append (out, value);
      done = place->offset + place->length;
    }
  g_string_append (out, self->python_source + done);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

guint
jug_lesson_get_n_pages (JugLesson *self)
{
  g_return_val_if_fail (JUG_IS_LESSON (self), 0);

  return self->pages->len;
}

const JugPage *
jug_lesson_get_page (JugLesson *self, guint position)
{
  g_return_val_if_fail (JUG_IS_LESSON (self), NULL);
  g_return_val_if_fail (position < self->pages->len, NULL);

  return g_ptr_array_index (self->pages, position);
}

guint
jug_lesson_get_n_params (JugLesson *self)
{
  g_return_val_if_fail (JUG_IS_LESSON (self), 0);

  return self->params->len;
}

const JugParam *
jug_lesson_get_param (JugLesson *self, guint position)
{
  g_return_val_if_fail (JUG_IS_LESSON (self), NULL);
  g_return_val_if_fail (position < self->params->len, NULL);

  return g_ptr_array_index (self->params, position);
}

const JugParam *
jug_lesson_find_param (JugLesson *self, const char *name)
{
  g_return_val_if_fail (JUG_IS_LESSON (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < self->params->len; i++)
    if (g_str_equal (jug_lesson_get_param (self, i)->name, name))
      return jug_lesson_get_param (self, i);
  return NULL;
}

static void
set_unknown_param (JugLesson *self, GError **error, const char *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *all = NULL;
  const char *nearest;

  for (guint i = 0; i < self->params->len; i++)
    g_ptr_array_add (names, jug_lesson_get_param (self, i)->name);
  g_ptr_array_add (names, NULL);
  all = g_strjoinv (", ", (char **) names->pdata);
  nearest = jug_nearest_find (name, (const char *const *) names->pdata);
  if (nearest)
    g_set_error (error, JUG_LESSON_ERROR, JUG_LESSON_ERROR_UNKNOWN,
                 _ ("%s has no parameter “%.40s”; did you mean “%s”?"), self->id, name,
                 nearest);
  else if (*all)
    g_set_error (error, JUG_LESSON_ERROR, JUG_LESSON_ERROR_UNKNOWN,
                 _ ("%s has no parameter “%.40s”; it has: %s"), self->id, name, all);
  else
    g_set_error (error, JUG_LESSON_ERROR, JUG_LESSON_ERROR_UNKNOWN,
                 _ ("%s has no parameter “%.40s”, it has none at all"), self->id, name);
}

static gboolean
parse_assignment (JugLesson *self,
                  const char *assignment,
                  GVariantDict *dict,
                  GError **error)
{
  const char *equals = strchr (assignment, '=');
  g_autofree char *name = equals ? g_strndup (assignment, equals - assignment) : NULL;
  const JugParam *param = name ? jug_lesson_find_param (self, name) : NULL;
  double value;

  if (!equals)
    g_set_error (error, JUG_LESSON_ERROR, JUG_LESSON_ERROR_VALUE,
                 _ ("“%.40s” is not NAME=VALUE"), assignment);
  else if (!param)
    set_unknown_param (self, error, name);
  else if (jug_param_parse (param, equals + 1, &value, error))
    {
      g_variant_dict_insert (dict, name, "d", value);
      return TRUE;
    }
  return FALSE;
}

GVariant *
jug_lesson_parse_settings (JugLesson *self,
                           const char *const *assignments,
                           GError **error)
{
  g_autoptr (GVariantDict) dict = NULL;
  GVariantBuilder builder;

  g_return_val_if_fail (JUG_IS_LESSON (self), NULL);

  dict = g_variant_dict_new (NULL);
  for (guint i = 0; assignments && assignments[i]; i++)
    if (!parse_assignment (self, assignments[i], dict, error))
      return NULL;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sd}"));
  for (guint i = 0; i < self->params->len; i++)
    {
      const JugParam *param = jug_lesson_get_param (self, i);
      double value;

      if (g_variant_dict_lookup (dict, param->name, "d", &value))
        g_variant_builder_add (&builder, "{sd}", param->name, value);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

const char *
jug_lesson_get_label (JugLesson *self, const char *task)
{
  g_return_val_if_fail (JUG_IS_LESSON (self), NULL);
  g_return_val_if_fail (task != NULL, NULL);

  return g_hash_table_lookup (self->labels, task);
}

void
jug_lesson_foreach_label (JugLesson *self, GHFunc func, gpointer user_data)
{
  g_return_if_fail (JUG_IS_LESSON (self));
  g_return_if_fail (func != NULL);

  g_hash_table_foreach (self->labels, func, user_data);
}
