/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a folder for one run promises. */
#include "jug-scratch-folder.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
test_holds_files_for_nobody_else (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JugScratchFolder) folder = jug_scratch_folder_new (&error);
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  GStatBuf status;

  g_assert_no_error (error);
  path = jug_scratch_folder_write (folder, "a.py", "print(1)", -1, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (path, jug_scratch_folder_get_path (folder)));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "print(1)");
  g_assert_cmpint (g_stat (jug_scratch_folder_get_path (folder), &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0077, ==, 0);
}

static void
test_is_gone_with_all_that_was_made_in_it (void)
{
  JugScratchFolder *folder = jug_scratch_folder_new (NULL);
  g_autofree char *root = g_strdup (jug_scratch_folder_get_path (folder));
  g_autofree char *deep = g_build_filename (root, "a", "b", "c", NULL);
  g_autofree char *locked = g_build_filename (root, "a", "locked", NULL);
  g_autofree char *file = g_build_filename (deep, "file", NULL);
  g_autofree char *hidden = g_build_filename (root, ".hidden", NULL);

  g_assert_cmpint (g_mkdir_with_parents (deep, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (locked, 0), ==, 0);
  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  g_assert_true (g_file_set_contents (hidden, "x", 1, NULL));
  jug_scratch_folder_free (folder);
  g_assert_false (g_file_test (root, G_FILE_TEST_EXISTS));
}

/* What a program made must not lead out of its folder. */
static void
test_follows_no_link (void)
{
  JugScratchFolder *folder = jug_scratch_folder_new (NULL);
  g_autoptr (JugScratchFolder) other = jug_scratch_folder_new (NULL);
  g_autofree char *precious = jug_scratch_folder_write (other, "precious", "x", 1, NULL);
  g_autofree char *link =
      g_build_filename (jug_scratch_folder_get_path (folder), "link", NULL);

  g_assert_cmpint (symlink (jug_scratch_folder_get_path (other), link), ==, 0);
  jug_scratch_folder_free (folder);
  g_assert_true (g_file_test (precious, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/record/scratch-folder/holds-files-for-nobody-else",
                   test_holds_files_for_nobody_else);
  g_test_add_func ("/juggler/record/scratch-folder/is-gone-with-all-that-was-made-in-it",
                   test_is_gone_with_all_that_was_made_in_it);
  g_test_add_func ("/juggler/record/scratch-folder/follows-no-link",
                   test_follows_no_link);
  return g_test_run ();
}
