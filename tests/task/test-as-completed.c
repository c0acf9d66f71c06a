/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of as_completed. */
#include "jug-python.h"
#include "jug-test-program.h"

ASYNC_VALUE (child, (const char *, name), (double, seconds))
{
  print ("start %s", name);
  await (asyncio_sleep (seconds));
  if (g_str_equal (name, "bad"))
    RAISE (ValueError, "%s", name);
  return string (name);
}

TEST_MAIN (in_order)
{
  JugValue children = list (child ("A", 3), child ("bad", 2), child ("B", 1));

  FOR_AS_COMPLETED (next, asyncio_as_completed (children))
    {
      TRY
        {
          const char *name = str (await (next));

          print ("%s at %.0f", name, loop_time ());
        }
      EXCEPT (ValueError)
        {
          print ("error at %.0f", loop_time ());
        }
      END_TRY
    }
}

TEST_MAIN (out_of_time)
{
  FOR_AS_COMPLETED (next, asyncio_as_completed_full (
                              list (child ("A", 1), child ("B", 5), child ("C", 5)), 2))
    {
      TRY
        {
          print ("%s", str (await (next)));
        }
      EXCEPT (TimeoutError)
        {
          print ("timed out at %.0f", loop_time ());
        }
      END_TRY
    }
}

TEST_MAIN (gives_the_tasks)
{
  JugTask *first = asyncio_create_task (child ("A", 2));
  JugTask *second = asyncio_create_task (child ("B", 1));

  ASYNC_FOR_AS_COMPLETED (task, asyncio_as_completed (list (first, second)))
    {
      print ("%s %s", str (future_result (task)), truth (task == JUG_FUTURE (second)));
    }
}

TEST_MAIN (the_same_twice)
{
  JugTask *task = asyncio_create_task (child ("A", 1));

  FOR_AS_COMPLETED (next, asyncio_as_completed (list (task, task)))
    {
      print_value (await (next));
    }
}

TEST_MAIN (of_what_is_done)
{
  JugTask *first = asyncio_create_task (child ("A", 2));
  JugTask *second = asyncio_create_task (child ("B", 1));

  await (asyncio_sleep (3));
  FOR_AS_COMPLETED (next, asyncio_as_completed (list (second, first)))
    {
      print_value (await (next));
    }
}

TEST_MAIN (left_early)
{
  FOR_AS_COMPLETED (next, asyncio_as_completed (list (child ("A", 1), child ("B", 2))))
    {
      print_value (await (next));
      break;
    }
  print ("left at %.0f", loop_time ());
}

TEST_MAIN (of_nothing)
{
  FOR_AS_COMPLETED (next, asyncio_as_completed (list ()))
    {
      await (next);
      print ("never");
    }
}

static const JugTestProgram programs[] = {
  { "s44-gives-what-ends-first", in_order,
    "start A\nstart bad\nstart B\nB at 1\nerror at 2\nA at 3\n" },
  { "s44-the-rest-times-out", out_of_time,
    "start A\nstart B\nstart C\nA\ntimed out at 2\ntimed out at 2\n" },
  { "s44-asynchronously-it-gives-the-tasks", gives_the_tasks,
    "start A\nstart B\nB True\nA False\n" },
  { "s44-the-same-twice-counts-once", the_same_twice, "start A\nA\n" },
  { "s44-what-is-done-comes-in-creation-order", of_what_is_done,
    "start A\nstart B\nA\nB\n" },
  { "can-be-left-early", left_early, "start A\nstart B\nA\nleft at 1\n" },
  { "of-nothing-is-over", of_nothing, "" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  jug_test_program_add_all ("/juggler/task/as-completed", programs,
                            G_N_ELEMENTS (programs));
  return g_test_run ();
}
