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

struct _Website
{
  SoupServer *server;
  SoupSession *session;
  char *address; /* http://127.0.0.1:PORT */
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
  g_clear_pointer (&self->address, g_free);
  g_free (self);
}

static void
listen_locally (Website *self)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  if (!soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error))
    jug_raise (jug_io_exception_new (error));
  uris = soup_server_get_uris (self->server);
  self->address = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

Website *
website_start (void)
{
  Website *self = jug_scope_own (g_new0 (Website, 1), free_website);

  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, request_cb, NULL, NULL);
  /* No proxy stands between this machine and itself; and a client that may have but two
   * connections would fetch but two pages at a time. */
  self->session = soup_session_new_with_options ("proxy-resolver", NULL, "max-conns", 16,
                                                 "max-conns-per-host", 16, NULL);
  listen_locally (self);
  return self;
}

void
website_close (Website *self)
{
  soup_session_abort (self->session);
  soup_server_disconnect (self->server);
}

ASYNC_VALUE (fetch, (Website *, self), (const char *, path))
{
  JugValue answer =
      await (jug_http_get (self->session, text ("%s%s", self->address, path)));
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
