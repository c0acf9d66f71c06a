/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of Chrome's trace events: a strict reader takes them, and they say what
 * happened. */
#include "jug-random-trace.h"
#include "jug-test-chrome.h"
#include "jug-test-trace.h"
#include "jug-trace-chrome-private.h"
#include "jug-trace-chrome.h"

#include <string.h>

#define SECOND G_GINT64_CONSTANT (1000000000)

static char *
to_text (JugTrace *trace)
{
  g_autoptr (GBytes) bytes = jug_test_chrome_write (trace);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What stands between @before and @after in the lines that have @word, a line for each.
 */
static char *
collect (const char *text, const char *word, const char *before, const char *after)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *found = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *start = strstr (lines[i], before);
      const char *end;

      if (strstr (lines[i], word) == NULL || start == NULL)
        continue;
      start += strlen (before);
      end = strstr (start, after);
      g_assert_nonnull (end);
      g_string_append_len (found, start, end - start);
      g_string_append_c (found, '\n');
    }
  return g_string_free (found, FALSE);
}

static void
assert_collected (const char *text,
                  const char *word,
                  const char *before,
                  const char *after,
                  const char *expected)
{
  g_autofree char *found = collect (text, word, before, after);

  g_assert_cmpstr (found, ==, expected);
}

/* As if the program had been killed right after it created a task. */
static JugTrace *
make_cut_off (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  JugEvent create = {
    .kind = JUG_EVENT_TASK_CREATE, .task = 2, .object = 1, .cause = JUG_NO_EVENT
  };

  jug_test_trace_step (t, jug_test_trace_create (t, "main"), NULL);
  create.text = jug_trace_intern (jug_test_trace_get_trace (t), "child");
  jug_test_trace_add_event (t, create);
  return jug_test_trace_finish (t);
}

static void
test_strict_reader_takes_every_trace (void)
{
  JugTestChrome *files = jug_test_chrome_new ();
  g_autoptr (JugTrace) kinds = jug_test_trace_every_kind ();
  g_autoptr (JugTrace) gather = jug_test_trace_gather (5);
  g_autoptr (JugTrace) large = jug_test_trace_large (40, 3000);
  g_autoptr (JugTrace) cut_off = make_cut_off ();
  g_autoptr (JugTrace) empty = jug_trace_new ();

  jug_trace_seal (empty);
  jug_test_chrome_add (files, kinds, "kinds");
  jug_test_chrome_add (files, gather, "gather");
  jug_test_chrome_add (files, large, "large");
  jug_test_chrome_add (files, cut_off, "cut-off");
  jug_test_chrome_add (files, empty, "empty");
  for (guint32 seed = 0; seed < 20; seed++)
    {
      g_autoptr (JugTrace) trace = jug_random_trace_new (seed, 400);
      g_autofree char *name = g_strdup_printf ("random-%u", seed);

      jug_test_chrome_add (files, trace, name);
    }
  jug_test_chrome_check (files);
}

static void
test_tasks_are_threads_in_the_order_of_lanes (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = NULL;
  g_autofree char *text = NULL;
  guint32 first;

  jug_trace_set_property (jug_test_trace_get_trace (t), JUG_TRACE_PROGRAM, "family.py");
  first = jug_test_trace_create (t, "first");
  jug_test_trace_create (t, "second");
  jug_test_trace_step (t, first, NULL);
  jug_test_trace_create (t, "child");
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "None");
  trace = jug_test_trace_finish (t);
  text = to_text (trace);
  assert_collected (text, "process_name", "\"args\": {\"name\": ", "}",
                    "\"family.py\"\n");
  assert_collected (text, "thread_name", "\"args\": {\"name\": ", "}",
                    "\"event loop\"\n\"first-1\"\n\"child-1\"\n\"second-1\"\n");
  assert_collected (text, "thread_sort_index", "\"sort_index\": ", "}", "0\n1\n2\n3\n");
}

