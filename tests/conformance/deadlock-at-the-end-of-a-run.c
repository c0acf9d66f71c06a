/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of deadlock-at-the-end-of-a-run.py. */
#include "twins.h"

ASYNC (stubborn, (JugSyncEvent *, event))
{
  TRY
    {
      await (asyncio_sleep (9));
    }
  EXCEPT (CancelledError)
    {
      print ("waits for what never comes");
      await (event_wait (event));
    }
  END_TRY
}

ASYNC_MAIN
{
  asyncio_create_task (stubborn (asyncio_event ()));
  await (asyncio_sleep (1));
  print ("main ends");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (deadlock_at_the_end_of_a_run);
