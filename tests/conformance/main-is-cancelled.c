/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of main-is-cancelled.py. */
#include "twins.h"

ASYNC (rebel, (JugTask *, main_task))
{
  print ("cancelling main");
  task_cancel (main_task);
  await (asyncio_sleep (1));
  print ("never");
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (rebel (asyncio_current_task ()));

  TRY
    {
      await (asyncio_sleep (5));
    }
  FINALLY
    {
      print ("main cleans up %s", truth (task_done (task)));
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (main_is_cancelled);