/* Words stand as asyncio has them. */
static void
test_waits_are_named_after_their_reason (void)
{
  const struct
  {
    JugPurpose purpose;
    const char *text;
    const char *owner;
    const char *name;
  } rows[] = {
    { JUG_PURPOSE_PLAIN, NULL, NULL, "future" },
    { JUG_PURPOSE_PLAIN, "answer", NULL, "future answer" },
    { JUG_PURPOSE_SLEEP, "0.5", NULL, "sleep(0.5)" },
    { JUG_PURPOSE_GATHER, "3", NULL, "gather of 3" },
    { JUG_PURPOSE_WAIT, "FIRST_COMPLETED", NULL, "wait(FIRST_COMPLETED)" },
    { JUG_PURPOSE_AS_COMPLETED, NULL, NULL, "as_completed" },
    { JUG_PURPOSE_TASK_GROUP, NULL, NULL, "TaskGroup" },
    { JUG_PURPOSE_LOCK, NULL, NULL, "Lock.acquire" },
    { JUG_PURPOSE_LOCK, NULL, "door", "Lock.acquire door" },
    { JUG_PURPOSE_QUEUE_GET, NULL, "orders", "Queue.get orders" },
    { JUG_PURPOSE_QUEUE_JOIN, NULL, NULL, "Queue.join" },
    { JUG_PURPOSE_IO, "GET /news", NULL, "I/O GET /news" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      JugTestTrace *t = jug_test_trace_new ();
      g_autoptr (JugTrace) trace = NULL;
      g_autofree char *text = NULL;
      g_autofree char *expected = g_strconcat (rows[i].name, "\n", NULL);
      guint32 owner = 0;

      if (rows[i].owner != NULL)
        owner = jug_test_trace_sync_create (t, JUG_SYNC_LOCK, rows[i].owner, 1);
      jug_test_trace_step (t, jug_test_trace_create (t, "main"), NULL);
      jug_test_trace_wait (
          t, JUG_WAIT_FUTURE,
          jug_test_trace_future (t, rows[i].purpose, rows[i].text, owner));
      trace = jug_test_trace_finish (t);
      text = to_text (trace);
      assert_collected (text, "\"cat\": \"waiting\"", "\"name\": \"", "\"", expected);
    }
}

static void
test_says_where_and_because_of_what (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = NULL;
  g_autofree char *text = NULL;
  guint32 timer;

  jug_test_trace_iteration (t);
  jug_test_trace_step (t, jug_test_trace_create (t, "main"), NULL);
  jug_test_trace_line (t, 7);
  timer = jug_test_trace_sleep (t, SECOND);
  jug_test_trace_iteration (t);
  jug_test_trace_poll (t, SECOND);
  jug_test_trace_fire (t, timer, FALSE);
  jug_test_trace_wake (t, timer);
  jug_test_trace_iteration (t);
  jug_test_trace_step (t, 1, "CancelledError");
  jug_test_trace_done (t, JUG_OUTCOME_CANCELLED, NULL);
  trace = jug_test_trace_finish (t);
  text = to_text (trace);
  assert_collected (text, "\"name\": \"sleep(1)\"", "\"line\": ", ",", "7\n");
  assert_collected (text, "\"cat\": \"ready\"", "\"kind\": \"", "\"", "future-done\n");
  assert_collected (text, "\"cat\": \"running\"", "\"time\": ", ",",
                    "0.000000000\n1.000000000\n");
  assert_collected (text, "\"cat\": \"running\"", "\"throw\": ", "}",
                    "\"CancelledError\"\n");
  assert_collected (text, "\"cat\": \"cancelled\"", "\"name\": ", ",", "\"cancelled\"\n");
  assert_collected (text, "\"cat\": \"idle\"", "\"deadline\": ", "}", "1.000000000\n");
  assert_collected (text, "\"ph\": \"s\"", "\"name\": ", ",", "\"creates\"\n\"wakes\"\n");
}

static void
test_tells_of_cancels_output_and_errors (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  g_autoptr (JugTrace) trace = NULL;
  g_autofree char *text = NULL;
  g_autofree char *long_text = g_strnfill (100, 'x');

  jug_test_trace_iteration (t);
  jug_test_trace_step (t, jug_test_trace_create (t, "main"), NULL);
  jug_test_trace_create (t, "child");
  jug_test_trace_print (t, "say \"hello\"");
  jug_test_trace_print (t, long_text);
  jug_test_trace_print (t, "");
  jug_test_trace_cancel (t, 2);
  jug_test_trace_done (t, JUG_OUTCOME_EXCEPTION, "ValueError");
  trace = jug_test_trace_finish (t);
  text = to_text (trace);
  assert_collected (text, "\"cat\": \"print\"", "\"text\": ", "}",
                    "\"say \\\"hello\\\"\"\n"
                    "\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"\n"
                    "\"\"\n");
  /* Names that are too long to be read are cut. */
  assert_collected (text, "\"name\": \"xxx", "\"name\": \"", "…",
                    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n");
  assert_collected (text, "\"cat\": \"cancel\"", "\"by\": ", "}", "\"main-1\"\n");
  assert_collected (text, "\"cat\": \"exception\"", "\"name\": ", ",",
                    "\"ValueError\"\n");
  assert_collected (text, "\"ph\": \"s\"", "\"name\": ", ",",
                    "\"creates\"\n\"creates\"\n\"cancels\"\n");
}

/* The clock that everything is drawn by */

static JugTrace *
make_moments (const char *clock, const gint64 *times, guint n_times)
{
  JugTrace *trace = jug_trace_new ();
  JugEvent event = { .kind = JUG_EVENT_LOOP_START, .cause = JUG_NO_EVENT };

  jug_trace_set_property (trace, JUG_TRACE_CLOCK, clock);
  for (guint i = 0; i < n_times; i++)
    {
      event.time_ns = times[i];
      g_assert_cmpuint (jug_trace_append (trace, &event), !=, JUG_NO_EVENT);
    }
  jug_trace_seal (trace);
  return trace;
}

static void
assert_clock (const char *name,
              const gint64 *times,
              const gint64 *expected,
              guint n_times)
{
  g_autoptr (JugTrace) trace = make_moments (name, times, n_times);
  JugChromeClock clock;

  jug_chrome_clock_init (&clock, trace);
  for (guint i = 0; i < n_times; i++)
    {
      g_assert_cmpint (jug_chrome_clock_read (&clock, i), ==, expected[i]);
      g_assert_cmpint (jug_chrome_clock_read_far (&clock, n_times - 1 - i), ==,
                       expected[n_times - 1 - i]);
    }
}

static void
test_a_moment_is_drawn_spread_out (void)
{
  const gint64 times[] = { 0, 0, 0, SECOND, SECOND };
  const gint64 drawn_virtual[] = { 0, 1000000, 2000000, SECOND, SECOND + 1000000 };
  const gint64 drawn_real[] = { 0, 1000, 2000, SECOND, SECOND + 1000 };

  assert_clock ("virtual", times, drawn_virtual, G_N_ELEMENTS (times));
  assert_clock ("real", times, drawn_real, G_N_ELEMENTS (times));
}

static void
test_a_moment_leaves_room_for_the_time_after_it (void)
{
  /* A tenth of a millisecond is all that the first moment gets of the one to the next;
     and to what happens in 3 ns, nothing. */
  const gint64 times[] = { 0, 0, 0, 0, 1000000, 1000000, 1000003 };
  const gint64 drawn[] = { 0, 25000, 50000, 75000, 1000000, 1000000, 1000003 };

  assert_clock ("virtual", times, drawn, G_N_ELEMENTS (times));
}

static void
test_nothing_is_drawn_out_of_order (void)
{
  for (guint32 seed = 0; seed < 10; seed++)
    {
      g_autoptr (JugTrace) trace = jug_random_trace_new (seed, 1000);
      JugChromeClock clock;
      gint64 last = 0;

      jug_chrome_clock_init (&clock, trace);
      for (guint32 i = 0; i < jug_trace_get_n_events (trace); i++)
        {
          gint64 now = jug_chrome_clock_read (&clock, i);
          gint64 after = jug_chrome_clock_read_after (&clock, i);

          g_assert_cmpint (now, >=, last);
          g_assert_cmpint (now, >=, jug_trace_get_event (trace, i)->time_ns);
          g_assert_cmpint (after, >=, now);
          last = after;
        }
    }
}

static void
test_can_be_cancelled (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_large (10, 20000);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (
      jug_trace_chrome_write (trace, NULL, NULL, stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                              \
  g_test_add_func ("/juggler/trace/trace-chrome/" path, function)
  ADD ("strict-reader-takes-every-trace", test_strict_reader_takes_every_trace);
  ADD ("tasks-are-threads-in-the-order-of-lanes",
       test_tasks_are_threads_in_the_order_of_lanes);
  ADD ("waits-are-named-after-their-reason", test_waits_are_named_after_their_reason);
  ADD ("says-where-and-because-of-what", test_says_where_and_because_of_what);
  ADD ("tells-of-cancels-output-and-errors", test_tells_of_cancels_output_and_errors);
  ADD ("a-moment-is-drawn-spread-out", test_a_moment_is_drawn_spread_out);
  ADD ("a-moment-leaves-room-for-the-time-after-it",
       test_a_moment_leaves_room_for_the_time_after_it);
  ADD ("nothing-is-drawn-out-of-order", test_nothing_is_drawn_out_of_order);
  ADD ("can-be-cancelled", test_can_be_cancelled);
  return g_test_run ();
}
