/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What learners have made of the programs of lessons. */
#include "jug-versions.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

struct _JugVersions
{
  char *folder;
};

JugVersions *
jug_versions_new (const char *folder)
{
  JugVersions *self = g_new (JugVersions, 1);

  self->folder =
      folder ? g_strdup (folder)
             : g_build_filename (g_get_user_data_dir (), "juggler", "versions", NULL);
  return self;
}

void
jug_versions_free (JugVersions *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->folder);
  g_free (self);
}

/* A lesson's id has a slash in it. */
static char *
get_path (JugVersions *self, const char *lesson)
{
  g_autofree char *name = g_strconcat (lesson, ".py", NULL);

  g_strdelimit (name, "/", '-');
  return g_build_filename (self->folder, name, NULL);
}

char *
jug_versions_load (JugVersions *self, const char *lesson)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  gsize size;
  GStatBuf status;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (lesson != NULL, NULL);

  path = get_path (self, lesson);
  if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode) ||
      status.st_size > JUG_VERSIONS_MAX_SIZE ||
      !g_file_get_contents (path, &text, &size, NULL) ||
      !g_utf8_validate (text, (gssize) size, NULL))
    return NULL;
  return g_steal_pointer (&text);
}

gboolean
jug_versions_save (JugVersions *self,
                   const char *lesson,
                   const char *text,
                   GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (lesson != NULL, FALSE);

  path = get_path (self, lesson);
  if (!text)
    return g_unlink (path) == 0 || errno == ENOENT;
  if (strlen (text) > JUG_VERSIONS_MAX_SIZE)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                           _ ("The program is too long to be kept."));
      return FALSE;
    }
  g_mkdir_with_parents (self->folder, 0700);
  return g_file_set_contents (path, text, -1, error);
}
