/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the beginning of a file. */
#include "jug-file-kind.h"

#include "jug-trace.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  START_SIZE = 4096
};

/* As in "#!/usr/bin/env python3" */
static gboolean
names_python (const char *start, gsize size)
{
  const char *end = memchr (start, '\n', size);
  g_autofree char *line = g_strndup (start, end ? (gsize) (end - start) : size);

  return g_str_has_prefix (line, "#!") && strstr (line, "python") != NULL;
}

JugFileKind
jug_file_kind_guess (const char *name, const void *start, gsize size)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (name != NULL, JUG_FILE_KIND_OTHER);
  g_return_val_if_fail (start != NULL || size == 0, JUG_FILE_KIND_OTHER);

  lower = g_ascii_strdown (name, -1);
  if (jug_trace_is_start (start, size) || g_str_has_suffix (lower, ".jug"))
    return JUG_FILE_KIND_TRACE;
  if (size > 0 && memchr (start, '\0', size) != NULL)
    return JUG_FILE_KIND_OTHER;
  if (g_str_has_suffix (lower, ".py") || g_str_has_suffix (lower, ".pyw") ||
      (size > 0 && names_python (start, size)))
    return JUG_FILE_KIND_PROGRAM;
  return JUG_FILE_KIND_OTHER;
}

/* What most often is wrong, in a sentence of our own; of a trace its reader says it. */
static void
fail (const char *name, const GError *why, GError **error)
{
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, why->domain, why->code,
                 /* Translators: %s is the name of a folder */
                 _ ("“%s” is a folder; choose a program or a trace in it"), name);
  else if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, why->domain, why->code,
                 /* Translators: %s is the name of a file */
                 _ ("“%s” is not there; it may have been moved or renamed"), name);
  else if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, why->domain, why->code,
                 /* Translators: %s is the name of a file */
                 _ ("“%s” may not be read; ask its owner for permission"), name);
  else
    g_propagate_error (error, g_error_copy (why));
}

static void
query (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GFile *file = source;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name ? name : "");
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) why = NULL;
  GError *error = NULL;
  char start[START_SIZE];
  gsize size = 0;
  JugFileKind kind;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) ==
      G_FILE_TYPE_SPECIAL)
    {
      g_task_return_int (task, JUG_FILE_KIND_TRACE);
      return;
    }
  stream = g_file_read (file, cancellable, &why);
  if (!stream || !g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start,
                                           &size, cancellable, &why))
    {
      fail (shown, why, &error);
      g_task_return_error (task, error);
      return;
    }
  kind = jug_file_kind_guess (name ? name : "", start, size);
  if (kind == JUG_FILE_KIND_OTHER)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                             /* Translators: %s is the name of a file */
                             _ ("“%s” is neither a Python program nor a trace"), shown);
  else if (kind == JUG_FILE_KIND_PROGRAM && !g_file_is_native (file))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             /* Translators: %s is the name of a file */
                             _ ("“%s” is not on this computer; copy it here to run it"),
                             shown);
  else
    g_task_return_int (task, kind);
}

void
jug_file_kind_query_async (GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_name (task, "[jug-file-kind] query");
  g_task_run_in_thread (task, query);
}

gboolean
jug_file_kind_query_finish (GFile *file,
                            GAsyncResult *result,
                            JugFileKind *kind,
                            GError **error)
{
  GError *why = NULL;
  gssize found;

  g_return_val_if_fail (g_task_is_valid (result, file), FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  found = g_task_propagate_int (G_TASK (result), &why);
  if (why)
    {
      g_propagate_error (error, why);
      return FALSE;
    }
  *kind = (JugFileKind) found;
  return TRUE;
}
