/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of coroutines: what calling and awaiting them does, and who owns their arguments.
 */
#include "jug-python.h"
#include "jug-test-program.h"

/* What is passed to a coroutine made by hand. */
typedef struct
{
  GString *log;
  guint8 rest[1000];
} Arguments;

static gboolean
run_by_hand (gpointer data, JugValue *result, GError **error)
{
  Arguments *arguments = data;

  g_string_append (arguments->log, "run ");
  *result = JUG_INT (arguments->rest[999]);
  return TRUE;
}

static gboolean
fail_by_hand (gpointer data, JugValue *result, GError **error)
{
  jug_exception_set (error, "ValueError", "x");
  return FALSE;
}

static void
clear_by_hand (gpointer data)
{
  Arguments *arguments = data;

  g_string_append (arguments->log, "clear ");
}

static JugCoroutine *
new_by_hand (JugCoroutineFunc func, GString *log, gsize size)
{
  Arguments arguments = { .log = log, .rest[999] = 42 };

  return jug_coroutine_new ("by_hand", func, &arguments, size, clear_by_hand);
}

static void
test_making_one_runs_nothing (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  JugCoroutine *coroutine = new_by_hand (run_by_hand, log, sizeof (Arguments));

  g_assert_cmpstr (jug_coroutine_get_name (coroutine), ==, "by_hand");
  g_assert_cmpstr (log->str, ==, "");
  jug_coroutine_free (coroutine);
  g_assert_cmpstr (log->str, ==, "clear ");
}

static void
test_running_consumes_it (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  JugValue result = JUG_NONE;

  g_assert_true (jug_coroutine_run (new_by_hand (run_by_hand, log, sizeof (Arguments)),
                                    &result, NULL));
  g_assert_cmpint (result.i, ==, 42);
  g_assert_cmpstr (log->str, ==, "run clear ");
}

static void
test_a_failure_is_passed_on (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (jug_coroutine_run (new_by_hand (fail_by_hand, log, sizeof (GString *)),
                                     NULL, &error));
  g_assert_cmpstr (jug_exception_get_name (error), ==, "ValueError");
  g_assert_cmpstr (log->str, ==, "clear ");
}

static void
test_leaves_the_list_of_those_not_awaited (void)
{
  g_autoptr (GString) log = g_string_new (NULL);
  JugCoroutine *list = NULL;
  JugCoroutine *coroutines[3];

  for (guint i = 0; i < 3; i++)
    {
      coroutines[i] = new_by_hand (run_by_hand, log, sizeof (Arguments));
      jug_coroutine_track (coroutines[i], &list);
    }
  jug_coroutine_run (coroutines[1], NULL, NULL);
  g_assert_true (list == coroutines[2]);
  jug_coroutine_untrack (coroutines[2]);
  jug_coroutine_untrack (coroutines[2]);
  g_assert_true (list == coroutines[0]);
  jug_coroutine_free (coroutines[0]);
  g_assert_null (list);
  jug_coroutine_free (coroutines[2]);
}

ASYNC_VALUE (child, (const char *, name))
{
  print ("child %s", name);
  return string (name);
}

TEST_MAIN (calls)
{
  JugCoroutine *coroutine = child ("A");

  print ("called");
  print_value (await (coroutine));
}

ASYNC (other)
{
  print ("other");
}

TEST_MAIN (stays_in_the_step)
{
  JugTask *task = asyncio_create_task (other ());

  await (child ("A"));
  await (child ("B"));
  print ("main");
  await (task);
}

TEST_MAIN (forgets)
{
  child ("A");
  await (child ("B"));
}

static void
fail_at_module_level (void)
{
  child ("A");
  RAISE (ValueError, "x");
}

static const JugTestProgram programs[] = {
  { "s11-calling-runs-nothing", calls, "called\nchild A\nA\n" },
  { "s11-one-that-nobody-awaits-is-reported", forgets, "child B\n",
    .reported = "coroutine 'child' was never awaited\n" },
  { "s11-so-is-one-of-the-module-level", fail_at_module_level,
    .log = "0.000000 0 exit program ValueError\n",
    .reported = "coroutine 'child' was never awaited\n" },
  { "s12-awaiting-stays-in-the-step", stays_in_the_step,
    "child A\nchild B\nmain\nother\n",
    "0.000000 0 create main-1 by loop\n"
    "0.000000 1 step main-1\n"
    "0.000000 1 create other-1 by main-1\n"
    "0.000000 1 print main-1 child A\n"
    "0.000000 1 print main-1 child B\n"
    "0.000000 1 print main-1 main\n"
    "0.000000 1 wait main-1 task other-1\n"
    "0.000000 2 step other-1\n"
    "0.000000 2 print other-1 other\n"
    "0.000000 2 done other-1 result\n"
    "0.000000 3 step main-1\n"
    "0.000000 3 done main-1 result\n" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/juggler/task/coroutine/s11-making-one-runs-nothing",
                   test_making_one_runs_nothing);
  g_test_add_func ("/juggler/task/coroutine/running-consumes-it",
                   test_running_consumes_it);
  g_test_add_func ("/juggler/task/coroutine/a-failure-is-passed-on",
                   test_a_failure_is_passed_on);
  g_test_add_func ("/juggler/task/coroutine/leaves-the-list-of-those-not-awaited",
                   test_leaves_the_list_of_those_not_awaited);
  jug_test_program_add_all ("/juggler/task/coroutine", programs, G_N_ELEMENTS (programs));
  return g_test_run ();
}
