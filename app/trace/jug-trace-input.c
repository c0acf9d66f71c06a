/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens what a trace is read from: mostly a file, but a pipe will do if somebody writes
 * into it. */
#include "jug-trace-input-private.h"

#include "jug-trace.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* What to open may wait for: a pipe for somebody who writes, a terminal for somebody who
 * types. */
static gboolean
may_wait (const char *path, gboolean *is_pipe)
{
  GStatBuf status;

  if (path == NULL || g_stat (path, &status) != 0)
    return FALSE;
  *is_pipe = S_ISFIFO (status.st_mode);
  return *is_pipe || S_ISCHR (status.st_mode);
}

/* Says in a sentence of our own what most often is wrong. */
static GInputStream *
fail_to_open (const char *name, GError *why, GError **error)
{
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, why->domain, why->code,
                 /* Translators: %s is the name of a folder */
                 _ ("“%s” is a folder; choose a trace file in it"), name);
  else if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, why->domain, why->code,
                 /* Translators: %s is the name of a file */
                 _ ("“%s” is not there; it may have been moved or renamed"), name);
  else if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, why->domain, why->code,
                 /* Translators: %s is the name of a file */
                 _ ("“%s” may not be read; ask its owner for permission"), name);
  else
    {
      g_propagate_error (error, why);
      return NULL;
    }
  g_error_free (why);
  return NULL;
}

static GInputStream *
open_file (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  GError *why = NULL;
  GFileInputStream *stream = g_file_read (file, cancellable, &why);

  return stream != NULL ? G_INPUT_STREAM (stream) : fail_to_open (name, why, error);
}

static GInputStream *
fail_nobody_writes (const char *name, gboolean is_pipe, GError **error)
{
  g_set_error (error, JUG_TRACE_ERROR, JUG_TRACE_ERROR_NOT_A_TRACE,
               is_pipe
                   /* Translators: %s is the name of a pipe */
                   ? _ ("“%s” is a pipe that nobody writes into")
                   /* Translators: %s is the name of a terminal or another device */
                   : _ ("“%s” is a device, and there is nothing to be read from it now"),
               name);
  return NULL;
}

/* Reads what is there at once.  A pipe without data tells whether there is a writer: it
 * is at its end if there is none. */
static GInputStream *
open_at_once (const char *path,
              const char *name,
              gboolean is_pipe,
              gpointer head,
              gsize size,
              gsize *n_read,
              GError **error)
{
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);
  gssize n = fd < 0 ? -1 : read (fd, head, size);
  int problem = errno;

  if (n > 0 || (n < 0 && fd >= 0 && problem == EAGAIN && is_pipe))
    {
      *n_read = MAX (n, 0);
      return g_unix_input_stream_new (fd, TRUE);
    }
  if (fd >= 0)
    close (fd);
  if (n == 0 || problem == EAGAIN)
    return fail_nobody_writes (name, is_pipe, error);
  return fail_to_open (name,
                       g_error_new (G_IO_ERROR, (int) g_io_error_from_errno (problem),
                                    "“%s”: %s", name, g_strerror (problem)),
                       error);
}

/*
 * jug_trace_input_open:
 * @file: what to read
 * @name: what people call it
 * @head: where to put its first bytes
 * @size: how many of them are wanted
 * @n_read: (out): how many there are
 *
 * Opens a file and reads its beginning.  A pipe into which somebody may yet write is
 * waited for; one that nobody has open for that, or a terminal, is refused.
 *
 * Returns: (transfer full) (nullable): the rest of it
 */
GInputStream *
jug_trace_input_open (GFile *file,
                      const char *name,
                      gpointer head,
                      gsize size,
                      gsize *n_read,
                      GCancellable *cancellable,
                      GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autoptr (GInputStream) stream = NULL;
  gboolean is_pipe;
  gsize n_first = 0, n_more;

  if (may_wait (path, &is_pipe))
    stream = open_at_once (path, name, is_pipe, head, size, &n_first, error);
  else
    stream = open_file (file, name, cancellable, error);
  if (stream == NULL ||
      !g_input_stream_read_all (stream, (char *) head + n_first, size - n_first, &n_more,
                                cancellable, error))
    return NULL;
  *n_read = n_first + n_more;
  return g_steal_pointer (&stream);
}
