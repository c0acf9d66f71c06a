/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What recording a Python program promises, whatever the program does. */
#include "jug-event-log.h"
#include "jug-python-recorder.h"
#include "jug-sandbox.h"
#include "jug-scratch-folder.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#define HEAD "import asyncio, os, sys, time\n"
#define RUN "\nasyncio.run(main())\n"

/* A program that is recorded, and what came of it. */
typedef struct
{
  JugScratchFolder *folder;
  char *path;
  JugPythonOptions options;
  JugTrace *trace;
  int status;
  GError *error;
} Run;

static void
begin (Run *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  *self = (Run){ .folder = jug_scratch_folder_new (&error),
                 .options = {
                     .clock = JUG_CLOCK_VIRTUAL, .stdin_fd = -1, .is_apart = TRUE } };
  g_assert_no_error (error);
  self->path = jug_scratch_folder_write (self->folder, "program.py", text, -1, &error);
  g_assert_no_error (error);
  self->trace = jug_trace_new ();
}

static gboolean
record (Run *self, GCancellable *cancellable)
{
  JugPythonProgram program = { .file = self->path,
                               .folder = jug_scratch_folder_get_path (self->folder) };
  gboolean ok = jug_record_python (&program, &self->options, self->trace, &self->status,
                                   cancellable, &self->error);

  g_assert_true (jug_trace_is_sealed (self->trace));
  g_assert_true (ok == (self->error == NULL));
  return ok;
}

static void
end (Run *self)
{
  g_clear_pointer (&self->trace, jug_trace_unref);
  g_clear_error (&self->error);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->folder, jug_scratch_folder_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, end)

static void
assert_log (Run *self, const char *expected)
{
  g_autofree char *log = jug_event_log_to_string (self->trace);

  g_assert_cmpstr (log, ==, expected);
}

/* The text of the last event of a kind, of lines those of standard output; or NULL. */
static const char *
find_last (Run *self, JugEventKind kind)
{
  for (guint32 i = jug_trace_get_n_events (self->trace); i-- > 0;)
    {
      const JugEvent *event = jug_trace_get_event (self->trace, i);

      if (event->kind == kind &&
          (kind != JUG_EVENT_PRINT || event->detail == JUG_STREAM_STDOUT))
        return jug_trace_get_string (self->trace, jug_event_get_text (event));
    }
  return NULL;
}

static void
assert_printed (Run *self, const char *expected)
{
  g_assert_cmpstr (find_last (self, JUG_EVENT_PRINT), ==, expected);
}

static void
test_makes_a_trace_of_a_program (void)
{
  g_auto (Run) run = { 0 };

  begin (&run, HEAD "async def main():\n"
                    "    await asyncio.sleep(2)\n"
                    "    print('awake')" RUN);
  g_assert_true (record (&run, NULL));
  assert_log (&run, "0.000000 0 create main-1 by loop\n"
                    "0.000000 1 step main-1\n"
                    "0.000000 1 wait main-1 future\n"
                    "2.000000 3 step main-1\n"
                    "2.000000 3 print main-1 awake\n"
                    "2.000000 3 done main-1 result\n");
  g_assert_cmpint (run.status, ==, 0);
  g_assert_cmpstr (jug_trace_get_property (run.trace, JUG_TRACE_ENGINE), ==, "python");
  g_assert_cmpstr (jug_trace_get_property (run.trace, JUG_TRACE_EXIT_STATUS), ==, "0");
  g_assert_nonnull (jug_trace_get_property (run.trace, JUG_TRACE_STARTED));
  g_assert_nonnull (
      strstr (jug_trace_get_property (run.trace, JUG_TRACE_SOURCE), "awake"));
}

