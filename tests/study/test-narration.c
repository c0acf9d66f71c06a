/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences: a run from its beginning to its end, and what the program itself says.
 */
#include "jug-narration-check.h"

static void
assert_kind_tells (JugTrace *trace, JugEventKind kind, guint n, const char *expected)
{
  g_autofree char *actual = jug_narration_check_tell_kind (trace, kind, n);

  g_assert_cmpstr (actual, ==, expected);
}

/* The example that everybody thinks of first, from its beginning to its end. */
static void
test_a_gather_is_told_from_beginning_to_end (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (3);

  assert_kind_tells (trace, JUG_EVENT_TASK_CREATE, 2,
                     "main-1 creates hello-1, puts it in the ready queue, and goes on.");
  assert_kind_tells (
      trace, JUG_EVENT_TASK_CREATE, 3,
      "main-1 creates hello-2, puts it in the ready queue behind 1 other, and goes on.");
  assert_kind_tells (
      trace, JUG_EVENT_TASK_CREATE, 4,
      "main-1 creates hello-3, puts it in the ready queue behind 2 others, and goes on.");
  assert_kind_tells (trace, JUG_EVENT_WAIT, 1, "main-1 waits for gather: 0 of 3 done.");
  assert_kind_tells (
      trace, JUG_EVENT_STEP, 2,
      "hello-1 begins: main-1 put it in the ready queue, and nobody was ahead of it.");
  assert_kind_tells (trace, JUG_EVENT_STEP, 3,
                     "hello-2 begins: main-1 put it in the ready queue, and only hello-1 "
                     "was ahead of it.");
  assert_kind_tells (trace, JUG_EVENT_STEP, 4,
                     "hello-3 begins: main-1 put it in the ready queue, and 2 others "
                     "were ahead of it.");
  assert_kind_tells (
      trace, JUG_EVENT_WAIT, 3,
      "hello-2 sleeps for 2 s: it waits for its timer, which is due at 2 s.");
  assert_kind_tells (
      trace, JUG_EVENT_POLL, 1,
      "The loop has nothing to run, so it waits until the next timer, that of "
      "hello-1, at 1 s.");
  assert_kind_tells (
      trace, JUG_EVENT_TIMER_FIRE, 1,
      "The timer of hello-1 is due: its callback goes to the ready queue.");
  assert_kind_tells (trace, JUG_EVENT_CALLBACK_RUN, 1,
                     "The loop runs a callback, for the timer of hello-1 is due.");
  assert_kind_tells (
      trace, JUG_EVENT_FUTURE_DONE, 1,
      "hello-1 is ready: its 1 s timer fired, so it goes to the ready queue.");
  assert_kind_tells (
      trace, JUG_EVENT_STEP, 5,
      "hello-1 runs: its 1 s timer fired, so the loop put it in the ready queue, "
      "and nobody was ahead of it.");
  assert_kind_tells (
      trace, JUG_EVENT_DONE, 1,
      "hello-1 is done and returns 1. Of the 3 that main-1 waits for, 1 has ended.");
  assert_kind_tells (
      trace, JUG_EVENT_DONE, 2,
      "hello-2 is done and returns 2. Of the 3 that main-1 waits for, 2 have ended.");
  assert_kind_tells (trace, JUG_EVENT_DONE, 3,
                     "hello-3 is done and returns 3. With that, all 3 that main-1 waits "
                     "for have ended.");
  assert_kind_tells (trace, JUG_EVENT_CALLBACK_RUN, 2,
                     "gather is told that hello-1 is done. By now it is 1 of 3, so "
                     "main-1 goes on waiting.");
  assert_kind_tells (trace, JUG_EVENT_CALLBACK_RUN, 6,
                     "gather is told that hello-3 is done. By now all 3 have ended.");
  assert_kind_tells (
      trace, JUG_EVENT_FUTURE_DONE, 4,
      "main-1 is ready: all 3 that it gathered are done, so it goes to the ready queue.");
  assert_kind_tells (
      trace, JUG_EVENT_STEP, 8,
      "main-1 runs: all 3 that it gathered are done, so the loop put it in the "
      "ready queue, and nobody was ahead of it.");
  assert_kind_tells (trace, JUG_EVENT_DONE, 4, "main-1 is done.");
  assert_kind_tells (trace, JUG_EVENT_LOOP_STOP, 1,
                     "The loop stops, because main-1 has ended.");
}

