/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder for one run, which is gone with it. */
#include "jug-scratch-folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Deeper than this a program's folders are left to whoever cleans the system's. */
#define MAX_DEPTH 64

struct _JugScratchFolder
{
  char *path;
};

/**
 * jug_scratch_folder_new:
 * @error: why there is none
 *
 * Makes a folder.
 *
 * Returns: (transfer full) (nullable): the folder
 */
JugScratchFolder *
jug_scratch_folder_new (GError **error)
{
  g_autofree char *made = g_dir_make_tmp ("juggler-run-XXXXXX", error);
  JugScratchFolder *self;

  if (!made)
    return NULL;
  self = g_new (JugScratchFolder, 1);
  /* As the kernel calls it, so that whoever works in it finds the same name. */
  self->path = realpath (made, NULL);
  if (!self->path)
    self->path = g_strdup (made);
  return self;
}

/* Empties an open folder, which it closes.  No link is followed: what a program has made
 * must not lead out of its folder. */
static void
empty (int fd, guint depth)
{
  DIR *dir = fdopendir (fd);
  struct dirent *entry;

  if (!dir)
    {
      close (fd);
      return;
    }
  while ((entry = readdir (dir)) != NULL)
    {
      int inner;

      if (g_str_equal (entry->d_name, ".") || g_str_equal (entry->d_name, ".."))
        continue;
      if (unlinkat (fd, entry->d_name, 0) == 0 || depth == MAX_DEPTH)
        continue;
      inner = openat (fd, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
      if (inner < 0 && errno == EACCES && fchmodat (fd, entry->d_name, 0700, 0) == 0)
        inner =
            openat (fd, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
      if (inner >= 0)
        {
          fchmod (inner, 0700);
          empty (inner, depth + 1);
          unlinkat (fd, entry->d_name, AT_REMOVEDIR);
        }
    }
  closedir (dir);
}

/**
 * jug_scratch_folder_free:
 * @self: (transfer full): a folder
 *
 * Removes it with everything in it.
 */
void
jug_scratch_folder_free (JugScratchFolder *self)
{
  int fd;

  g_return_if_fail (self != NULL);

  fd = open (self->path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (fd >= 0)
    empty (fd, 0);
  rmdir (self->path);
  g_free (self->path);
  g_free (self);
}

/**
 * jug_scratch_folder_get_path:
 * @self: a folder
 *
 * Returns: (transfer none): where it is
 */
const char *
jug_scratch_folder_get_path (JugScratchFolder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

/**
 * jug_scratch_folder_write:
 * @self: a folder
 * @name: a name without a slash
 * @content: what shall be in the file
 * @size: how many bytes; -1 up to its NUL
 * @error: why it could not be written
 *
 * Puts a file into it.
 *
 * Returns: (transfer full) (nullable): the path of the file
 */
char *
jug_scratch_folder_write (JugScratchFolder *self,
                          const char *name,
                          const char *content,
                          gssize size,
                          GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL && strchr (name, '/') == NULL, NULL);

  path = g_build_filename (self->path, name, NULL);
  return g_file_set_contents (path, content, size, error) ? g_steal_pointer (&path)
                                                          : NULL;
}