static void
test_tells_how_a_program_ended (void)
{
  static const struct
  {
    const char *end;
    int status;
  } ends[] = {
    { "sys.exit(7)", 7 },
    { "raise ValueError('no luck')", 1 },
    { "os._exit(9)", 9 },
    { "os.kill(os.getpid(), 9)", -SIGKILL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *text = g_strconcat (
          HEAD "async def main():\n    print('here')\n    ", ends[i].end, RUN, NULL);
      g_auto (Run) run = { 0 };

      g_test_message ("%s", ends[i].end);
      begin (&run, text);
      g_assert_true (record (&run, NULL));
      g_assert_cmpint (run.status, ==, ends[i].status);
      /* Whatever ended it, nothing of what came before is lost. */
      assert_printed (&run, "here");
    }
}

static void
test_says_why_nothing_could_be_run (void)
{
  g_auto (Run) none = { 0 };
  g_auto (Run) wrong = { 0 };

  begin (&none, "");
  none.options.python = "there-is-no-such-python";
  g_assert_false (record (&none, NULL));
  g_assert_error (none.error, JUG_RECORD_ERROR, JUG_RECORD_ERROR_PYTHON);
  g_assert_nonnull (strstr (none.error->message, "there-is-no-such-python"));

  begin (&wrong, "");
  wrong.options.python = "false";
  g_assert_false (record (&wrong, NULL));
  g_assert_error (wrong.error, JUG_RECORD_ERROR, JUG_RECORD_ERROR_PROGRAM);
}

static void
test_a_program_without_a_loop_says_so (void)
{
  g_auto (Run) run = { 0 };

  begin (&run, "print('no loop')\n");
  g_assert_true (record (&run, NULL));
  g_assert_null (jug_trace_get_property (run.trace, JUG_TRACE_STARTED));
  assert_printed (&run, "no loop");
}

/* Stops a run from another thread, once something has happened in it. */
typedef struct
{
  JugTrace *trace;
  GCancellable *cancellable;
} Stop;

static gboolean
has_printed (JugTrace *trace)
{
  for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
    if (jug_trace_get_event (trace, i)->kind == JUG_EVENT_PRINT)
      return TRUE;
  return FALSE;
}

static gpointer
stop_cb (gpointer data)
{
  Stop *stop = data;

  while (!has_printed (stop->trace))
    g_thread_yield ();
  g_cancellable_cancel (stop->cancellable);
  return NULL;
}

static void
test_a_runaway_can_be_stopped_at_any_moment (void)
{
  static const char *const runaways[] = {
    "while True: pass",
    "while True: await asyncio.sleep(0)",
    "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n    while True: pass",
  };

  for (guint i = 0; i < G_N_ELEMENTS (runaways); i++)
    {
      g_autofree char *text = g_strconcat (
          HEAD "async def main():\n    print('here')\n    ", runaways[i], RUN, NULL);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_auto (Run) run = { 0 };
      GThread *thread;
      Stop stop;

      g_test_message ("%s", runaways[i]);
      begin (&run, text);
      stop = (Stop){ run.trace, cancellable };
      thread = g_thread_new ("stop", stop_cb, &stop);
      g_assert_true (record (&run, cancellable));
      g_thread_join (thread);
      g_assert_cmpint (run.status, !=, 0);
      g_assert_cmpstr (find_last (&run, JUG_EVENT_LIMIT), ==, "you stopped it");
      assert_printed (&run, "here");
    }
}

static void
test_ends_at_the_limit_of_events (void)
{
  g_auto (Run) run = { 0 };

  begin (&run, HEAD "async def main():\n    while True: await asyncio.sleep(0)" RUN);
  run.options.event_limit = 1000;
  g_assert_true (record (&run, NULL));
  g_assert_cmpuint (jug_trace_get_n_events (run.trace), <=, 1000);
  g_assert_cmpuint (jug_trace_get_n_events (run.trace), >, 900);
  g_assert_nonnull (find_last (&run, JUG_EVENT_LIMIT));
}

static void
test_watches_memory (void)
{
  g_auto (Run) run = { 0 };

  begin (&run, HEAD "async def main():\n    print(len('x' * (10 << 30)))" RUN);
  run.options.is_watched = TRUE;
  g_assert_true (record (&run, NULL));
  g_assert_cmpint (run.status, ==, 1);
  g_assert_cmpstr (find_last (&run, JUG_EVENT_EXIT), ==, "MemoryError");
}

static void
test_watches_processes (void)
{
  g_auto (Run) run = { 0 };

  begin (&run, HEAD "async def main():\n"
                    "    print('here')\n"
                    "    for i in range(200):\n"
                    "        if os.fork() == 0:\n"
                    "            time.sleep = None\n"
                    "            import signal; signal.pause()\n"
                    "    import signal; signal.pause()" RUN);
  run.options.is_watched = TRUE;
  g_assert_true (record (&run, NULL));
  g_assert_cmpint (run.status, ==, -SIGKILL);
  g_assert_cmpstr (find_last (&run, JUG_EVENT_LIMIT), ==,
                   "it started too many processes");
  assert_printed (&run, "here");
}

/* What the test of isolation tries, each in a line of Python that prints what came of it.
 */
static const char attempts[] =
    HEAD "import socket\n"
         "def attempt(name, function):\n"
         "    try:\n"
         "        print(name, function())\n"
         "    except OSError as error:\n"
         "        print(name, 'refused')\n"
         "def list_home(home):\n"
         "    seen = [each for each in os.listdir(home)\n"
         "            if not sys.base_prefix.startswith(os.path.join(home, each))]\n"
         "    return seen or os.stat('/there is nothing but the interpreter')\n"
         "async def main():\n"
         "    attempt('read', lambda: open('%s').read())\n"
         "    attempt('list', lambda: os.listdir('%s'))\n"
         "    attempt('write', lambda: open('%s/other', 'w'))\n"
         "    attempt('home', lambda: list_home('%s'))\n"
         "    attempt('port', lambda: socket.create_connection(('127.0.0.1', %u), 5))\n"
         "    attempt('secret', lambda: os.environ.get('JUG_TEST_SECRET'))\n"
         "    attempt('parent', lambda: os.kill(%d, 0))\n"
         "    attempt('own', lambda: open('mine', 'w').write('x'))\n" RUN;

static const char came_of_it[] = "read refused\n"
                                 "list refused\n"
                                 "write refused\n"
                                 "home refused\n"
                                 "port refused\n"
                                 "secret None\n"
                                 "parent refused\n"
                                 "own 1\n";

static char *
dup_printed (Run *self)
{
  GString *out = g_string_new (NULL);

  for (guint32 i = 0; i < jug_trace_get_n_events (self->trace); i++)
    {
      const JugEvent *event = jug_trace_get_event (self->trace, i);

      if (event->kind == JUG_EVENT_PRINT)
        g_string_append_printf (out, "%s\n",
                                jug_trace_get_string (self->trace, event->text));
    }
  return g_string_free (out, FALSE);
}

static void
test_isolation_keeps_a_program_in (void)
{
  g_autoptr (JugScratchFolder) other = jug_scratch_folder_new (NULL);
  const char *outside = jug_scratch_folder_get_path (other);
  g_autofree char *precious =
      jug_scratch_folder_write (other, "precious", "secret", -1, NULL);
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_autofree char *text = g_strdup_printf (attempts, precious, outside, outside,
                                           g_get_home_dir (), port, getpid ());
  g_autofree char *printed = NULL;
  g_auto (Run) run = { 0 };

  if (jug_sandbox_find (NULL) == JUG_SANDBOX_NONE)
    {
      g_test_skip ("nothing here can isolate a program (bubblewrap, user namespaces)");
      return;
    }
  g_setenv ("JUG_TEST_SECRET", "secret", TRUE);
  begin (&run, text);
  run.options.is_isolated = run.options.is_watched = TRUE;
  g_assert_true (record (&run, NULL));
  printed = dup_printed (&run);
  g_assert_cmpstr (printed, ==, came_of_it);
  g_assert_cmpint (run.status, ==, 0);
}

/* Without isolation the same attempts succeed, so that they can fail. */
static void
test_the_same_is_possible_without_isolation (void)
{
  g_autoptr (JugScratchFolder) other = jug_scratch_folder_new (NULL);
  const char *outside = jug_scratch_folder_get_path (other);
  g_autofree char *precious =
      jug_scratch_folder_write (other, "precious", "secret", -1, NULL);
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_autofree char *text = g_strdup_printf (attempts, precious, outside, outside,
                                           g_get_home_dir (), port, getpid ());
  g_autofree char *printed = NULL;
  g_auto (Run) run = { 0 };

  g_setenv ("JUG_TEST_SECRET", "secret", TRUE);
  begin (&run, text);
  g_assert_true (record (&run, NULL));
  printed = dup_printed (&run);
  g_assert_true (g_str_has_prefix (printed, "read secret\n"));
  g_assert_nonnull (strstr (printed, "\nlist ['precious']\n"));
  g_assert_nonnull (strstr (printed, "\nwrite <"));
  g_assert_nonnull (strstr (printed, "\nport <"));
  g_assert_nonnull (strstr (printed, "\nsecret secret\n"));
  g_assert_nonnull (strstr (printed, "\nparent None\n"));
}

/* A fork bomb has a process namespace of its own, which ends with it. */
static void
test_isolation_ends_with_the_program (void)
{
  g_auto (Run) run = { 0 };

  if (jug_sandbox_find (NULL) == JUG_SANDBOX_NONE)
    {
      g_test_skip ("nothing here can isolate a program (bubblewrap, user namespaces)");
      return;
    }
  begin (&run, HEAD "async def main():\n"
                    "    print('here')\n"
                    "    while True: os.fork()" RUN);
  run.options.is_isolated = run.options.is_watched = TRUE;
  g_assert_true (record (&run, NULL));
  g_assert_cmpstr (find_last (&run, JUG_EVENT_LIMIT), ==,
                   "it started too many processes");
  assert_printed (&run, "here");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add_func ("/juggler/record/python-recorder/" name, func)
  ADD ("makes-a-trace-of-a-program", test_makes_a_trace_of_a_program);
  ADD ("tells-how-a-program-ended", test_tells_how_a_program_ended);
  ADD ("says-why-nothing-could-be-run", test_says_why_nothing_could_be_run);
  ADD ("a-program-without-a-loop-says-so", test_a_program_without_a_loop_says_so);
  ADD ("a-runaway-can-be-stopped-at-any-moment",
       test_a_runaway_can_be_stopped_at_any_moment);
  ADD ("ends-at-the-limit-of-events", test_ends_at_the_limit_of_events);
  ADD ("watches-memory", test_watches_memory);
  ADD ("watches-processes", test_watches_processes);
  ADD ("isolation-keeps-a-program-in", test_isolation_keeps_a_program_in);
  ADD ("the-same-is-possible-without-isolation",
       test_the_same_is_possible_without_isolation);
  ADD ("isolation-ends-with-the-program", test_isolation_ends_with_the_program);
  return g_test_run ();
}
