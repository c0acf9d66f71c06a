/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is true after an event: expectations derived by hand from asyncio's rules. */
#include "jug-cursor-check.h"

static void
test_starts_before_the_first_event (void)
{
  g_autoptr (JugCursor) cursor = jug_cursor_check_gather (3);

  g_assert_cmpuint (jug_cursor_get_index (cursor), ==, JUG_NO_EVENT);
  g_assert_cmpint (jug_cursor_get_time (cursor), ==, 0);
  g_assert_cmpuint (jug_cursor_get_iteration (cursor), ==, 0);
  g_assert_cmpint (jug_cursor_get_phase (cursor), ==, JUG_PHASE_NOT_STARTED);
  g_assert_cmpuint (jug_cursor_get_n_tasks (cursor), ==, 0);
  g_assert_cmpuint (jug_cursor_get_n_output (cursor), ==, 0);
  g_assert_cmpuint (jug_cursor_get_exit_event (cursor), ==, JUG_NO_EVENT);
  assert_ready (cursor, "");
  assert_timers (cursor, "");
  assert_task (cursor, 1, "absent");
}

static void
test_new_tasks_are_ready_in_the_order_of_creation (void)
{
  g_autoptr (JugCursor) cursor = jug_cursor_check_gather (3);

  jug_cursor_check_seek (cursor, JUG_EVENT_WAIT, 1);
  assert_ready (cursor, "hello-1 hello-2 hello-3");
  g_assert_cmpuint (jug_cursor_get_n_ready_now (cursor), ==, 0);
  assert_task (cursor, 1, "waiting kind 2 purpose 2 object 5 text 3");
  for (guint32 task = 2; task <= 4; task++)
    assert_task (cursor, task, "created");
  g_assert_cmpuint (jug_cursor_get_n_tasks (cursor), ==, 4);
  g_assert_cmpuint (jug_cursor_get_running_task (cursor), ==, JUG_TASK_LOOP);
  g_assert_cmpuint (jug_cursor_get_running_callback (cursor), ==, 0);
}

static void
test_an_iteration_runs_only_what_was_ready (void)
{
  g_autoptr (JugCursor) cursor = jug_cursor_check_gather (3);

  jug_cursor_check_seek (cursor, JUG_EVENT_RUN, 1); /* main alone */
  g_assert_cmpuint (jug_cursor_get_n_ready_now (cursor), ==, 1);
  jug_cursor_check_seek (cursor, JUG_EVENT_STEP, 1);
  g_assert_cmpuint (jug_cursor_get_n_ready_now (cursor), ==, 0);
  jug_cursor_check_seek (cursor, JUG_EVENT_TASK_CREATE, 4);
  g_assert_cmpuint (jug_cursor_get_n_ready (cursor), ==, 2);
  g_assert_cmpuint (jug_cursor_get_n_ready_now (cursor), ==, 0);
  jug_cursor_check_seek (cursor, JUG_EVENT_RUN, 2);
  g_assert_cmpuint (jug_cursor_get_n_ready_now (cursor), ==, 3);
  jug_cursor_check_seek (cursor, JUG_EVENT_STEP, 3);
  g_assert_cmpuint (jug_cursor_get_n_ready_now (cursor), ==, 1);
  assert_ready (cursor, "hello-3");
  g_assert_cmpuint (jug_cursor_get_running_task (cursor), ==, 3);
  g_assert_cmpuint (jug_cursor_get_running_callback (cursor), ==, 3);
}

static void
test_phases_follow_the_iteration (void)
{
  g_autoptr (JugCursor) cursor = jug_cursor_check_gather (1);

  jug_cursor_check_seek (cursor, JUG_EVENT_LOOP_START, 1);
  g_assert_cmpint (jug_cursor_get_phase (cursor), ==, JUG_PHASE_BEGIN);
  jug_cursor_check_seek (cursor, JUG_EVENT_STEP, 1);
  g_assert_cmpint (jug_cursor_get_phase (cursor), ==, JUG_PHASE_RUN);
  jug_cursor_check_seek (cursor, JUG_EVENT_ITERATION, 3);
  g_assert_cmpint (jug_cursor_get_phase (cursor), ==, JUG_PHASE_BEGIN);
  jug_cursor_check_seek (cursor, JUG_EVENT_POLL, 1);
  g_assert_cmpint (jug_cursor_get_phase (cursor), ==, JUG_PHASE_IDLE);
  g_assert_cmpint (jug_cursor_get_idle_deadline (cursor), ==, SECOND);
  g_assert_cmpint (jug_cursor_get_time (cursor), ==, 0);
  jug_cursor_check_seek (cursor, JUG_EVENT_TIMER_FIRE, 1);
  g_assert_cmpint (jug_cursor_get_phase (cursor), ==, JUG_PHASE_TIMERS);
  g_assert_cmpint (jug_cursor_get_idle_deadline (cursor), ==, 0);
  g_assert_cmpint (jug_cursor_get_time (cursor), ==, SECOND);
  jug_cursor_check_seek (cursor, JUG_EVENT_LOOP_STOP, 1);
  g_assert_cmpint (jug_cursor_get_phase (cursor), ==, JUG_PHASE_STOPPED);
}

