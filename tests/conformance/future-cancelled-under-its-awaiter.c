/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of future-cancelled-under-its-awaiter.py. */
#include "twins.h"

ASYNC (waiter, (JugFuture *, future))
{
  TRY
    {
      await (future);
    }
  EXCEPT (CancelledError)
    {
      print ("cancelled, requests: %u", task_cancelling (asyncio_current_task ()));
      RAISE_AGAIN;
    }
  END_TRY
}

ASYNC_MAIN
{
  JugFuture *future = loop_create_future ();
  JugTask *task = asyncio_create_task (waiter (future));
  gboolean cancelled;

  await (asyncio_sleep (1));
  cancelled = future_cancel (future);
  print ("%s %s", truth (cancelled), truth (task_cancelled (task)));
  await (asyncio_wait (list (task)));
  print ("%s", truth (task_cancelled (task)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (future_cancelled_under_its_awaiter);
