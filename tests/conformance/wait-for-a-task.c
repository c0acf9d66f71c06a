/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of wait-for-a-task.py. */
#include "twins.h"

ASYNC (child)
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

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());
  JugFuture *future;

  TRY
    {
      await (asyncio_wait_for (task, 1));
    }
  EXCEPT (TimeoutError)
    {
      print ("later than the limit %s", truth (task_cancelled (task)));
    }
  END_TRY
  future = loop_create_future ();
  TRY
    {
      await (asyncio_wait_for (future, 1));
    }
  EXCEPT (TimeoutError)
    {
      print ("timed out %s", truth (future_cancelled (future)));
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (wait_for_a_task);
