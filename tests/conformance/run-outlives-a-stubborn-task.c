/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of run-outlives-a-stubborn-task.py. */
#include "twins.h"

ASYNC (stubborn)
{
  TRY
    {
      await (asyncio_sleep (9));
    }
  EXCEPT (CancelledError)
    {
      print ("no, thanks");
    }
  END_TRY
  await (asyncio_sleep (2));
  print ("stubborn finished");
}

ASYNC (fails)
{
  TRY
    {
      await (asyncio_sleep (9));
    }
  FINALLY
    {
      RAISE (ValueError, "while it is cancelled");
    }
  END_TRY
}

ASYNC_VALUE_AS (main_, "main")
{
  asyncio_create_task (stubborn ());
  asyncio_create_task (fails ());
  await (asyncio_sleep (1));
  return string ("main's value");
}

static void
module (void)
{
  print_value (asyncio_run (main_ ()));
}

TWIN (run_outlives_a_stubborn_task);
