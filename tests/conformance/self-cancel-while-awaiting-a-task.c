/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of self-cancel-while-awaiting-a-task.py. */
#include "twins.h"

ASYNC (inner)
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  FINALLY
    {
      print ("inner is cancelled");
    }
  END_TRY
}

ASYNC (outer)
{
  JugTask *task = asyncio_create_task (inner ());

  await (asyncio_sleep (1));
  task_cancel (asyncio_current_task ());
  TRY
    {
      await (task);
    }
  EXCEPT (CancelledError)
    {
      print ("outer is cancelled");
    }
  END_TRY
}

ASYNC_MAIN
{
  await (asyncio_create_task (outer ()));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (self_cancel_while_awaiting_a_task);
