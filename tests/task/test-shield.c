/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of shield. */
#include "jug-python.h"
#include "jug-test-program.h"

ASYNC_VALUE (inner, (double, seconds), (gboolean, fails))
{
  await (asyncio_sleep (seconds));
  if (fails)
    RAISE (ValueError, "inner");
  print ("inner ends");
  return string ("value");
}

ASYNC (outer, (JugTask *, task))
{
  TRY
    {
      await (asyncio_shield (task));
    }
  FINALLY
    {
      print ("outer ends at %.0f", loop_time ());
    }
  END_TRY
}

TEST_MAIN (keeps_it_going)
{
  JugTask *task = asyncio_create_task (inner (3, FALSE));
  JugTask *waiting = asyncio_create_task (outer (task));

  await (asyncio_sleep (1));
  task_cancel (waiting);
  await (asyncio_wait (list (waiting)));
  print ("%s %s", truth (task_cancelled (waiting)), truth (task_done (task)));
  print_value (await (task));
}

TEST_MAIN (passes_on)
{
  print_value (await (asyncio_shield (inner (1, FALSE))));
  TRY
    {
      await (asyncio_shield (inner (1, TRUE)));
    }
  EXCEPT (ValueError)
    {
      print ("%s", EXCEPTION->message);
    }
  END_TRY
}

TEST_MAIN (of_one_that_is_done)
{
  JugFuture *future = loop_create_future ();

  future_set_result (future, JUG_INT (7));
  print ("%s", truth (asyncio_shield (future) == future));
}

TEST_MAIN (inner_is_cancelled)
{
  JugTask *task = asyncio_create_task (inner (5, FALSE));

  loop_call_later (1, task_cancel, task);
  TRY
    {
      await (asyncio_shield (task));
    }
  EXCEPT (CancelledError)
    {
      print ("requests %u", task_cancelling (asyncio_current_task ()));
    }
  END_TRY
}

TEST_MAIN (is_cancelled_as_the_inner_one_fails)
{
  JugFuture *future = loop_create_future ();
  JugFuture *shield = asyncio_shield (future);

  future_set_exception (future, jug_exception_new ("ValueError", "inner"));
  print ("%s", truth (future_cancel (shield)));
  await (asyncio_sleep (0));
  print ("%s", truth (future_cancelled (shield)));
}

static const JugTestProgram programs[] = {
  { "s39-keeps-the-inner-one-going", keeps_it_going,
    "outer ends at 1\nTrue False\ninner ends\nvalue\n" },
  { "s39-passes-results-and-errors-on", passes_on, "inner ends\nvalue\ninner\n" },
  { "s39-a-cancelled-inner-one-cancels", inner_is_cancelled, "requests 0\n" },
  { "s39-an-error-of-the-inner-one-does-not-vanish", is_cancelled_as_the_inner_one_fails,
    "True\nTrue\n",
    .reported = "Future exception was never retrieved: ValueError: inner\n" },
  { "is-the-inner-one-itself-if-that-is-done", of_one_that_is_done, "True\n" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  jug_test_program_add_all ("/juggler/task/shield", programs, G_N_ELEMENTS (programs));
  return g_test_run ();
}
