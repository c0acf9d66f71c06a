/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of cancelled-task-quits.py. */
#include "twins.h"

ASYNC (child)
{
  TRY
    {
      await (asyncio_sleep (9));
    }
  EXCEPT (CancelledError)
    {
      print ("cancelled, so quit");
      RAISE (SystemExit, "0");
    }
  END_TRY
}

ASYNC (other)
{
  TRY
    {
      await (asyncio_sleep (9));
    }
  FINALLY
    {
      print ("other is cancelled");
    }
  END_TRY
}

ASYNC_MAIN
{
  JugTask *first = asyncio_create_task (child ());
  JugTask *second = asyncio_create_task (other ());

  await (asyncio_sleep (1));
  task_cancel (first);
  await (asyncio_wait (list (first, second)));
  print ("never");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (cancelled_task_quits);
