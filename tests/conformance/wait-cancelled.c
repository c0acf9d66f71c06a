/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of wait-cancelled.py. */
#include "twins.h"

ASYNC (child)
{
  await (asyncio_sleep (3));
  print ("child is not cancelled");
}

ASYNC (outer, (JugTask *, task))
{
  TRY
    {
      await (asyncio_wait (list (task)));
    }
  FINALLY
    {
      print ("outer stops waiting");
    }
  END_TRY
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());
  JugTask *waiting = asyncio_create_task (outer (task));

  await (asyncio_sleep (1));
  task_cancel (waiting);
  await (task);
  print ("%s", truth (task_cancelled (waiting)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (wait_cancelled);
