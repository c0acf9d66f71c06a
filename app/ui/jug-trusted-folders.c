/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of paths in the settings, the one that was used last at its end. */
#include "jug-trusted-folders.h"

#define KEY "trusted-folders"

static char *
dup_folder (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  return path != NULL ? g_path_get_dirname (path) : NULL;
}

gboolean
jug_trusted_folders_has (GSettings *settings, GFile *file)
{
  g_autofree char *folder = NULL;
  g_auto (GStrv) known = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  folder = dup_folder (file);
  if (settings == NULL || folder == NULL)
    return FALSE;
  known = g_settings_get_strv (settings, KEY);
  return g_strv_contains ((const char *const *) known, folder);
}

void
jug_trusted_folders_add (GSettings *settings, GFile *file)
{
  g_autofree char *folder = NULL;
  g_auto (GStrv) known = NULL;
  g_autoptr (GPtrArray) folders = NULL;

  g_return_if_fail (G_IS_FILE (file));

  folder = dup_folder (file);
  /* What is no UTF-8 cannot be a setting. */
  if (settings == NULL || folder == NULL || !g_utf8_validate (folder, -1, NULL))
    return;
  known = g_settings_get_strv (settings, KEY);
  folders = g_ptr_array_new ();
  for (guint i = 0; known[i] != NULL; i++)
    if (!g_str_equal (known[i], folder))
      g_ptr_array_add (folders, known[i]);
  g_ptr_array_add (folders, folder);
  if (folders->len > JUG_TRUSTED_FOLDERS_MAX)
    g_ptr_array_remove_range (folders, 0, folders->len - JUG_TRUSTED_FOLDERS_MAX);
  g_ptr_array_add (folders, NULL);
  g_settings_set_strv (settings, KEY, (const char *const *) folders->pdata);
}
