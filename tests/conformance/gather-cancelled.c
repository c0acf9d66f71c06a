/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of gather-cancelled.py. */
#include "twins.h"

ASYNC (child, (const char *, name))
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  FINALLY
    {
      print ("%s cancelled", name);
    }
  END_TRY
}

ASYNC (outer)
{
  TRY
    {
      await (asyncio_gather (child ("A"), child ("B")));
    }
  EXCEPT (CancelledError)
    {
      print ("outer cancelled, requests: %u", task_cancelling (asyncio_current_task ()));
      RAISE_AGAIN;
    }
  END_TRY
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (outer ());

  await (asyncio_sleep (1));
  task_cancel (task);
  await (asyncio_wait (list (task)));
  print ("%s", truth (task_cancelled (task)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (gather_cancelled);
