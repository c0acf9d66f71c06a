/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of uncancel-counts-down.py. */
#include "twins.h"

ASYNC (child)
{
  JugTask *task = asyncio_current_task ();

  TRY
    {
      await (asyncio_sleep (5));
    }
  EXCEPT (CancelledError)
    {
      guint requests = task_cancelling (task);
      guint first = task_uncancel (task);
      guint second = task_uncancel (task);

      print ("%u %u %u %u", requests, first, second, task_uncancel (task));
    }
  END_TRY
  await (asyncio_sleep (1));
  print ("child finished");
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());

  await (asyncio_sleep (1));
  task_cancel (task);
  task_cancel (task);
  await (task);
  print ("%u", task_cancelling (task));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (uncancel_counts_down);
