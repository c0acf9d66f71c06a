/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of cancelling tasks: a request, where it is delivered, and what may come of it.
 */
#include "jug-python.h"
#include "jug-test-program.h"

enum
{
  CHAIN = 2000 /* tasks, each of which awaits the next: more than any stack takes calls */
};

ASYNC (sleeper, (const char *, name))
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  EXCEPT (CancelledError)
    {
      print ("%s cancelled %u", name, task_cancelling (asyncio_current_task ()));
      RAISE_AGAIN;
    }
  END_TRY
}

TEST_MAIN (requests)
{
  JugTask *task = asyncio_create_task (sleeper ("A"));
  gboolean first;

  await (asyncio_sleep (1));
  first = task_cancel (task);
  print ("%s %s", truth (first), truth (task_cancelled (task)));
  await (asyncio_sleep (0));
  print ("%s %s", truth (task_cancelled (task)), truth (task_cancel (task)));
}

ASYNC (outer, (JugTask *, inner))
{
  TRY
    {
      await (inner);
    }
  FINALLY
    {
      print ("outer");
    }
  END_TRY
}

TEST_MAIN (goes_down)
{
  JugTask *inner = asyncio_create_task (sleeper ("inner"));
  JugTask *task = asyncio_create_task (outer (inner));

  await (asyncio_sleep (1));
  task_cancel (task);
  await (asyncio_wait (list (task)));
  print ("%s %s", truth (task_cancelled (inner)), truth (task_cancelled (task)));
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
      print ("cleaned up");
    }
  END_TRY
}

TEST_MAIN (waits_for_clean_up)
{
  JugTask *task = asyncio_create_task (clean_up ());

  await (asyncio_sleep (1));
  task_cancel (task);
  print ("requested");
  await (asyncio_wait (list (task)));
  print ("%.0f", loop_time ());
}

ASYNC (never)
{
  TRY
    {
      print ("never");
    }
  FINALLY
    {
      print ("not even this");
    }
  END_TRY
}

TEST_MAIN (before_the_first_step)
{
  JugTask *task = asyncio_create_task (never ());

  task_cancel (task);
  await (asyncio_sleep (0));
  print ("%s", truth (task_cancelled (task)));
}

ASYNC_VALUE (return_after_cancelling_itself)
{
  task_cancel (asyncio_current_task ());
  return string ("lost");
}

ASYNC (await_after_cancelling_itself)
{
  task_cancel (asyncio_current_task ());
  print ("goes on");
  await (asyncio_sleep (1));
  print ("never");
}

TEST_MAIN (cancels_itself)
{
  JugTask *first = asyncio_create_task (return_after_cancelling_itself ());
  JugTask *second = asyncio_create_task (await_after_cancelling_itself ());

  await (asyncio_wait (list (first, second)));
  print ("%s %s", truth (task_cancelled (first)), truth (task_cancelled (second)));
}

ASYNC (wait_for_a_future, (JugFuture *, future))
{
  await (future);
  print ("never");
}

TEST_MAIN (wins_over_a_result)
{
  JugFuture *future = loop_create_future ();
  JugTask *task = asyncio_create_task (wait_for_a_future (future));

  await (asyncio_sleep (0));
  future_set_result (future, JUG_NONE);
  task_cancel (task);
  await (asyncio_wait (list (task)));
  print ("%s", truth (task_cancelled (task)));
}

TEST_MAIN (two_requests)
{
  JugTask *task = asyncio_create_task (sleeper ("A"));

  await (asyncio_sleep (1));
  task_cancel (task);
  task_cancel (task);
  await (asyncio_wait (list (task)));
  print ("%u", task_cancelling (task));
}

ASYNC (take_back)
{
  JugTask *self = asyncio_current_task ();

  task_cancel (self);
  print ("%u", task_uncancel (self));
  print ("%u", task_uncancel (self));
  await (asyncio_sleep (1));
  print ("not cancelled");
}

TEST_MAIN (takes_back)
{
  await (asyncio_create_task (take_back ()));
}

ASYNC_VALUE (swallow)
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  EXCEPT (CancelledError)
    {
      print ("swallowed");
    }
  END_TRY
  return string ("value");
}

TEST_MAIN (is_swallowed)
{
  JugTask *task = asyncio_create_task (swallow ());

  await (asyncio_sleep (1));
  task_cancel (task);
  print_value (await (task));
  print ("%s %u", truth (task_cancelled (task)), task_cancelling (task));
}

TEST_MAIN (inner_cancelled)
{
  JugTask *inner = asyncio_create_task (sleeper ("inner"));
  JugTask *task = asyncio_create_task (outer (inner));

  await (asyncio_sleep (1));
  task_cancel (inner);
  await (asyncio_wait (list (task)));
  print ("%s %u", truth (task_cancelled (task)), task_cancelling (task));
}

ASYNC (await_task, (JugTask *, task))
{
  await (task);
}

TEST_MAIN (long_chain)
{
  JugTask *first = asyncio_create_task (sleeper ("the innermost"));
  JugTask *task = first;

  for (guint i = 0; i < CHAIN; i++)
    task = asyncio_create_task (await_task (task));
  await (asyncio_sleep (1));
  task_cancel (task);
  await (asyncio_wait (list (task)));
  print ("%s %s", truth (task_cancelled (first)), truth (task_cancelled (task)));
}

static JugTask *ring[2];

ASYNC (await_other, (int, index))
{
  await (ring[1 - index]);
}

/* CPython recurses here until it gives up; both stay as they are, and wait for ever. */
TEST_MAIN (a_ring)
{
  ring[0] = asyncio_create_task (await_other (0));
  ring[1] = asyncio_create_task (await_other (1));
  await (asyncio_sleep (0));
  print ("%s", truth (task_cancel (ring[0])));
  print ("%u %u", task_cancelling (ring[0]), task_cancelling (ring[1]));
}

static const JugTestProgram programs[] = {
  { "s27-is-a-request", requests, "True False\nA cancelled 1\nTrue False\n" },
  { "s28-the-clean-up-may-await", waits_for_clean_up, "requested\ncleaned up\n3\n" },
  { "s29-before-the-first-step-the-body-never-runs", before_the_first_step, "True\n" },
  { "s30-of-itself-is-delivered-at-the-next-await", cancels_itself,
    "goes on\nTrue True\n" },
  { "s31-wins-over-a-result", wins_over_a_result, "True\n" },
  { "s32-two-requests-are-one-error", two_requests, "A cancelled 2\n2\n" },
  { "s32-can-be-taken-back-before-it-is-delivered", takes_back, "0\n0\nnot cancelled\n" },
  { "s33-can-be-swallowed", is_swallowed, "swallowed\nvalue\nFalse 1\n" },
  { "s34-cancels-the-task-that-is-awaited", goes_down,
    "inner cancelled 1\nouter\nTrue True\n" },
  { "s34-of-an-awaited-task-ends-its-awaiter", inner_cancelled,
    "inner cancelled 1\nouter\nTrue 0\n" },
  { "goes-down-a-chain-of-any-length", long_chain,
    "the innermost cancelled 1\nTrue True\n" },
  { "comes-to-an-end-in-a-ring", a_ring, "True\n1 1\n" },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  jug_test_program_add_all ("/juggler/task/cancel", programs, G_N_ELEMENTS (programs));
  return g_test_run ();
}
