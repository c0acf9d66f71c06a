/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is that somebody wants to open. */
#include "jug-file-kind.h"

#include "jug-test-folder.h"

#include <string.h>

static void
test_content_before_name (void)
{
  static const struct
  {
    const char *name;
    const char *start;
    gsize size;
    JugFileKind kind;
  } cases[] = {
    { "a.jug", "\x89JUG\r\n\n", 8, JUG_FILE_KIND_TRACE },
    { "a.py", "\x89JUG\r\n\n", 8, JUG_FILE_KIND_TRACE },
    { "a", "\x89JUG\n\n", 7, JUG_FILE_KIND_TRACE },   /* sent as text */
    { "a", "\x89JUF\r\n\n", 8, JUG_FILE_KIND_TRACE }, /* what a recorder writes */
    { "a.jug", "", 0, JUG_FILE_KIND_TRACE },
    { "a.JUG", "hello", 5, JUG_FILE_KIND_TRACE },
    { "a.py", "", 0, JUG_FILE_KIND_PROGRAM },
    { "A.PY", "print()", 7, JUG_FILE_KIND_PROGRAM },
    { "a.pyw", "print()", 7, JUG_FILE_KIND_PROGRAM },
    { "tool", "#!/usr/bin/env python3\nimport", 29, JUG_FILE_KIND_PROGRAM },
    { "tool", "#!/bin/sh\n# python", 18, JUG_FILE_KIND_OTHER },
    { "tool", "#!", 2, JUG_FILE_KIND_OTHER },
    { "a.py", "print\0()", 8, JUG_FILE_KIND_OTHER },
    { "a.txt", "hello", 5, JUG_FILE_KIND_OTHER },
    { "a", "\x89", 1, JUG_FILE_KIND_OTHER },
    { "a", "\x89PNG\r\n", 6, JUG_FILE_KIND_OTHER },
    { "py", "", 0, JUG_FILE_KIND_OTHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JugFileKind kind =
          jug_file_kind_guess (cases[i].name, cases[i].start, cases[i].size);

      if (kind != cases[i].kind)
        g_test_fail_printf ("case %u, %s: %d", i, cases[i].name, kind);
    }
}

static void
known_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static char *
query (GFile *file, JugFileKind *kind)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  jug_file_kind_query_async (file, NULL, known_cb, &result);
  while (!result)
    g_main_context_iteration (NULL, TRUE);
  if (jug_file_kind_query_finish (file, result, kind, &error))
    {
      g_assert_no_error (error);
      return NULL;
    }
  g_assert_nonnull (error);
  return g_strdup (error->message);
}

static void
test_looks_into_files (void)
{
  JugTestFolder *folder = jug_test_folder_new ();
  g_autoptr (GFile) program = jug_test_folder_get_file (folder, "chat.py");
  g_autoptr (GFile) text = jug_test_folder_get_file (folder, "notes.txt");
  g_autoptr (GFile) missing = jug_test_folder_get_file (folder, "missing.py");
  g_autoptr (GFile) itself = jug_test_folder_get_file (folder, ".");
  g_autofree char *no_problem = NULL;
  g_autofree char *is_text = NULL;
  g_autofree char *is_missing = NULL;
  g_autofree char *is_folder = NULL;
  JugFileKind kind = JUG_FILE_KIND_OTHER;

  jug_test_folder_write (folder, "chat.py", "print()\n");
  jug_test_folder_write (folder, "notes.txt", "to do\n");
  no_problem = query (program, &kind);
  g_assert_null (no_problem);
  g_assert_cmpint (kind, ==, JUG_FILE_KIND_PROGRAM);
  is_text = query (text, &kind);
  g_assert_cmpstr (is_text, ==, "“notes.txt” is neither a Python program nor a trace");
  is_missing = query (missing, &kind);
  g_assert_cmpstr (is_missing, ==,
                   "“missing.py” is not there; it may have been moved or renamed");
  is_folder = query (itself, &kind);
  g_assert_nonnull (strstr (is_folder, "is a folder"));
  jug_test_folder_free (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/juggler/session/file-kind/" path, function)
  ADD ("content-before-name", test_content_before_name);
  ADD ("looks-into-files", test_looks_into_files);
#undef ADD
  return g_test_run ();
}
