/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a trace gets out: the formats, to a file or to standard output. */
#include "jug-cli-output-private.h"

#include "jug-cli-private.h"
#include "jug-event-log.h"
#include "jug-nearest.h"
#include "jug-picture-file.h"
#include "jug-task-labels.h"
#include "jug-text-timeline.h"
#include "jug-trace-chrome.h"
#include "jug-trace-json.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static const char *const format_names[] = {
  [JUG_CLI_TEXT] = "text",     [JUG_CLI_EVENTS] = "events", [JUG_CLI_JSON] = "json",
  [JUG_CLI_CHROME] = "chrome", [JUG_CLI_PNG] = "png",       [JUG_CLI_SVG] = "svg",
  [JUG_CLI_PDF] = "pdf",       [JUG_CLI_TRACE] = "trace",   NULL,
};

/* Those that the design has and this version has not */
static const char *const later_names[] = { "html", NULL };

/**
 * jug_cli_parse_format:
 * @name: (nullable): a format's name; %NULL: the usual one
 * @format: (out): the format
 *
 * Returns: %JUG_CLI_OK, or another exit status after it said what is wrong
 */
int
jug_cli_parse_format (const char *name, JugCliFormat *format)
{
  g_autofree char *all = g_strjoinv (", ", (char **) format_names);
  const char *nearest;

  for (guint i = 0; format_names[i]; i++)
    if (!name || g_str_equal (format_names[i], name))
      {
        *format = i;
        return JUG_CLI_OK;
      }
  if (g_strv_contains (later_names, name))
    return jug_cli_fail (JUG_CLI_USAGE,
                         _ ("this version cannot write %s yet; its formats are %s"), name,
                         all);
  nearest = jug_nearest_find (name, format_names);
  if (nearest)
    return jug_cli_fail (JUG_CLI_USAGE,
                         _ ("there is no format “%.40s”; did you mean “%s”?"), name,
                         nearest);
  return jug_cli_fail (JUG_CLI_USAGE,
                       _ ("there is no format “%.40s”; the formats are %s"), name, all);
}

static gboolean
is_standard_output (const char *path)
{
  return !path || g_str_equal (path, "-");
}

static gboolean
is_binary (JugCliFormat format)
{
  return format == JUG_CLI_PNG || format == JUG_CLI_PDF || format == JUG_CLI_TRACE;
}

/**
 * jug_cli_check_output:
 * @format: a format
 * @path: (nullable): where to, %NULL or "-" for standard output
 *
 * Refuses, before anything is run, a file without a name and what a terminal cannot show.
 *
 * Returns: %JUG_CLI_OK, or another exit status after it said what is wrong
 */
int
jug_cli_check_output (JugCliFormat format, const char *path)
{
  if (path && *path == '\0')
    return jug_cli_fail (
        JUG_CLI_USAGE,
        _ ("the name of the output file is empty; say one after -o, or leave out -o"));
  if (is_binary (format) && is_standard_output (path) && isatty (STDOUT_FILENO))
    return jug_cli_fail (
        JUG_CLI_USAGE,
        _ ("%s is nothing for a terminal; write it to a file with -o FILE"),
        format_names[format]);
  return JUG_CLI_OK;
}

static guint
get_terminal_width (void)
{
  struct winsize size = { 0 };

  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return 0;
  return MAX (size.ws_col, 40);
}

