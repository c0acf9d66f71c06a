/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small web site on this machine, and a client that fetches one page of it. */
#include "website.h"

#include "jug-http.h"
#include "jug-io.h"

/* What each page costs the server, in milliseconds, and how long it is, in bytes; the
 * last is the page that says that there is none. */
static const struct
{
  const char *path;
  guint milliseconds;
  guint length;
} pages[] = {
  { "/news", 600, 2500 },
  { "/weather", 900, 800 },
  { "/map", 300, 48000 },
  { NULL, 100, 60 },
};

enum
{
  SILENCE = 10 /* seconds without a word after which an answer is given up */
};

struct _Website
{
  GSocketListener *listener;
  GCancellable *closing; /* ends the wait for the next client */
  SoupServer *server;
  SoupSession *session;
  char *address;   /* http://127.0.0.1:PORT */
  GError *refusal; /* (nullable): why no client gets in any more */
};

/* An answer that is being worked on */
typedef struct
{
  SoupServerMessage *message;
  GSource *timer;
  guint page;
} Answer;

static void
free_answer (gpointer data)
{
  Answer *self = data;

  g_source_destroy (self->timer);
  g_source_unref (self->timer);
  g_free (self);
}

static gboolean
answer_cb (gpointer data)
{
  Answer *self = data;
  gboolean is_found = pages[self->page].path != NULL;
  char *body = g_strnfill (pages[self->page].length, '.');

  soup_server_message_set_status (
      self->message, is_found ? SOUP_STATUS_OK : SOUP_STATUS_NOT_FOUND, NULL);
  soup_server_message_set_response (self->message, "text/plain", SOUP_MEMORY_TAKE, body,
                                    pages[self->page].length);
  soup_server_message_unpause (self->message);
  return G_SOURCE_REMOVE;
}

/* Serves one request: it takes its time, and others are served meanwhile. */
static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  Answer *self = g_new0 (Answer, 1);

  while (pages[self->page].path && !g_str_equal (pages[self->page].path, path))
    self->page++;
  self->message = message;
  self->timer = g_timeout_source_new (pages[self->page].milliseconds);
  g_source_set_static_name (self->timer, "[website] answer");
  g_source_set_callback (self->timer, answer_cb, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
  /* The timer goes with the message, whatever ends that. */
  g_object_set_data_full (G_OBJECT (message), "answer", self, free_answer);
  soup_server_message_pause (message);
}

static void
free_website (gpointer data)
{
  Website *self = data;

  website_close (self);
  g_clear_object (&self->session);
  g_clear_object (&self->server);
  g_clear_object (&self->listener);
  g_clear_object (&self->closing);
  g_clear_pointer (&self->address, g_free);
  g_clear_error (&self->refusal);
  g_free (self);
}

static void accept_next (Website *self);

/* The server's own way to accept goes silently deaf when there is no file descriptor
 * left; then every client would wait in vain. */
static void
accept_cb (GObject *listener, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketConnection) client = g_socket_listener_accept_finish (
      G_SOCKET_LISTENER (listener), result, NULL, &error);
  g_autoptr (GSocketAddress) here = NULL;
  g_autoptr (GSocketAddress) there = NULL;
  Website *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (client)
    {
      here = g_socket_connection_get_local_address (client, NULL);
      there = g_socket_connection_get_remote_address (client, NULL);
      soup_server_accept_iostream (self->server, G_IO_STREAM (client), here, there,
                                   &error);
    }
  if (!error)
    {
      accept_next (self);
      return;
    }
  self->refusal = jug_io_exception_new (error);
  soup_session_abort (self->session);
}

static void
accept_next (Website *self)
{
  g_socket_listener_accept_async (self->listener, self->closing, accept_cb, self);
}

/* Raising does not come back to release what a function owns, so the caller does that. */
static GError *
listen_locally (Website *self)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any_port = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_socket_listener_add_address (self->listener, any_port, G_SOCKET_TYPE_STREAM,
                                      G_SOCKET_PROTOCOL_TCP, NULL, &address, &error))
    return jug_io_exception_new (error);
  self->address =
      g_strdup_printf ("http://127.0.0.1:%d",
                       g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address)));
  accept_next (self);
  return NULL;
}

Website *
website_start (void)
{
  Website *self = jug_scope_own (g_new0 (Website, 1), free_website);
  GError *refusal;

  self->listener = g_socket_listener_new ();
  self->closing = g_cancellable_new ();
  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, request_cb, NULL, NULL);
  /* No proxy stands between this machine and itself; and a client that may have but two
   * connections would fetch but two pages at a time. */
  self->session =
      soup_session_new_with_options ("proxy-resolver", NULL, "max-conns", 16,
                                     "max-conns-per-host", 16, "timeout", SILENCE, NULL);
  refusal = listen_locally (self);
  if (refusal)
    jug_raise (refusal);
  return self;
}

void
website_close (Website *self)
{
  g_cancellable_cancel (self->closing);
  g_socket_listener_close (self->listener);
  soup_session_abort (self->session);
  soup_server_disconnect (self->server);
}

/* What the client sees of a server that is full is only that it went away. */
static _Noreturn void
raise_refusal (Website *self)
{
  if (!self->refusal)
    jug_raise_again ();
  jug_raise (g_error_copy (self->refusal));
}

ASYNC_VALUE (fetch, (Website *, self), (const char *, path))
{
  JugValue answer;

  TRY
    {
      answer = await (jug_http_get (self->session, text ("%s%s", self->address, path)));
    }
  EXCEPT (OSError)
    {
      raise_refusal (self);
    }
  END_TRY

  JugValue status = jug_value_get_item (&answer, 0);
  JugValue reason = jug_value_get_item (&answer, 1);

  if (status.i != SOUP_STATUS_OK)
    RAISE (PageError, "%d %s", (int) status.i, reason.s);
  return jug_value_get_item (&answer, 2);
}

JugCoroutine *
website_fetch (Website *self, const char *path)
{
  return fetch (self, path);
}
