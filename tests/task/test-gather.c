/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of gather: its order, its first error, and being cancelled. */
#include "jug-python.h"
#include "jug-test-program.h"

enum
{
  MANY = 100
};

ASYNC_VALUE (child, (const char *, name), (double, seconds))
{
  TRY
    {
      await (asyncio_sleep (seconds));
    }
  EXCEPT (CancelledError)
    {
      print ("%s cancelled", name);
      RAISE_AGAIN;
    }
  END_TRY
  print ("%s", name);
  return string (name);
}

ASYNC (fail, (const char *, name), (double, seconds))
{
  await (asyncio_sleep (seconds));
  RAISE (ValueError, "%s", name);
}

TEST_MAIN (keeps_the_order)
{
  print_value (await (asyncio_gather (child ("A", 2), child ("B", 1))));
}

TEST_MAIN (of_nothing)
{
  print_value (await (asyncio_gather ()));
}

TEST_MAIN (the_same_twice)
{
  JugTask *task = asyncio_create_task (child ("A", 1));

  print_value (await (asyncio_gather (task, child ("B", 0), task)));
}

ASYNC_VALUE (number, (int, value))
{
  await (asyncio_sleep (0));
  return JUG_INT (value);
}

/* Beyond a few, tasks that were given before are found in another way. */
TEST_MAIN (of_many_some_twice)
{
  JugValue awaitables = list ();
  JugValue results;
  gint64 sum = 0;

  for (int i = 0; i < MANY; i++)
    append (awaitables, JUG_POINTER (asyncio_create_task (number (i))));
  for (guint i = 0; i < MANY; i++)
    append (awaitables, item (awaitables, i));
  results = await (asyncio_gather_list (awaitables, FALSE));
  for (guint i = 0; i < len (results); i++)
    sum += item (results, i).i;
  print ("%u %" G_GINT64_FORMAT, len (results), sum);
}

TEST_MAIN (of_one)
{
  await (asyncio_gather (number (1)));
}

TEST_MAIN (of_many_coroutines)
{
  JugValue awaitables = list ();
  JugValue results;

  for (int i = 0; i < MANY; i++)
    append (awaitables, JUG_POINTER (number (i)));
  results = await (asyncio_gather_list (awaitables, FALSE));
  print ("%u %s %s", len (results), str (item (results, 0)),
         str (item (results, MANY - 1)));
}

TEST_MAIN (delivers_the_first_error)
{
  TRY
    {
      await (asyncio_gather (fail ("second", 2), child ("A", 3), fail ("first", 1)));
    }
  EXCEPT (ValueError)
    {
      print ("%s at %.0f", EXCEPTION->message, loop_time ());
    }
  END_TRY
  await (asyncio_sleep (5));
}

TEST_MAIN (returns_exceptions)
{
  JugTask *cancelled = asyncio_create_task (child ("late", 9));
  JugValue results;

  loop_call_later (2, task_cancel, cancelled);
  results = await (asyncio_gather_exceptions (fail ("x", 1), child ("A", 1), cancelled));
  print_value (results);
}

ASYNC (gather_two)
{
  await (asyncio_gather (child ("A", 5), child ("B", 5)));
}

TEST_MAIN (cancels_its_children)
{
  JugTask *task = asyncio_create_task (gather_two ());

  await (asyncio_sleep (1));
  task_cancel (task);
  await (asyncio_wait (list (task)));
  print ("%s", truth (task_cancelled (task)));
}

TEST_MAIN (a_child_is_cancelled)
{
  JugTask *task = asyncio_create_task (child ("A", 5));

  loop_call_later (1, task_cancel, task);
  TRY
    {
      await (asyncio_gather (task, child ("B", 2)));
    }
  EXCEPT (CancelledError)
    {
      print ("requests %u", task_cancelling (asyncio_current_task ()));
    }
  END_TRY
  await (asyncio_sleep (2));
}

ASYNC (clean_up, (double, seconds))
{
  TRY
    {
      await (asyncio_sleep (9));
    }
  FINALLY
    {
      await (asyncio_sleep (seconds));
      print ("cleaned up at %.0f", loop_time ());
    }
  END_TRY
}

ASYNC (gather_exceptions_of_two)
{
  await (asyncio_gather_exceptions (clean_up (1), clean_up (3)));
}

TEST_MAIN (cancelled_it_waits_for_all)
{
  JugTask *task = asyncio_create_task (gather_exceptions_of_two ());

  await (asyncio_sleep (1));
  task_cancel (task);
  await (asyncio_wait (list (task)));
  print ("%s at %.0f", truth (task_cancelled (task)), loop_time ());
}

TEST_MAIN (of_those_that_are_done)
{
  JugTask *eager = asyncio_create_eager_task (asyncio_sleep_result (0, JUG_INT (1)));
  JugFuture *future = loop_create_future ();

  await (eager);
  future_set_result (future, JUG_INT (2));
  print_value (await (asyncio_gather (eager, future)));
}

static const JugTestProgram programs[] = {
  { "s40-results-come-in-the-order-of-the-arguments", keeps_the_order,
    "B\nA\n['A', 'B']\n" },
  { "s40-of-nothing-it-is-done", of_nothing, "[]\n" },
  { "s40-the-same-twice-counts-once", the_same_twice, "B\nA\n['A', 'B', 'A']\n" },
  { "s40-among-many-too", of_many_some_twice, "200 9900\n" },
  { "many-coroutines-are-many-tasks", of_many_coroutines, "100 0 99\n" },
  { "of-those-that-are-done-it-does-not-suspend", of_those_that_are_done, "[1, 2]\n",
    "0.000000 0 create main-1 by loop\n"
    "0.000000 1 step main-1\n"
    "0.000000 1 create sleep-1 by main-1\n"
    "0.000000 1 step sleep-1\n"
    "0.000000 1 wait sleep-1 yield\n"
    "0.000000 1 wait main-1 task sleep-1\n"
    "0.000000 2 step sleep-1\n"
    "0.000000 2 done sleep-1 result\n"
    "0.000000 3 step main-1\n"
    "0.000000 3 print main-1 [1, 2]\n"
    "0.000000 3 done main-1 result\n" },
  { "s18-resumes-two-iterations-after-the-last-child", of_one, NULL,
    "0.000000 0 create main-1 by loop\n"
    "0.000000 1 step main-1\n"
    "0.000000 1 create number-1 by main-1\n"
    "0.000000 1 wait main-1 future\n"
    "0.000000 2 step number-1\n"
    "0.000000 2 wait number-1 yield\n"
    "0.000000 3 step number-1\n"
    "0.000000 3 done number-1 result\n"
    "0.000000 5 step main-1\n"
    "0.000000 5 done main-1 result\n" },
  { "s41-first-error-is-delivered-and-siblings-go-on", delivers_the_first_error,
    "first at 1\nA\n", .reported = "" },
  { "s41-exceptions-can-be-results", returns_exceptions,
    "A\nlate cancelled\n[ValueError('x'), 'A', CancelledError('')]\n" },
  { "s42-cancelled-it-cancels-its-children", cancels_its_children,
    "A cancelled\nB cancelled\nTrue\n" },
  { "s42-a-cancelled-child-is-no-request", a_child_is_cancelled,
    "A cancelled\nrequests 0\nB\n" },
  { "s42-returning-exceptions-it-ends-after-all", cancelled_it_waits_for_all,
    "cleaned up at 2\ncleaned up at 4\nTrue at 4\n" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  jug_test_program_add_all ("/juggler/task/gather", programs, G_N_ELEMENTS (programs));
  return g_test_run ();
}
