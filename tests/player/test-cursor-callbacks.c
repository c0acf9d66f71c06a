/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Timers and callbacks after an event: what stands in which order. */
#include "jug-cursor-check.h"

static void
test_timers_stand_by_deadline (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autoptr (JugCursor) cursor = NULL;
  static const guint deadlines[] = { 5, 2, 5, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (deadlines); i++)
    {
      guint32 task = jug_test_trace_create (t, "nap");

      jug_test_trace_step (t, task, NULL);
      jug_test_trace_sleep (t, deadlines[i] * SECOND);
    }
  cursor = jug_cursor_new (trace);
  jug_cursor_seek (cursor, jug_trace_get_n_events (trace) - 1);
  assert_timers (cursor, "nap-4@1000 nap-2@2000 nap-1@5000 nap-3@5000");
  g_assert_cmpuint (jug_cursor_get_n_timers (cursor), ==, 4);
}

static void
test_fired_and_cancelled_timers_are_gone (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  guint32 timers[3];

  for (guint i = 0; i < 3; i++)
    {
      jug_test_trace_step (t, jug_test_trace_create (t, "nap"), NULL);
      timers[i] = jug_test_trace_sleep (t, (i + 1) * SECOND);
    }
  jug_test_trace_add (t, JUG_EVENT_TIMER_CANCEL, 0, timers[1], 0);
  jug_cursor_seek (cursor, jug_trace_get_n_events (trace) - 1);
  assert_timers (cursor, "nap-1@1000 nap-3@3000");
  jug_test_trace_set_time (t, SECOND);
  jug_test_trace_fire (t, timers[0], FALSE);
  jug_cursor_seek (cursor, jug_trace_get_n_events (trace) - 1);
  assert_timers (cursor, "nap-3@3000");
}

/* The timer's callback stands in the queue, once, also where the source says so twice. */
static void
test_a_timer_that_fires_is_ready_once (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  JugCursorReady ready;
  guint32 timer, fired;

  jug_test_trace_step (t, jug_test_trace_create (t, "nap"), NULL);
  timer = jug_test_trace_sleep (t, SECOND);
  jug_test_trace_set_time (t, SECOND);
  jug_test_trace_fire (t, timer, FALSE);
  fired = jug_trace_get_n_events (trace) - 1;
  jug_cursor_seek (cursor, fired);
  g_assert_cmpuint (jug_cursor_get_n_ready (cursor), ==, 1);
  g_assert_true (jug_cursor_get_ready (cursor, 0, &ready));
  g_assert_cmpuint (ready.callback, ==, timer);
  g_assert_cmpuint (ready.task, ==, JUG_TASK_LOOP);
  g_assert_cmpuint (ready.queue_event, ==, fired);

  jug_test_trace_add_event (
      t, (JugEvent){ .kind = JUG_EVENT_CALLBACK_QUEUE, .object = timer, .cause = fired });
  jug_cursor_seek (cursor, fired + 1);
  g_assert_cmpuint (jug_cursor_get_n_ready (cursor), ==, 1);
  jug_test_trace_wake (t, timer);
  jug_cursor_seek (cursor, jug_trace_get_n_events (trace) - 1);
  assert_ready (cursor, "nap-1");
}

static void
test_cancelled_callbacks_are_passed_over (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);
  guint32 a = jug_test_trace_queue (t, 0, "a", JUG_NO_EVENT);
  guint32 b = jug_test_trace_queue (t, 0, "b", JUG_NO_EVENT);
  guint32 c = jug_test_trace_queue (t, 0, "c", JUG_NO_EVENT);
  guint32 cancel = jug_test_trace_add (t, JUG_EVENT_CALLBACK_CANCEL, 0, a, 0);
  guint32 before;

  jug_cursor_seek (cursor, cancel);
  assert_ready (cursor, "a(cancelled) b c");
  jug_cursor_seek (cursor, cancel - 1);
  assert_ready (cursor, "a b c");
  jug_test_trace_add (t, JUG_EVENT_CALLBACK_CANCEL, 0, c, 0);
  jug_test_trace_iteration (t);
  jug_test_trace_run (t);
  before = jug_test_trace_callback (t, b);
  jug_cursor_seek (cursor, before);
  assert_ready (cursor, "c(cancelled)");
  g_assert_cmpuint (jug_cursor_get_running_callback (cursor), ==, b);
  jug_test_trace_callback_end (t, b);
  jug_test_trace_queue (t, 0, "d", JUG_NO_EVENT);
  jug_cursor_seek (cursor, jug_test_trace_iteration (t));
  assert_ready (cursor, "d");
}

#define PATH "/juggler/player/cursor-callbacks/"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (PATH "timers-stand-by-deadline", test_timers_stand_by_deadline);
  g_test_add_func (PATH "fired-and-cancelled-timers-are-gone",
                   test_fired_and_cancelled_timers_are_gone);
  g_test_add_func (PATH "a-timer-that-fires-is-ready-once",
                   test_a_timer_that_fires_is_ready_once);
  g_test_add_func (PATH "cancelled-callbacks-are-passed-over",
                   test_cancelled_callbacks_are_passed_over);
  return g_test_run ();
}
