/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of wait and wait_for. */
#include "jug-python.h"
#include "jug-test-program.h"

ASYNC_VALUE (child, (const char *, name), (double, seconds))
{
  await (asyncio_sleep (seconds));
  if (g_str_has_prefix (name, "bad"))
    RAISE (ValueError, "%s", name);
  print ("%s", name);
  return string (task_get_name (asyncio_current_task ()));
}

static void
print_sets (JugValue sets)
{
  print ("%u done, %u pending at %.1f", len (item (sets, 0)), len (item (sets, 1)),
         loop_time ());
}

static JugValue
make_tasks (void)
{
  return list (asyncio_create_task (child ("A", 1)),
               asyncio_create_task (child ("bad", 2)),
               asyncio_create_task (child ("B", 3)));
}

TEST_MAIN (waits_for_all)
{
  print_sets (await (asyncio_wait (make_tasks ())));
}

TEST_MAIN (waits_for_the_first)
{
  print_sets (
      await (asyncio_wait_full (make_tasks (), JUG_FOREVER, JUG_FIRST_COMPLETED)));
}

TEST_MAIN (waits_for_an_exception)
{
  print_sets (
      await (asyncio_wait_full (make_tasks (), JUG_FOREVER, JUG_FIRST_EXCEPTION)));
}

TEST_MAIN (runs_out_of_time)
{
  JugValue tasks = make_tasks ();

  print_sets (await (asyncio_wait_full (tasks, 1.5, JUG_ALL_COMPLETED)));
  print_sets (await (asyncio_wait_full (tasks, 0, JUG_ALL_COMPLETED)));
}

TEST_MAIN (the_same_twice)
{
  JugTask *task = asyncio_create_task (child ("A", 1));

  print_sets (await (asyncio_wait (list (task, task))));
  print_sets (await (asyncio_wait (list (task))));
}

TEST_MAIN (of_nothing)
{
  TRY
    {
      await (asyncio_wait (list ()));
    }
  EXCEPT (ValueError)
    {
      print ("%s", EXCEPTION->message);
    }
  END_TRY
}

TEST_MAIN (sorts_by_birth)
{
  JugTask *first = asyncio_create_task (child ("A", 1));
  JugFuture *future = loop_create_future ();
  JugTask *last = asyncio_create_task (child ("B", 1));
  JugValue done;

  future_set_result (future, JUG_NONE);
  done = item (await (asyncio_wait (list (last, future, first))), 0);
  print ("%s %s %s", truth (item (done, 0).p == first),
         truth (item (done, 1).p == future), truth (item (done, 2).p == last));
}

TEST_MAIN (in_the_same_task)
{
  print_value (await (asyncio_wait_for (child ("A", 1), 2)));
  print_value (await (asyncio_wait_for (child ("B", 1), JUG_FOREVER)));
}

ASYNC (clean_up)
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  FINALLY
    {
      await (asyncio_sleep (2));
      print ("cleaned up at %.0f", loop_time ());
    }
  END_TRY
}

TEST_MAIN (waits_for_clean_up)
{
  JugTask *task = asyncio_create_task (clean_up ());

  TRY
    {
      await (asyncio_wait_for (task, 1));
    }
  EXCEPT (TimeoutError)
    {
      print ("timed out at %.0f %s", loop_time (), truth (task_cancelled (task)));
    }
  END_TRY
}

TEST_MAIN (without_time)
{
  FOR_EACH (double, seconds, 0, -1)
    {
      TRY
        {
          await (asyncio_wait_for (child ("never", 1), seconds));
        }
      EXCEPT (TimeoutError)
        {
          print ("timed out");
        }
      END_TRY
    }
}

TEST_MAIN (without_time_but_done)
{
  JugFuture *future = loop_create_future ();

  future_set_result (future, JUG_INT (7));
  print_value (await (asyncio_wait_for (future, 0)));
}

TEST_MAIN (of_a_coroutine)
{
  TRY
    {
      await (asyncio_wait (list (child ("A", 1))));
    }
  EXCEPT (TypeError)
    {
      print ("%s", EXCEPTION->message);
    }
  END_TRY
}

static const JugTestProgram programs[] = {
  { "s43-raises-nothing-and-waits-for-all", waits_for_all,
    "A\nB\n3 done, 0 pending at 3.0\n" },
  { "s43-or-for-the-first", waits_for_the_first, "A\n1 done, 2 pending at 1.0\n" },
  { "s43-or-for-an-exception", waits_for_an_exception, "A\n2 done, 1 pending at 2.0\n" },
  { "s43-a-timeout-just-returns", runs_out_of_time,
    "A\n1 done, 2 pending at 1.5\n1 done, 2 pending at 1.5\n" },
  { "s43-the-same-twice-counts-once", the_same_twice,
    "A\n1 done, 0 pending at 1.0\n1 done, 0 pending at 1.0\n" },
  { "s43-of-nothing-is-refused", of_nothing, "Set of Tasks/Futures is empty.\n" },
  { "s43-of-a-coroutine-is-refused", of_a_coroutine,
    "Passing coroutines is forbidden, use tasks explicitly.\n",
    .reported = "coroutine 'child' was never awaited\n" },
  { "s43-the-sets-are-in-creation-order", sorts_by_birth, "A\nB\nTrue True True\n" },
  { "s38-wait-for-runs-in-the-same-task", in_the_same_task, "A\nTask-1\nB\nTask-1\n" },
  { "s38-wait-for-waits-for-the-clean-up", waits_for_clean_up,
    "cleaned up at 3\ntimed out at 3 True\n" },
  { "s38-wait-for-without-time-starts-nothing", without_time, "timed out\ntimed out\n",
    .reported = "" },
  { "s38-wait-for-takes-what-is-there", without_time_but_done, "7\n" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  jug_test_program_add_all ("/juggler/task/wait", programs, G_N_ELEMENTS (programs));
  return g_test_run ();
}
