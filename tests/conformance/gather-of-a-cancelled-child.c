/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of gather-of-a-cancelled-child.py. */
#include "twins.h"

ASYNC (child, (double, seconds))
{
  await (asyncio_sleep (seconds));
  print ("child finished");
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child (5));

  loop_call_later (1, task_cancel, task);
  TRY
    {
      await (asyncio_gather (child (2), task));
    }
  EXCEPT (CancelledError)
    {
      print ("requests: %u", task_cancelling (asyncio_current_task ()));
    }
  END_TRY
  await (asyncio_sleep (3));
  print ("main goes on");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (gather_of_a_cancelled_child);
