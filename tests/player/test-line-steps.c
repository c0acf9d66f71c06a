/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which steps came to a line, and the other way round. */
#include "jug-line-steps.h"

#include "jug-test-trace.h"

/* Two tasks at lines 5 and 6 by turns; events of the lines in `at`. */
typedef struct
{
  JugTrace *trace;
  guint32 at[4]; /* main:5 child:5 main:6 child:5 */
  guint32 main;
  guint32 child;
} Fixture;

static guint32
add_line (JugTestTrace *t, guint32 line)
{
  jug_test_trace_line (t, line);
  return jug_trace_get_n_events (jug_test_trace_get_trace (t)) - 1;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  JugTestTrace *t = jug_test_trace_new ();

  self->main = jug_test_trace_create (t, "main");
  self->child = jug_test_trace_create (t, "child");
  jug_test_trace_step (t, self->main, NULL);
  self->at[0] = add_line (t, 5);
  jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
  jug_test_trace_step (t, self->child, NULL);
  self->at[1] = add_line (t, 5);
  jug_test_trace_wait (t, JUG_WAIT_YIELD, 0);
  jug_test_trace_step (t, self->main, NULL);
  self->at[2] = add_line (t, 6);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "None");
  jug_test_trace_step (t, self->child, NULL);
  self->at[3] = add_line (t, 5);
  jug_test_trace_done (t, JUG_OUTCOME_RESULT, "None");
  self->trace = jug_test_trace_finish (t);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  jug_trace_unref (self->trace);
}

static guint32
find (Fixture *self, guint line, guint32 task, guint32 event, int direction)
{
  return jug_line_steps_find (self->trace, line, FALSE, task, event, direction);
}

static void
test_goes_round (Fixture *self, gconstpointer data)
{
  g_assert_cmpuint (find (self, 5, JUG_TASK_LOOP, JUG_NO_EVENT, 1), ==, self->at[0]);
  g_assert_cmpuint (find (self, 5, JUG_TASK_LOOP, self->at[0], 1), ==, self->at[1]);
  g_assert_cmpuint (find (self, 5, JUG_TASK_LOOP, self->at[1], 1), ==, self->at[3]);
  g_assert_cmpuint (find (self, 5, JUG_TASK_LOOP, self->at[3], 1), ==, self->at[0]);
  g_assert_cmpuint (find (self, 5, JUG_TASK_LOOP, self->at[0], -1), ==, self->at[3]);
  g_assert_cmpuint (find (self, 5, JUG_TASK_LOOP, JUG_NO_EVENT, -1), ==, self->at[3]);
}

static void
test_one_task_only (Fixture *self, gconstpointer data)
{
  g_assert_cmpuint (find (self, 5, self->child, JUG_NO_EVENT, 1), ==, self->at[1]);
  g_assert_cmpuint (find (self, 5, self->child, self->at[1], 1), ==, self->at[3]);
  /* the only one: it is found again */
  g_assert_cmpuint (find (self, 5, self->main, self->at[0], 1), ==, self->at[0]);
  g_assert_cmpuint (find (self, 6, self->child, JUG_NO_EVENT, 1), ==, JUG_NO_EVENT);
}

static void
test_lines_that_never_ran (Fixture *self, gconstpointer data)
{
  g_assert_cmpuint (find (self, 7, JUG_TASK_LOOP, JUG_NO_EVENT, 1), ==, JUG_NO_EVENT);
  g_assert_cmpuint (find (self, 0, JUG_TASK_LOOP, JUG_NO_EVENT, 1), ==, JUG_NO_EVENT);
}

static void
test_lines_of_the_native_source (Fixture *self, gconstpointer data)
{
  g_assert_cmpuint (
      jug_line_steps_find (self->trace, 60, TRUE, JUG_TASK_LOOP, JUG_NO_EVENT, 1), ==,
      self->at[2]);
  g_assert_cmpuint (
      jug_line_steps_find (self->trace, 6, TRUE, JUG_TASK_LOOP, JUG_NO_EVENT, 1), ==,
      JUG_NO_EVENT);
}

static void
test_line_of_an_event (Fixture *self, gconstpointer data)
{
  guint32 step = jug_line_steps_find_step (self->trace, self->at[2]);

  g_assert_cmpint (jug_trace_get_event (self->trace, step)->kind, ==, JUG_EVENT_STEP);
  g_assert_cmpuint (jug_trace_get_event (self->trace, step)->task, ==, self->main);
  g_assert_cmpuint (step, >, self->at[1]);
  g_assert_cmpuint (jug_line_steps_get_line (self->trace, step, FALSE), ==, 6);
  g_assert_cmpuint (jug_line_steps_get_line (self->trace, step, TRUE), ==, 60);
  /* the wait after it is where the line is */
  g_assert_cmpuint (jug_line_steps_get_line (self->trace, self->at[0] + 1, FALSE), ==, 5);
  /* its creation comes before any line */
  g_assert_cmpuint (jug_line_steps_get_line (self->trace, 0, FALSE), ==, 0);
  g_assert_cmpuint (jug_line_steps_find_step (self->trace, 0), ==, JUG_NO_EVENT);
}

static gboolean
comes_to (Fixture *self, guint32 event, guint line)
{
  return jug_line_steps_comes_to (self->trace, event, line, FALSE);
}

static void
test_steps_and_waits_at_a_line (Fixture *self, gconstpointer data)
{
  guint32 wait = self->at[0] + 1;
  guint32 step = jug_line_steps_find_step (self->trace, self->at[0]);
  guint32 other = jug_line_steps_find_step (self->trace, self->at[2]);

  g_assert_cmpint (jug_trace_get_event (self->trace, wait)->kind, ==, JUG_EVENT_WAIT);
  g_assert_true (comes_to (self, step, 5));
  g_assert_true (comes_to (self, wait, 5));
  g_assert_false (comes_to (self, step, 6));
  g_assert_false (comes_to (self, wait, 6));
  g_assert_true (comes_to (self, other, 6));
  /* what its task came to in an earlier step does not count */
  g_assert_false (comes_to (self, other, 5));
  g_assert_true (jug_line_steps_comes_to (self->trace, other, 60, TRUE));
  g_assert_false (jug_line_steps_comes_to (self->trace, other, 6, TRUE));
  /* neither a step nor a wait */
  g_assert_false (comes_to (self, self->at[0], 5));
}

static void
test_empty_trace (void)
{
  g_autoptr (JugTrace) trace = jug_test_trace_finish (jug_test_trace_new ());

  g_assert_cmpuint (jug_line_steps_find (trace, 1, FALSE, JUG_TASK_LOOP, JUG_NO_EVENT, 1),
                    ==, JUG_NO_EVENT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                              \
  g_test_add ("/juggler/player/line-steps/" path, Fixture, NULL, set_up, function,       \
              tear_down)
  ADD ("goes-round", test_goes_round);
  ADD ("one-task-only", test_one_task_only);
  ADD ("lines-that-never-ran", test_lines_that_never_ran);
  ADD ("lines-of-the-native-source", test_lines_of_the_native_source);
  ADD ("line-of-an-event", test_line_of_an_event);
  ADD ("steps-and-waits-at-a-line", test_steps_and_waits_at_a_line);
#undef ADD
  g_test_add_func ("/juggler/player/line-steps/empty-trace", test_empty_trace);
  return g_test_run ();
}