static void
test_lines_names_and_output_are_followed (void)
{
  g_autoptr (JugCursor) cursor = jug_cursor_check_gather (2);
  JugTrace *trace = jug_cursor_get_trace (cursor);
  JugCursorOutput output;

  jug_cursor_check_seek (cursor, JUG_EVENT_PRINT, 2);
  g_assert_cmpuint (jug_cursor_get_task (cursor, 1)->line, ==, 10);
  g_assert_cmpuint (jug_cursor_get_task (cursor, 2)->line, ==, 5);
  g_assert_cmpuint (jug_cursor_get_task (cursor, 3)->line, ==, 4);
  g_assert_cmpuint (jug_cursor_get_task (cursor, 3)->native_line, ==, 40);
  g_assert_cmpuint (jug_cursor_get_n_output (cursor), ==, 2);
  g_assert_true (jug_cursor_get_output (cursor, 1, &output));
  g_assert_cmpuint (output.task, ==, 3);
  g_assert_cmpuint (output.event, ==, jug_cursor_get_index (cursor));
  g_assert_cmpstr (jug_trace_get_string (trace, output.text), ==, "hello 2");
  g_assert_false (jug_cursor_get_output (cursor, 2, &output));
}

static void
test_follows_a_growing_trace (void)
{
  g_autoptr (JugTestTrace) t = jug_test_trace_new ();
  JugTrace *trace = jug_test_trace_get_trace (t);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);

  jug_cursor_seek (cursor, 5);
  g_assert_cmpuint (jug_cursor_get_index (cursor), ==, JUG_NO_EVENT);
  jug_test_trace_create (t, "a");
  jug_cursor_seek (cursor, 100);
  g_assert_cmpuint (jug_cursor_get_index (cursor), ==, 1);
  assert_ready (cursor, "a-1");
  jug_test_trace_create (t, "b");
  jug_cursor_seek (cursor, 100);
  g_assert_cmpuint (jug_cursor_get_index (cursor), ==, 3);
  assert_ready (cursor, "a-1 b-1");
  jug_cursor_seek (cursor, JUG_NO_EVENT);
  assert_ready (cursor, "");
}

static void
test_a_copy_moves_on_its_own (void)
{
  g_autoptr (JugCursor) cursor = jug_cursor_check_gather (3);
  g_autoptr (JugCursor) copy = NULL;

  jug_cursor_check_seek (cursor, JUG_EVENT_WAIT, 1);
  copy = jug_cursor_copy (cursor);
  assert_ready (copy, "hello-1 hello-2 hello-3");
  jug_cursor_check_seek (copy, JUG_EVENT_WAIT, 3);
  assert_ready (copy, "hello-3");
  assert_ready (cursor, "hello-1 hello-2 hello-3");
  assert_task (cursor, 2, "created");
}

static void
test_prepare_reads_in_slices (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_large (10, 1000);
  g_autoptr (JugCursor) cursor = jug_cursor_new (trace);

  g_assert_true (jug_cursor_prepare (cursor, 400));
  g_assert_true (jug_cursor_prepare (cursor, 400));
  g_assert_cmpuint (jug_cursor_get_index (cursor), ==, JUG_NO_EVENT);
  g_assert_false (jug_cursor_prepare (cursor, 400));
  g_assert_false (jug_cursor_prepare (cursor, 400));
  jug_cursor_seek (cursor, 999);
  g_assert_cmpuint (jug_cursor_get_index (cursor), ==, 999);
}

#define PATH "/juggler/player/cursor/"

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (PATH "starts-before-the-first-event",
                   test_starts_before_the_first_event);
  g_test_add_func (PATH "new-tasks-are-ready-in-the-order-of-creation",
                   test_new_tasks_are_ready_in_the_order_of_creation);
  g_test_add_func (PATH "an-iteration-runs-only-what-was-ready",
                   test_an_iteration_runs_only_what_was_ready);
  g_test_add_func (PATH "phases-follow-the-iteration", test_phases_follow_the_iteration);
  g_test_add_func (PATH "lines-names-and-output-are-followed",
                   test_lines_names_and_output_are_followed);
  g_test_add_func (PATH "follows-a-growing-trace", test_follows_a_growing_trace);
  g_test_add_func (PATH "a-copy-moves-on-its-own", test_a_copy_moves_on_its_own);
  g_test_add_func (PATH "prepare-reads-in-slices", test_prepare_reads_in_slices);
  return g_test_run ();
}
