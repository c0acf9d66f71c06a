/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of fetching pages, from a server in the same process. */
#include "jug-http.h"

#include "jug-python.h"
#include "jug-recorder.h"

static SoupServer *server;
static SoupSession *session;
static char *address;

/* One page for each test, by its path; "/never" is never answered. */
static void
request_cb (SoupServer *from,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer data)
{
  static const char binary[] = "a\xff";

  if (g_str_equal (path, "/never"))
    {
      soup_server_message_pause (message);
      return;
    }
  if (g_str_equal (path, "/missing"))
    {
      soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
      return;
    }
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  if (g_str_equal (path, "/binary"))
    soup_server_message_set_response (message, "image/png", SOUP_MEMORY_STATIC, binary,
                                      2);
  else if (g_str_equal (path, "/large"))
    soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_TAKE,
                                      g_strnfill (100000, 'x'), 100000);
  else
    soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_STATIC, "hello",
                                      5);
}

static void
start_server (void)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  server = soup_server_new (NULL, NULL);
  soup_server_add_handler (server, NULL, request_cb, NULL, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  address = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  session = soup_session_new_with_options ("proxy-resolver", NULL, NULL);
}

static void
stop_server (void)
{
  soup_session_abort (session);
  g_clear_object (&session);
  soup_server_disconnect (server);
  g_clear_object (&server);
  g_clear_pointer (&address, g_free);
}

static JugCoroutine *
fetch (const char *path)
{
  return jug_scope_own_coroutine (jug_http_get (session, text ("%s%s", address, path)));
}

static JugTrace *
record (void (*module) (void))
{
  const JugProgram program = { "test", module, NULL, 0 };
  const JugRecordOptions options = { .clock = JUG_CLOCK_REAL };
  JugTrace *trace = jug_trace_new ();
  g_autoptr (GError) error = NULL;

  jug_record (&program, &options, trace, NULL, &error);
  g_assert_no_error (error);
  return trace;
}

/* How the operations ended, in the order of their ends. */
static void
check_ends (JugTrace *trace, const char *expected)
{
  static const char *const outcomes[] = { [JUG_OUTCOME_RESULT] = "result",
                                          [JUG_OUTCOME_EXCEPTION] = "exception",
                                          [JUG_OUTCOME_CANCELLED] = "cancelled" };
  g_autoptr (GString) ends = g_string_new (NULL);

  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);
      const JugEvent *start;

      if (event->kind != JUG_EVENT_IO_DONE)
        continue;
      start = jug_trace_get_event (trace, jug_event_get_cause (event));
      g_assert_cmpint (start->kind, ==, JUG_EVENT_IO_START);
      g_assert_cmpuint (start->object, ==, event->object);
      g_string_append_printf (
          ends, "%s: %s %s\n", jug_trace_get_string (trace, start->text),
          outcomes[event->detail],
          event->text ? jug_trace_get_string (trace, event->text) : "-");
    }
  g_assert_cmpstr (ends->str, ==, expected);
}

static void
check_output (JugTrace *trace, const char *expected)
{
  g_autoptr (GString) output = g_string_new (NULL);

  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);

      if (event->kind == JUG_EVENT_PRINT)
        g_string_append_printf (output, "%s\n",
                                jug_trace_get_string (trace, event->text));
      g_assert_cmpint (event->kind, !=, JUG_EVENT_EXIT);
    }
  g_assert_cmpstr (output->str, ==, expected);
}

ASYNC (get_pages)
{
  FOR_EACH (const char *, path, "/", "/missing")
    {
      JugValue answer = await (fetch (path));

      print ("%d %s “%s”", (int) item (answer, 0).i, item (answer, 1).s,
             item (answer, 2).s);
    }
}

static void
pages_module (void)
{
  start_server ();
  asyncio_run (get_pages ());
  stop_server ();
}

static void
test_gets_status_and_body (void)
{
  g_autoptr (JugTrace) trace = record (pages_module);

  check_output (trace, "200 OK “hello”\n404 Not Found “”\n");
  check_ends (trace, "GET /: result 200 OK\nGET /missing: result 404 Not Found\n");
}

ASYNC (get_large)
{
  JugValue answer = await (fetch ("/large"));

  print ("%d", (int) strlen (item (answer, 2).s));
}

static void
large_module (void)
{
  start_server ();
  asyncio_run (get_large ());
  stop_server ();
}

static void
test_bytes_are_counted (void)
{
  g_autoptr (JugTrace) trace = record (large_module);
  guint32 n_bytes = 0;

  check_output (trace, "100000\n");
  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (trace, i);

      if (event->kind != JUG_EVENT_IO_DATA)
        continue;
      g_assert_cmpuint (event->value, >, n_bytes);
      n_bytes = event->value;
    }
  g_assert_cmpuint (n_bytes, ==, 100000);
}

/* What @path raises */
ASYNC (get_failing, (JugCoroutine *, coroutine))
{
  TRY
    {
      await (coroutine);
    }
  EXCEPT (Exception)
    {
      print ("%s", exception_name (EXCEPTION));
    }
  END_TRY
}

static void
failing_module (void)
{
  const char *gone;

  start_server ();
  asyncio_run (get_failing (fetch ("/binary")));
  asyncio_run (get_failing (jug_http_get (session, "no address")));
  asyncio_run (get_failing (jug_http_get (session, "http://127.0.0.1:1x/")));
  gone = text ("%s/", address);
  soup_server_disconnect (server);
  asyncio_run (get_failing (jug_http_get (session, gone)));
  stop_server ();
}

static void
test_failures_are_exceptions (void)
{
  g_autoptr (JugTrace) trace = record (failing_module);

  check_output (trace, "UnicodeError\nOSError\nOSError\nConnectionRefusedError\n");
  check_ends (trace, "GET /binary: exception UnicodeError\n"
                     "GET no address: exception OSError\n"
                     "GET http://127.0.0.1:1x/: exception OSError\n"
                     "GET /: exception ConnectionRefusedError\n");
}

ASYNC (get_never)
{
  TRY
    {
      await (asyncio_wait_for (fetch ("/never"), 0.01));
    }
  EXCEPT (TimeoutError)
    {
      print ("given up");
    }
  END_TRY
  /* The session is as good as before. */
  print ("%d", (int) item (await (fetch ("/")), 0).i);
}

static void
never_module (void)
{
  start_server ();
  asyncio_run (get_never ());
  stop_server ();
}

static void
test_a_request_can_be_given_up (void)
{
  g_autoptr (JugTrace) trace = record (never_module);

  check_output (trace, "given up\n200\n");
  check_ends (trace, "GET /never: cancelled -\nGET /: result 200 OK\n");
}

/* The session has had enough before anybody gave up. */
static void
silent_module (void)
{
  start_server ();
  soup_session_set_timeout (session, 1);
  asyncio_run (get_failing (fetch ("/never")));
  stop_server ();
}

static void
test_silence_is_a_timeout (void)
{
  g_autoptr (JugTrace) trace = record (silent_module);

  check_output (trace, "TimeoutError\n");
  check_ends (trace, "GET /never: exception TimeoutError\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/io/http/gets-status-and-body", test_gets_status_and_body);
  g_test_add_func ("/juggler/io/http/bytes-are-counted", test_bytes_are_counted);
  g_test_add_func ("/juggler/io/http/failures-are-exceptions",
                   test_failures_are_exceptions);
  g_test_add_func ("/juggler/io/http/a-request-can-be-given-up",
                   test_a_request_can_be_given_up);
  g_test_add_func ("/juggler/io/http/silence-is-a-timeout", test_silence_is_a_timeout);
  return g_test_run ();
}
