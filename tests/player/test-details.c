/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of where a task was and what its variables held. */
#include "jug-cursor.h"
#include "jug-test-trace.h"

static guint32
add (JugTestTrace *t, JugEventKind kind, guint32 task, guint32 frame, const char *text)
{
  return jug_test_trace_add_event (
      t, (JugEvent){ .kind = (guint8) kind,
                     .task = task,
                     .object = frame,
                     .text = jug_trace_intern (jug_test_trace_get_trace (t), text),
                     .cause = JUG_NO_EVENT });
}

static void
test_the_last_one_holds (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  guint32 main_task = jug_test_trace_create (t, "main");
  guint32 other = jug_test_trace_create (t, "other");
  guint32 first = add (t, JUG_EVENT_FRAMES, main_task, 0, "main\t1\tp.py");
  guint32 outer = add (t, JUG_EVENT_LOCALS, main_task, 0, "n\t1");
  guint32 inner = add (t, JUG_EVENT_LOCALS, main_task, 1, "m\t2");
  guint32 second = add (t, JUG_EVENT_FRAMES, main_task, 0, "main\t2\tp.py");
  guint32 changed = add (t, JUG_EVENT_LOCALS, main_task, 0, "n\t3");
  g_autoptr (JugTrace) trace = jug_test_trace_finish (t);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);

  g_assert_cmpuint (jug_cursor_find_frames (cursor, main_task), ==, JUG_NO_EVENT);
  jug_cursor_seek (cursor, changed);
  g_assert_cmpuint (jug_cursor_find_frames (cursor, main_task), ==, second);
  g_assert_cmpuint (jug_cursor_find_locals (cursor, main_task, 0), ==, changed);
  g_assert_cmpuint (jug_cursor_find_locals (cursor, main_task, 1), ==, inner);
  g_assert_cmpuint (jug_cursor_find_locals (cursor, main_task, 2), ==, JUG_NO_EVENT);
  g_assert_cmpuint (jug_cursor_find_frames (cursor, other), ==, JUG_NO_EVENT);
  g_assert_cmpuint (jug_cursor_find_locals (cursor, main_task, G_MAXUINT32), ==,
                    JUG_NO_EVENT);

  /* Back again, though what comes later is known by now. */
  jug_cursor_seek (cursor, inner);
  g_assert_cmpuint (jug_cursor_find_frames (cursor, main_task), ==, first);
  g_assert_cmpuint (jug_cursor_find_locals (cursor, main_task, 0), ==, outer);
  jug_cursor_seek (cursor, first - 1);
  g_assert_cmpuint (jug_cursor_find_frames (cursor, main_task), ==, JUG_NO_EVENT);
}

static void
test_lines_know_their_stream (void)
{
  JugTestTrace *t = jug_test_trace_new ();
  JugCursorOutput output;
  g_autoptr (JugTrace) trace = NULL;
  g_autoptr (JugCursor) cursor = NULL;
  guint32 last;

  jug_test_trace_print (t, "out");
  last = jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_PRINT,
                     .detail = JUG_STREAM_STDERR,
                     .text = jug_trace_intern (jug_test_trace_get_trace (t), "err"),
                     .cause = JUG_NO_EVENT });
  trace = jug_test_trace_finish (t);
  cursor = jug_cursor_new (trace);
  jug_cursor_seek (cursor, last);
  g_assert_true (jug_cursor_get_output (cursor, 0, &output));
  g_assert_cmpint (output.stream, ==, JUG_STREAM_STDOUT);
  g_assert_true (jug_cursor_get_output (cursor, 1, &output));
  g_assert_cmpint (output.stream, ==, JUG_STREAM_STDERR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/player/details/the-last-one-holds", test_the_last_one_holds);
  g_test_add_func ("/juggler/player/details/lines-know-their-stream",
                   test_lines_know_their_stream);
  return g_test_run ();
}
