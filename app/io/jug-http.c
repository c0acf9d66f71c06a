/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fetching a page over HTTP as something that a task can await. */
#include "jug-http.h"

enum
{
  CHUNK_SIZE = 16 * 1024,
};

typedef struct
{
  SoupSession *session;
  SoupMessage *message; /* (nullable): %NULL if @uri is none */
  char *uri;
} Get;

/* The task data of the fetch as a whole: send, then read until there is nothing left. */
typedef struct
{
  JugIo *io; /* (unowned): outlives its task */
  SoupMessage *message;
  GByteArray *body;
} Fetch;

static void
free_get (gpointer data)
{
  Get *self = data;

  g_clear_object (&self->session);
  g_clear_object (&self->message);
  g_free (self->uri);
  g_free (self);
}

static void
free_fetch (gpointer data)
{
  Fetch *self = data;

  g_clear_object (&self->message);
  g_clear_pointer (&self->body, g_byte_array_unref);
  g_free (self);
}

static void read_more (GTask *task, GInputStream *stream);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GInputStream *stream = G_INPUT_STREAM (source);
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) chunk = g_input_stream_read_bytes_finish (stream, result, &error);
  gsize size = chunk ? g_bytes_get_size (chunk) : 0;

  if (!chunk)
    {
      g_task_return_error (task, error);
      return;
    }
  if (size == 0)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (fetch->body->len + size > JUG_HTTP_MAX_BODY)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                               "the page is larger than %d bytes", JUG_HTTP_MAX_BODY);
      return;
    }
  g_byte_array_append (fetch->body, g_bytes_get_data (chunk, NULL), size);
  jug_io_report_bytes (fetch->io, fetch->body->len);
  read_more (g_steal_pointer (&task), stream);
}

/* Takes the reference to @task. */
static void
read_more (GTask *task, GInputStream *stream)
{
  g_input_stream_read_bytes_async (stream, CHUNK_SIZE, G_PRIORITY_DEFAULT,
                                   g_task_get_cancellable (task), read_cb, task);
}

static void
set_outcome (Fetch *fetch)
{
  const char *reason = soup_message_get_reason_phrase (fetch->message);
  g_autofree char *text = g_strdup_printf (
      "%d %s", soup_message_get_status (fetch->message), reason ? reason : "");

  jug_io_set_outcome (fetch->io, text);
}

static void
send_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GInputStream) stream =
      soup_session_send_finish (SOUP_SESSION (source), result, &error);

  if (!stream)
    g_task_return_error (task, error);
  else
    {
      set_outcome (g_task_get_task_data (task));
      read_more (g_steal_pointer (&task), stream);
    }
}

static void
start_get (JugIo *io, gpointer data)
{
  Get *self = data;
  GCancellable *cancellable = jug_io_get_cancellable (io);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, jug_io_ready_cb, io);
  Fetch *fetch = g_new0 (Fetch, 1);

  g_task_set_name (task, "[jug-io] get");
  fetch->io = io;
  fetch->body = g_byte_array_new ();
  g_task_set_task_data (task, fetch, free_fetch);
  if (!self->message)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                               "“%s” is not an address of a page", self->uri);
      return;
    }
  fetch->message = g_object_ref (self->message);
  soup_session_send_async (self->session, self->message, G_PRIORITY_DEFAULT, cancellable,
                           send_cb, g_steal_pointer (&task));
}

static gboolean
finish_get (
    gpointer data, GObject *source, GAsyncResult *result, JugValue *value, GError **error)
{
  GTask *task = G_TASK (result);
  Fetch *fetch = g_task_get_task_data (task);
  const char *reason;
  JugValue items[3];

  if (!g_task_propagate_boolean (task, error))
    return FALSE;
  if (!g_utf8_validate_len ((const char *) fetch->body->data, fetch->body->len, NULL))
    {
      jug_exception_set (error, "UnicodeError", "the page is not text in UTF-8");
      return FALSE;
    }
  g_byte_array_append (fetch->body, (const guint8 *) "", 1);
  reason = soup_message_get_reason_phrase (fetch->message);
  items[0] = JUG_INT (soup_message_get_status (fetch->message));
  items[1] = jug_value_string (reason ? reason : "");
  items[2] = jug_value_string ((const char *) fetch->body->data);
  *value = jug_value_tuple (G_N_ELEMENTS (items), items);
  return TRUE;
}

JugCoroutine *
jug_http_get (SoupSession *session, const char *uri)
{
  g_autofree char *label = NULL;
  Get *self;

  g_return_val_if_fail (SOUP_IS_SESSION (session), NULL);
  g_return_val_if_fail (uri != NULL, NULL);

  self = g_new0 (Get, 1);
  self->session = g_object_ref (session);
  self->uri = g_strdup (uri);
  self->message = soup_message_new ("GET", uri);
  label = self->message
              ? g_strconcat ("GET ",
                             g_uri_get_path (soup_message_get_uri (self->message)), NULL)
              : g_strconcat ("GET ", uri, NULL);
  return jug_io_new ("get", label, start_get, finish_get, self, free_get);
}
