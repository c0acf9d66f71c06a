/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of sleep. */
#include <math.h>

#include "jug-python.h"
#include "jug-test-program.h"

DEF (note, (const char *, what))
{
  print ("%s", what);
}

TEST_MAIN (costs_an_iteration)
{
  loop_call_later (1, note, "timer");
  await (asyncio_sleep (1));
  print ("sleeper");
}

ASYNC (yield, (const char *, name), (double, seconds))
{
  print ("%s", name);
  await (asyncio_sleep (seconds));
  print ("%s again", name);
}

TEST_MAIN (zero_and_less)
{
  await (asyncio_gather (yield ("zero", 0), yield ("less", -1)));
}

TEST_MAIN (gives_its_result)
{
  print_value (await (asyncio_sleep_result (1, string ("slept"))));
  print_value (await (asyncio_sleep_result (0, string ("yielded"))));
}

TEST_MAIN (is_cancelled)
{
  JugTask *task = asyncio_create_task (asyncio_sleep (1000));

  await (asyncio_sleep (1));
  task_cancel (task);
  await (asyncio_wait (list (task)));
  print ("%.0f", loop_time ());
}

TEST_MAIN (for_ever)
{
  await (asyncio_sleep ((double) INFINITY));
}

TEST_MAIN (days)
{
  await (asyncio_sleep (60 * 3600));
}

static const JugTestProgram programs[] = {
  { "s7-a-timer-costs-an-iteration", costs_an_iteration, "timer\nsleeper\n",
    "0.000000 0 create main-1 by loop\n"
    "0.000000 1 step main-1\n"
    "0.000000 1 wait main-1 future\n"
    "1.000000 2 print loop timer\n"
    "1.000000 3 step main-1\n"
    "1.000000 3 print main-1 sleeper\n"
    "1.000000 3 done main-1 result\n" },
  { "s15-zero-and-less-yield-once", zero_and_less,
    "zero\nless\nzero again\nless again\n" },
  { "gives-its-result", gives_its_result, "slept\nyielded\n" },
  { "cancelled-it-leaves-no-timer", is_cancelled, "1\n" },
  { "for-ever-is-a-deadlock", for_ever, NULL,
    "0.000000 0 create main-1 by loop\n"
    "0.000000 1 step main-1\n"
    "0.000000 1 wait main-1 future\n"
    "0.000000 2 exit program deadlock\n" },
  { "s2-a-long-one-costs-an-iteration-a-day", days, NULL,
    "0.000000 0 create main-1 by loop\n"
    "0.000000 1 step main-1\n"
    "0.000000 1 wait main-1 future\n"
    "216000.000000 5 step main-1\n"
    "216000.000000 5 done main-1 result\n" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  jug_test_program_add_all ("/juggler/task/sleep", programs, G_N_ELEMENTS (programs));
  return g_test_run ();
}
