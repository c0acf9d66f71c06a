/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dictionary of folders in the settings, the one that was changed last at its end. */
#include "jug-run-options.h"

#include <glib/gi18n-lib.h>

#define KEY "run-options"
#define ENTRY "{s(ssbb)}"

static char *
dup_folder (GFile *program)
{
  g_autofree char *path = g_file_get_path (program);
  g_autofree char *folder = path ? g_path_get_dirname (path) : NULL;

  /* What is no UTF-8 cannot be a setting. */
  return folder && g_utf8_validate (folder, -1, NULL) ? g_steal_pointer (&folder) : NULL;
}

JugRunOptions *
jug_run_options_load (GSettings *settings, GFile *program)
{
  JugRunOptions *self;
  g_autofree char *folder = NULL;
  g_autoptr (GVariant) all = NULL;
  g_autoptr (GVariant) entry = NULL;

  g_return_val_if_fail (G_IS_FILE (program), NULL);

  self = g_new0 (JugRunOptions, 1);
  folder = dup_folder (program);
  if (settings != NULL && folder != NULL)
    {
      all = g_settings_get_value (settings, KEY);
      entry = g_variant_lookup_value (all, folder, G_VARIANT_TYPE ("(ssbb)"));
    }
  if (entry != NULL)
    g_variant_get (entry, "(ssbb)", &self->arguments, &self->interpreter,
                   &self->virtual_time, &self->without_locals);
  else
    {
      self->arguments = g_strdup ("");
      self->interpreter = g_strdup ("");
    }
  return self;
}

void
jug_run_options_free (JugRunOptions *self)
{
  g_free (self->arguments);
  g_free (self->interpreter);
  g_free (self);
}

static gboolean
is_plain (const JugRunOptions *self)
{
  return *self->arguments == '\0' && *self->interpreter == '\0' && !self->virtual_time &&
         !self->without_locals;
}

static gboolean
is_of (GVariant *entry, const char *folder)
{
  const char *other;

  g_variant_get_child (entry, 0, "&s", &other);
  return g_str_equal (other, folder);
}

static guint
count_others (GVariant *all, const char *folder)
{
  guint n = 0;

  for (gsize i = 0; i < g_variant_n_children (all); i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (all, i);

      n += !is_of (entry, folder);
    }
  return n;
}

void
jug_run_options_save (const JugRunOptions *self, GSettings *settings, GFile *program)
{
  g_autofree char *folder = NULL;
  g_autoptr (GVariant) all = NULL;
  GVariantBuilder builder;
  guint n_others, n_kept = JUG_RUN_OPTIONS_MAX_FOLDERS - !is_plain (self);

  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_FILE (program));

  folder = dup_folder (program);
  if (settings == NULL || folder == NULL)
    return;
  all = g_settings_get_value (settings, KEY);
  n_others = count_others (all, folder);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" ENTRY));
  for (gsize i = 0; i < g_variant_n_children (all); i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (all, i);

      if (!is_of (entry, folder) && n_others-- <= n_kept)
        g_variant_builder_add_value (&builder, entry);
    }
  if (!is_plain (self))
    g_variant_builder_add (&builder, ENTRY, folder, self->arguments, self->interpreter,
                           self->virtual_time, self->without_locals);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

char **
jug_run_options_parse (const char *text, GError **error)
{
  g_autoptr (GError) why = NULL;
  char **arguments;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_shell_parse_argv (text, NULL, &arguments, &why))
    return arguments;
  if (g_error_matches (why, G_SHELL_ERROR, G_SHELL_ERROR_EMPTY_STRING))
    return g_new0 (char *, 1);
  g_set_error_literal (error, G_SHELL_ERROR, why->code,
                       _ ("A quotation mark or the character behind a backslash is "
                          "missing."));
  return NULL;
}

void
jug_run_options_apply (const JugRunOptions *self, JugSession *session)
{
  g_auto (GStrv) arguments = NULL;
  JugSessionPython python = { 0 };

  g_return_if_fail (JUG_IS_SESSION (session));

  if (self != NULL)
    {
      arguments = jug_run_options_parse (self->arguments, NULL);
      python = (JugSessionPython){
        .interpreter = *self->interpreter != '\0' ? self->interpreter : NULL,
        .arguments = (const char *const *) arguments,
        .virtual_time = self->virtual_time,
        .without_locals = self->without_locals,
      };
    }
  jug_session_set_python (session, &python);
}
