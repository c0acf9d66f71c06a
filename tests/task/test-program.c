/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of programs: output line by line, parameters, lines, blocking, several loops. */
#include <math.h>

#include "jug-python.h"
#include "jug-test-program.h"

static void
writes_in_pieces (void)
{
  jug_program_write ("one ");
  jug_program_write ("line\nanother\n\nthe ");
  jug_program_write ("rest");
}

ASYNC (say, (const char *, what))
{
  jug_program_write (what);
}

/* The line is by the task that completes it. */
TEST_MAIN (completes_a_line)
{
  await (asyncio_create_task (say ("begun ")));
  await (asyncio_create_task (say ("and ended\n")));
}

static void
blocks (void)
{
  time_sleep (1.5);
  print ("%.1f",
         (double) jug_loop_get_time (asyncio_get_running_loop ()) / JUG_NS_PER_SECOND);
}

static void
keeps_texts (void)
{
  const char *first = text ("%s-%d", "worker", 1);
  const char *second = text ("%s-%d", "worker", 2);

  print ("%s %s", first, second);
}

static const JugTestProgram programs[] = {
  { "output-is-cut-into-lines", writes_in_pieces, "one line\nanother\n\nthe rest\n",
    "0.000000 0 print loop one line\n"
    "0.000000 0 print loop another\n"
    "0.000000 0 print loop\n"
    "0.000000 0 print loop the rest\n" },
  { "a-line-is-by-who-completes-it", completes_a_line, "begun and ended\n",
    "0.000000 0 create main-1 by loop\n"
    "0.000000 1 step main-1\n"
    "0.000000 1 create say-1 by main-1\n"
    "0.000000 1 wait main-1 task say-1\n"
    "0.000000 2 step say-1\n"
    "0.000000 2 done say-1 result\n"
    "0.000000 3 step main-1\n"
    "0.000000 3 create say-2 by main-1\n"
    "0.000000 3 wait main-1 task say-2\n"
    "0.000000 4 step say-2\n"
    "0.000000 4 print say-2 begun and ended\n"
    "0.000000 4 done say-2 result\n"
    "0.000000 5 step main-1\n"
    "0.000000 5 done main-1 result\n" },
  { "blocking-moves-the-time", blocks, "1.5\n" },
  { "made-up-texts-last", keeps_texts, "worker-1 worker-2\n" },
};

static const JugParameter parameters[] = { { "seconds", 2 }, { "times", 3 } };

static void
print_parameters (void)
{
  print ("%.0f %.0f", jug_program_get_parameter ("seconds"),
         jug_program_get_parameter ("times"));
}

static char *
run_with (const double *values)
{
  const JugProgram program = { .id = "test",
                               .module = print_parameters,
                               .parameters = parameters,
                               .n_parameters = G_N_ELEMENTS (parameters) };
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (JugTrace) trace = jug_trace_new ();
  g_autoptr (JugLoop) loop = jug_loop_new (context, jug_clock_new_virtual (), trace);
  g_autoptr (GError) error = NULL;

  g_assert_true (jug_program_run (&program, loop, values, &error));
  g_assert_no_error (error);
  return jug_test_program_get_lines (trace, JUG_EVENT_PRINT);
}

static void
test_parameters_have_defaults (void)
{
  const double values[] = { 7, 8 };
  g_autofree char *by_default = run_with (NULL);
  g_autofree char *set = run_with (values);

  g_assert_cmpstr (by_default, ==, "2 3\n");
  g_assert_cmpstr (set, ==, "7 8\n");
}

static void
fail (void)
{
  RAISE (ValueError, "on purpose");
}

static void
test_its_exception_is_told (void)
{
  const JugProgram program = { .id = "test", .module = fail };
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (JugLoop) loop = jug_loop_new (context, jug_clock_new_virtual (), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (jug_program_run (&program, loop, NULL, &error));
  g_assert_cmpstr (jug_exception_get_name (error), ==, "ValueError");
  g_assert_null (jug_loop_get_current ());
}

static void
deadlock (void)
{
  asyncio_run (asyncio_sleep ((double) INFINITY));
}

static void
test_a_deadlock_is_told_apart (void)
{
  const JugProgram program = { .id = "test", .module = deadlock };
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (JugLoop) loop = jug_loop_new (context, jug_clock_new_virtual (), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (jug_program_run (&program, loop, NULL, &error));
  g_assert_error (error, JUG_RUN_ERROR, JUG_RUN_ERROR_DEADLOCK);
}

ASYNC (take_turns, (int, n))
{
  for (int turn = 0; turn < n; turn++)
    await (asyncio_sleep (0));
  print ("turns taken");
}

static void
take_many_turns (void)
{
  asyncio_run (take_turns (1000));
}

static gpointer
record_in_a_thread (gpointer data)
{
  return jug_test_program_record (take_many_turns);
}

static void
test_threads_run_programs_of_their_own (void)
{
  GThread *threads[4];
  g_autoptr (JugTrace) expected = jug_test_program_record (take_many_turns);
  g_autoptr (GBytes) expected_bytes = NULL;

  jug_trace_seal (expected);
  expected_bytes = jug_trace_to_bytes (expected);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("program", record_in_a_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (JugTrace) trace = g_thread_join (threads[i]);
      g_autoptr (GBytes) bytes = NULL;

      jug_trace_seal (trace);
      bytes = jug_trace_to_bytes (trace);
      g_assert_true (g_bytes_equal (bytes, expected_bytes));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  jug_test_program_add_all ("/juggler/task/program", programs, G_N_ELEMENTS (programs));
  g_test_add_func ("/juggler/task/program/parameters-have-defaults",
                   test_parameters_have_defaults);
  g_test_add_func ("/juggler/task/program/its-exception-is-told",
                   test_its_exception_is_told);
  g_test_add_func ("/juggler/task/program/a-deadlock-is-told-apart",
                   test_a_deadlock_is_told_apart);
  g_test_add_func ("/juggler/task/program/threads-run-programs-of-their-own",
                   test_threads_run_programs_of_their_own);
  return g_test_run ();
}