static void
test_the_place_before_the_first_event (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_gather (1);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  g_autofree char *text = jug_narration_for_event (cursor, JUG_NO_EVENT);

  g_assert_cmpstr (text, ==, "Nothing has happened yet.");
}

static void
test_own_names_lines_and_output (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  guint32 callback;

  jug_trace_set_property (jug_test_trace_get_trace (t), JUG_TRACE_SOURCE,
                          "import asyncio\n\n    await x  \n");
  jug_test_trace_line (t, 1);
  assert_tells (t, -1, "The program comes to line 1: import asyncio");
  jug_test_trace_print (t, "hello");
  assert_tells (t, -1, "The program prints “hello”.");
  callback = jug_test_trace_queue (t, 0, NULL, JUG_NO_EVENT);
  jug_test_trace_callback (t, callback);
  jug_test_trace_print (t, "from a callback");
  assert_tells (t, -1, "A callback prints “from a callback”.");
  jug_test_trace_callback_end (t, callback);
  jug_narration_check_start_task (t, "a");
  jug_test_trace_line (t, 2);
  assert_tells (t, -1, "a-1 comes to line 2.");
  jug_test_trace_line (t, 3);
  assert_tells (t, -1, "a-1 comes to line 3: await x");
  jug_test_trace_line (t, 9);
  assert_tells (t, -1, "a-1 comes to line 9.");
  jug_test_trace_print (t, "");
  assert_tells (t, -1, "a-1 prints an empty line.");
  jug_narration_check_add_text (t, JUG_EVENT_TASK_NAME, 1, 0, "soup");
  assert_tells (t, -1, "A task is given its name, soup.");
  jug_test_trace_print (t, "ready");
  assert_tells (t, -1, "soup prints “ready”.");
}

static void
test_reports (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  static const char *const sentences[] = {
    "Nobody ever asked for an exception, so Python reports it: x",
    "A task is gone before it has ended, so Python reports it: x",
    "A coroutine was never awaited, so none of it ran, and Python warns: x",
    "A callback failed; the loop reports it and goes on: x",
    "The loop was held up for long, so asyncio reports it: x",
    "A task failed while the end of the program cancelled it: x",
  };
  static const char *const about_task[] = {
    "Nobody ever asked for the exception of a-1, so Python reports it: x",
    "a-1 is gone before it has ended, so Python reports it: x",
    "a-1 never awaited a coroutine that it made, so Python warns: x",
    "A callback of a-1 failed; the loop reports it and goes on: x",
    "a-1 held the loop up for long, so asyncio reports it: x",
    "a-1 failed while the end of the program cancelled it: x",
  };

  for (guint report = 0; report < G_N_ELEMENTS (sentences); report++)
    {
      jug_narration_check_add_text (t, JUG_EVENT_REPORT, 0, report, "x");
      assert_tells (t, -1, sentences[report]);
    }
  jug_narration_check_start_task (t, "a");
  for (guint report = 0; report < G_N_ELEMENTS (about_task); report++)
    {
      jug_narration_check_add_text (t, JUG_EVENT_REPORT, 1, report, "x");
      assert_tells (t, -1, about_task[report]);
    }
  jug_test_trace_add (t, JUG_EVENT_INTERVENTION, 0, 1, 0);
  assert_tells (t, -1, "Here you stepped in.");
}

#define PATH "/juggler/study/narration/"

/* What a Python program adds to the trace, and what its standard error gets. */
static void
test_tells_where_a_task_is (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_every_kind ();

  assert_kind_tells (trace, JUG_EVENT_FRAMES, 1, "main-1 has come to line 7 of sleep.");
  assert_kind_tells (trace, JUG_EVENT_LOCALS, 1,
                     "The local variables of main-1 have changed.");
  assert_kind_tells (trace, JUG_EVENT_PRINT, 3,
                     "main-1 writes “a warning” to standard error.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (PATH "a-gather-is-told-from-beginning-to-end",
                   test_a_gather_is_told_from_beginning_to_end);
  g_test_add_func (PATH "the-place-before-the-first-event",
                   test_the_place_before_the_first_event);
  g_test_add_func (PATH "own-names-lines-and-output", test_own_names_lines_and_output);
  g_test_add_func (PATH "reports", test_reports);
  g_test_add_func ("/juggler/study/narration/tells-where-a-task-is",
                   test_tells_where_a_task_is);
  return g_test_run ();
}
