/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of files for one test, which goes with it. */
#include "jug-test-folder.h"

struct _JugTestFolder
{
  char *path;
};

JugTestFolder *
jug_test_folder_new (void)
{
  JugTestFolder *self = g_new0 (JugTestFolder, 1);
  g_autoptr (GError) error = NULL;

  self->path = g_dir_make_tmp ("juggler-XXXXXX", &error);
  g_assert_no_error (error);
  return self;
}

static void
delete_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children =
      g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                 G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) &&
         child)
    delete_tree (child);
  g_file_delete (file, NULL, NULL);
}

void
jug_test_folder_free (JugTestFolder *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->path);

  delete_tree (folder);
  g_free (self->path);
  g_free (self);
}

/* Writes a file, and makes the folders on its way. */
void
jug_test_folder_write (JugTestFolder *self, const char *path, const char *text)
{
  g_autofree char *name = g_build_filename (self->path, path, NULL);
  g_autofree char *folder = g_path_get_dirname (name);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (name, text, -1, &error);
  g_assert_no_error (error);
}

/* The file at @path, or the folder itself for ".". */
GFile *
jug_test_folder_get_file (JugTestFolder *self, const char *path)
{
  return g_file_new_build_filename (self->path, path, NULL);
}
