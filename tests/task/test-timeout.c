/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of timeouts. */
#include "jug-python.h"
#include "jug-test-program.h"

TEST_MAIN (becomes_an_error)
{
  JugTask *self = asyncio_current_task ();
  JugTimeout *limit = asyncio_timeout (1);

  TRY
    {
      ASYNC_WITH (limit)
        {
          TRY
            {
              await (asyncio_sleep (5));
            }
          EXCEPT (CancelledError)
            {
              print ("inside %u", task_cancelling (self));
              RAISE_AGAIN;
            }
          END_TRY
        }
      END_WITH
    }
  EXCEPT (TimeoutError)
    {
      print ("outside %u %s", task_cancelling (self), truth (timeout_expired (limit)));
    }
  END_TRY
}

TEST_MAIN (is_not_reached)
{
  JugTimeout *limit = asyncio_timeout (5);

  ASYNC_WITH (limit)
    {
      await (asyncio_sleep (1));
    }
  END_WITH
  await (asyncio_sleep (10));
  print ("%s at %.0f", truth (timeout_expired (limit)), loop_time ());
}

TEST_MAIN (passes_on)
{
  TRY
    {
      ASYNC_WITH (asyncio_timeout (1))
        {
          RAISE (ValueError, "from the body");
        }
      END_WITH
    }
  EXCEPT (ValueError)
    {
      print ("%s", EXCEPTION->message);
    }
  END_TRY
}

ASYNC (sleep_inside)
{
  ASYNC_WITH (asyncio_timeout (5))
    {
      await (asyncio_sleep (3));
    }
  END_WITH
}

TEST_MAIN (cancelled_by_others)
{
  JugTask *task = asyncio_create_task (sleep_inside ());

  await (asyncio_sleep (1));
  task_cancel (task);
  await (asyncio_wait (list (task)));
  print ("%s %u", truth (task_cancelled (task)), task_cancelling (task));
}

TEST_MAIN (nests)
{
  FOR_EACH (double, outer, 2, 1)
    {
      TRY
        {
          ASYNC_WITH (asyncio_timeout (outer))
            {
              TRY
                {
                  ASYNC_WITH (asyncio_timeout (3 - outer))
                    {
                      await (asyncio_sleep (9));
                    }
                  END_WITH
                }
              EXCEPT (TimeoutError)
                {
                  print ("inner");
                }
              END_TRY
            }
          END_WITH
        }
      EXCEPT (TimeoutError)
        {
          print ("outer");
        }
      END_TRY
    }
}

TEST_MAIN (is_moved)
{
  JugTimeout *limit = asyncio_timeout (1);

  ASYNC_WITH (limit)
    {
      timeout_reschedule (limit, 5);
      await (asyncio_sleep (2));
      timeout_reschedule (limit, JUG_FOREVER);
      print ("%s", truth (timeout_when (limit) >= JUG_FOREVER));
      await (asyncio_sleep (9));
    }
  END_WITH
  print ("%s at %.0f", truth (timeout_expired (limit)), loop_time ());
}

static void
try_to_move (JugTimeout *limit)
{
  TRY
    {
      timeout_reschedule (limit, 5);
    }
  EXCEPT (RuntimeError)
    {
      print ("%s", EXCEPTION->message);
    }
  END_TRY
}

TEST_MAIN (is_misused)
{
  JugTimeout *limit = asyncio_timeout (1);

  try_to_move (limit);
  ASYNC_WITH (limit)
    {
    }
  END_WITH
  try_to_move (limit);
  TRY
    {
      ASYNC_WITH (limit)
        {
        }
      END_WITH
    }
  EXCEPT (RuntimeError)
    {
      print ("%s", EXCEPTION->message);
    }
  END_TRY
}

TEST_MAIN (zero)
{
  TRY
    {
      ASYNC_WITH (asyncio_timeout (0))
        {
          print ("the body runs");
          await (asyncio_sleep (1));
          print ("never");
        }
      END_WITH
    }
  EXCEPT (TimeoutError)
    {
      print ("timed out");
    }
  END_TRY
}

TEST_MAIN (passed_while_blocking)
{
  TRY
    {
      ASYNC_WITH (asyncio_timeout (1))
        {
          time_sleep (2);
          await (asyncio_sleep (0));
          print ("one slips through");
          await (asyncio_sleep (0));
          print ("never");
        }
      END_WITH
    }
  EXCEPT (TimeoutError)
    {
      print ("noticed");
    }
  END_TRY
}

static const JugTestProgram programs[] = {
  { "s35-inside-a-cancellation-outside-an-error", becomes_an_error,
    "inside 1\noutside 0 True\n" },
  { "s35-not-reached-it-leaves-no-trace", is_not_reached, "False at 11\n" },
  { "s35-passes-other-errors-on", passes_on, "from the body\n" },
  { "s35-a-cancellation-by-others-stays-one", cancelled_by_others, "True 1\n" },
  { "s36-nested-only-the-one-that-expired-converts", nests, "inner\nouter\n" },
  { "s36-can-be-moved", is_moved, "True\nFalse at 11\n" },
  { "s36-zero-fires-at-the-first-suspension", zero, "the body runs\ntimed out\n" },
  { "s37-passed-while-blocking-it-is-noticed-late", passed_while_blocking,
    "one slips through\nnoticed\n" },
  { "refuses-what-makes-no-sense", is_misused,
    "Timeout has not been entered\nCannot change state of finished Timeout\n"
    "Timeout has already been entered\n" },
};

static void
test_needs_a_task (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (JugLoop) loop = jug_loop_new (context, jug_clock_new_virtual (), NULL);
  g_autoptr (JugTimeout) timeout = jug_timeout_new (loop, 1);
  g_autoptr (GError) error = NULL;

  g_assert_false (jug_timeout_enter (timeout, &error));
  g_assert_cmpstr (jug_exception_get_name (error), ==, "RuntimeError");
  g_assert_false (jug_timeout_has_expired (timeout));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  jug_test_program_add_all ("/juggler/task/timeout", programs, G_N_ELEMENTS (programs));
  g_test_add_func ("/juggler/task/timeout/needs-a-task", test_needs_a_task);
  return g_test_run ();
}
