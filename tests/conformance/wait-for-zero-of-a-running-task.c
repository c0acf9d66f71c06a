/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of wait-for-zero-of-a-running-task.py. */
#include "twins.h"

ASYNC (child)
{
  TRY
    {
      await (asyncio_sleep (9));
    }
  EXCEPT (CancelledError)
    {
      await (asyncio_sleep (1));
      print ("cleaned up");
      RAISE_AGAIN;
    }
  END_TRY
}

ASYNC_MAIN
{
  FOR_EACH (double, limit, 0, -1)
    {
      JugTask *task = asyncio_create_task (child ());

      await (asyncio_sleep (1));
      TRY
        {
          await (asyncio_wait_for (task, limit));
        }
      EXCEPT (TimeoutError)
        {
          print ("timed out %s", truth (task_cancelled (task)));
        }
      END_TRY
    }
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (wait_for_zero_of_a_running_task);
