/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of cancelled-child-cancels-its-awaiter.py. */
#include "twins.h"

ASYNC (inner)
{
  await (asyncio_sleep (5));
}

ASYNC (outer, (JugTask *, task))
{
  TRY
    {
      await (task);
    }
  EXCEPT (CancelledError)
    {
      print ("outer sees it, requests: %u", task_cancelling (asyncio_current_task ()));
      RAISE_AGAIN;
    }
  END_TRY
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (inner ());
  JugTask *waiting = asyncio_create_task (outer (task));

  await (asyncio_sleep (1));
  task_cancel (task);
  await (asyncio_wait (list (waiting)));
  print ("%s %s", truth (task_cancelled (task)), truth (task_cancelled (waiting)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (cancelled_child_cancels_its_awaiter);
