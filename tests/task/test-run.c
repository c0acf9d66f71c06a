/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of run: its last iteration, what it cancels, and how else a program can end. */
#include "jug-python.h"
#include "jug-test-program.h"

DEF (note, (const char *, what))
{
  print ("%s", what);
}

ASYNC (child, (const char *, name), (double, seconds))
{
  TRY
    {
      await (asyncio_sleep (seconds));
      print ("%s ends", name);
    }
  EXCEPT (CancelledError)
    {
      print ("%s cancelled", name);
      await (asyncio_sleep (seconds));
      print ("%s cleaned up", name);
      RAISE_AGAIN;
    }
  END_TRY
}

TEST_MAIN (last_iteration)
{
  loop_call_soon (note, "ready before main ended");
  print ("main ends");
}

ASYNC_VALUE (give, (int, number))
{
  await (asyncio_sleep (0));
  return JUG_INT (number);
}

static void
gives_its_value (void)
{
  print_value (asyncio_run (give (7)));
}

TEST_MAIN (cancels_what_is_left)
{
  asyncio_create_task (child ("A", 3));
  asyncio_create_task (child ("B", 2));
  await (asyncio_sleep (1));
  print ("main ends");
}

ASYNC (fail_while_cancelled)
{
  TRY
    {
      await (asyncio_sleep (9));
    }
  FINALLY
    {
      RAISE (ValueError, "late");
    }
  END_TRY
}

TEST_MAIN (fails_at_the_end)
{
  asyncio_create_task (fail_while_cancelled ());
  await (asyncio_sleep (0));
}

TEST_MAIN (inside_another)
{
  TRY
    {
      asyncio_run (child ("never", 1));
    }
  EXCEPT (RuntimeError)
    {
      print ("%s", EXCEPTION->message);
    }
  END_TRY
}

ASYNC (raise_key_error)
{
  await (asyncio_sleep (0));
  RAISE (KeyError, "x");
}

static void
catches_mains_exception (void)
{
  TRY
    {
      asyncio_run (raise_key_error ());
    }
  EXCEPT (KeyError)
    {
      print ("caught %s", EXCEPTION->message);
    }
  END_TRY
}

static void
lets_mains_exception_out (void)
{
  asyncio_run (raise_key_error ());
  print ("never");
}

ASYNC (wait_for_ever)
{
  TRY
    {
      await (loop_create_future ());
    }
  EXCEPT (BaseException)
    {
      print ("never");
    }
  END_TRY
}

static void
nothing_catches_a_deadlock (void)
{
  TRY
    {
      asyncio_run (wait_for_ever ());
    }
  EXCEPT (BaseException)
    {
      print ("never");
    }
  END_TRY
  print ("never");
}

TEST_MAIN (stopped)
{
  jug_loop_stop (asyncio_get_running_loop ());
  TRY
    {
      await (asyncio_sleep (5));
    }
  FINALLY
    {
      print ("main cancelled");
    }
  END_TRY
}

ASYNC (quit)
{
  RAISE (SystemExit, "0");
}

TEST_MAIN (quits)
{
  asyncio_create_task (quit ());
  await (child ("main", 5));
}

ASYNC (quits_when_cancelled)
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  FINALLY
    {
      RAISE (SystemExit, "0");
    }
  END_TRY
}

ASYNC_VALUE (leaves_one_that_quits)
{
  asyncio_create_task (quits_when_cancelled ());
  await (asyncio_sleep (0));
  print ("main ends");
  return string ("nobody gets this");
}

static void
quits_at_the_end (void)
{
  print_value (asyncio_run (leaves_one_that_quits ()));
}

static void
runs_twice (void)
{
  asyncio_run (child ("A", 1));
  time_sleep (0.5);
  asyncio_run (child ("B", 1));
}

static const JugTestProgram programs[] = {
  { "s24-the-iteration-after-mains-last-is-finished", last_iteration,
    "main ends\nready before main ended\n" },
  { "s24-gives-mains-value", gives_its_value, "7\n" },
  { "s24-cancels-what-is-left-and-waits-for-it", cancels_what_is_left,
    "main ends\nA cancelled\nB cancelled\nB cleaned up\nA cleaned up\n" },
  { "s24-errors-at-the-end-are-reported", fails_at_the_end, "",
    .reported = "unhandled exception during asyncio.run() shutdown\n" },
  { "s26-is-refused-inside-another", inside_another,
    "asyncio.run() cannot be called from a running event loop\n" },
  { "mains-exception-can-be-caught", catches_mains_exception, "caught x\n" },
  { "mains-exception-ends-the-program", lets_mains_exception_out, "",
    "0.000000 0 create raise_key_error-1 by loop\n"
    "0.000000 1 step raise_key_error-1\n"
    "0.000000 1 wait raise_key_error-1 yield\n"
    "0.000000 2 step raise_key_error-1\n"
    "0.000000 2 done raise_key_error-1 exception KeyError\n"
    "0.000000 7 exit program KeyError\n" },
  { "nothing-catches-a-deadlock", nothing_catches_a_deadlock, "",
    "0.000000 0 create wait_for_ever-1 by loop\n"
    "0.000000 1 step wait_for_ever-1\n"
    "0.000000 1 wait wait_for_ever-1 future\n"
    "0.000000 2 exit program deadlock\n" },
  { "s9-stopped-it-cancels-main", stopped, "main cancelled\n" },
  { "s8-what-no-loop-keeps-in-ends-the-program", quits,
    "main cancelled\nmain cleaned up\n" },
  { "s24-what-quits-at-the-end-ends-the-program", quits_at_the_end, "main ends\n" },
  { "time-and-names-go-on-in-the-next", runs_twice, "A ends\nB ends\n",
    "0.000000 0 create child-1 by loop\n"
    "0.000000 1 step child-1\n"
    "0.000000 1 wait child-1 future\n"
    "1.000000 3 step child-1\n"
    "1.000000 3 print child-1 A ends\n"
    "1.000000 3 done child-1 result\n"
    "1.500000 8 create child-2 by loop\n"
    "1.500000 9 step child-2\n"
    "1.500000 9 wait child-2 future\n"
    "2.500000 11 step child-2\n"
    "2.500000 11 print child-2 B ends\n"
    "2.500000 11 done child-2 result\n" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  jug_test_program_add_all ("/juggler/task/run", programs, G_N_ELEMENTS (programs));
  return g_test_run ();
}
