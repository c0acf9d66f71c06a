/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Has files of Chrome's trace events checked by a program that is as strict as viewers.
 */
#include "jug-test-chrome.h"

#include "jug-trace-chrome.h"

#include <glib/gstdio.h>

struct _JugTestChrome
{
  char *folder;
  GPtrArray *command; /* of the checker, with all files */
};

GBytes *
jug_test_chrome_write (JugTrace *trace)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (jug_trace_chrome_write (trace, NULL, NULL, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

JugTestChrome *
jug_test_chrome_new (void)
{
  JugTestChrome *self = g_new0 (JugTestChrome, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("juggler-chrome-XXXXXX", &error);
  g_assert_no_error (error);
  self->command = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->command, g_find_program_in_path ("python3"));
  g_ptr_array_add (self->command, g_strdup ("-B"));
  g_ptr_array_add (self->command,
                   g_test_build_filename (G_TEST_DIST, "trace", "check_chrome.py", NULL));
  return self;
}

void
jug_test_chrome_add (JugTestChrome *self, JugTrace *trace, const char *name)
{
  g_autoptr (GBytes) bytes = jug_test_chrome_write (trace);
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  char *path = g_build_filename (self->folder, file, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                       (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_ptr_array_add (self->command, path);
}

void
jug_test_chrome_check (JugTestChrome *self)
{
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_assert_cmpuint (self->command->len, >, 3);
  if (self->command->pdata[0] == NULL)
    g_test_skip ("there is no python3");
  else
    {
      guint n_files = self->command->len - 3;

      g_ptr_array_add (self->command, NULL);
      g_spawn_sync (NULL, (char **) self->command->pdata, NULL, G_SPAWN_DEFAULT, NULL,
                    NULL, &output, NULL, &status, &error);
      g_assert_no_error (error);
      g_ptr_array_set_size (self->command, (int) n_files + 3);
      if (status != 0)
        g_test_fail_printf ("%s", output);
    }
  for (guint i = 3; i < self->command->len; i++)
    g_remove (self->command->pdata[i]);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_ptr_array_unref (self->command);
  g_free (self);
}