/* https://no-color.org: whatever the variable is set to, if it is not empty */
static gboolean
wants_color (void)
{
  const char *no_color = g_getenv ("NO_COLOR");

  return !(no_color && *no_color) && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

static GBytes *
take_string (char *string)
{
  return g_bytes_new_take (string, strlen (string));
}

static GBytes *
to_text (JugTrace *trace, JugTaskLabels *labels, gboolean for_terminal)
{
  JugTextTimelineOptions options = { 0 };

  options.label = jug_task_labels_lookup;
  options.label_data = labels;
  options.ascii = !g_get_charset (NULL);
  if (for_terminal)
    {
      options.width = get_terminal_width ();
      options.color = wants_color ();
    }
  return take_string (jug_text_timeline_to_string (trace, &options));
}

static GBytes *
to_picture (JugTrace *trace,
            JugPictureFormat format,
            JugTaskLabels *labels,
            GError **error)
{
  JugPictureOptions options = { 0 };

  options.label = jug_task_labels_lookup;
  options.label_data = labels;
  return jug_picture_file_to_bytes (trace, format, &options, error);
}

static GBytes *
to_json (JugTrace *trace, JugCliFormat format, JugTaskLabels *labels, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean done = format == JUG_CLI_CHROME
                      ? jug_trace_chrome_write (trace, jug_task_labels_lookup, labels,
                                                stream, NULL, error)
                      : jug_trace_json_write (trace, stream, NULL, error);

  if (!done || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static GBytes *
to_bytes (JugTrace *trace, JugCliFormat format, gboolean for_terminal, GError **error)
{
  g_autoptr (JugTaskLabels) labels = jug_task_labels_new (trace);

  switch (format)
    {
    case JUG_CLI_TEXT:
      return to_text (trace, labels, for_terminal);
    case JUG_CLI_EVENTS:
      return take_string (jug_event_log_to_string (trace));
    case JUG_CLI_JSON:
    case JUG_CLI_CHROME:
      return to_json (trace, format, labels, error);
    case JUG_CLI_PNG:
      return to_picture (trace, JUG_PICTURE_PNG, labels, error);
    case JUG_CLI_SVG:
      return to_picture (trace, JUG_PICTURE_SVG, labels, error);
    case JUG_CLI_PDF:
      return to_picture (trace, JUG_PICTURE_PDF, labels, error);
    case JUG_CLI_TRACE:
      return jug_trace_to_bytes (trace);
    }
  g_assert_not_reached ();
}

/**
 * jug_cli_write_trace:
 * @trace: a trace
 * @format: as what
 * @path: (nullable): where to, %NULL or "-" for standard output
 *
 * Writes a trace.
 *
 * Returns: an exit status
 */
int
jug_cli_write_trace (JugTrace *trace, JugCliFormat format, const char *path)
{
  gboolean for_terminal = is_standard_output (path) && isatty (STDOUT_FILENO);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = to_bytes (trace, format, for_terminal, &error);

  if (!bytes)
    return jug_cli_fail (JUG_CLI_FAILED, "%s", error->message);
  return jug_cli_write (path, bytes);
}

static gboolean
write_all (int descriptor, GBytes *bytes, GError **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (descriptor, FALSE);

  return g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL),
                                    g_bytes_get_size (bytes), NULL, NULL, error);
}

/* A pipe, a terminal or /dev/null cannot be replaced, only written to. */
static gboolean
write_special (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  int descriptor = open (path, O_WRONLY | O_CLOEXEC);
  int number = errno;
  gboolean ok;

  if (descriptor < 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), "“%s”: %s", shown,
                   g_strerror (number));
      return FALSE;
    }
  ok = write_all (descriptor, bytes, error);
  if (!ok)
    g_prefix_error (error, "“%s”: ", shown);
  close (descriptor);
  return ok;
}

/* The file is written beside its old self, which stays until the new one is whole. */
static gboolean
write_file (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  GFileType type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL);

  if (type == G_FILE_TYPE_SPECIAL && g_file_is_native (file))
    return write_special (g_file_peek_path (file), bytes, error);
  return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL),
                                  g_bytes_get_size (bytes), NULL, FALSE,
                                  G_FILE_CREATE_NONE, NULL, NULL, error);
}

/**
 * jug_cli_write:
 * @path: (nullable): where to, %NULL or "-" for standard output
 * @bytes: what
 *
 * Writes something, to a file whole or not at all.
 *
 * Returns: an exit status
 */
int
jug_cli_write (const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  if (is_standard_output (path))
    {
      if (write_all (STDOUT_FILENO, bytes, &error))
        return JUG_CLI_OK;
      /* Whoever read it, head for one, has seen enough. */
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
        return JUG_CLI_FAILED;
      return jug_cli_fail (JUG_CLI_FAILED, _ ("cannot write to standard output: %s"),
                           error->message);
    }
  if (write_file (path, bytes, &error))
    return JUG_CLI_OK;
  /* GLib's message names the file. */
  return jug_cli_fail (JUG_CLI_FAILED, _ ("cannot write the output: %s"), error->message);
}
