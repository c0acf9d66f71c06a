/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of two-cancels-one-error.py. */
#include "twins.h"

ASYNC (child)
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  EXCEPT (CancelledError)
    {
      print ("first, requests: %u", task_cancelling (asyncio_current_task ()));
    }
  END_TRY
  await (asyncio_sleep (1));
  print ("no second error");
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());

  await (asyncio_sleep (1));
  task_cancel (task);
  task_cancel (task);
  await (task);
  print ("%s %u", truth (task_cancelled (task)), task_cancelling (task));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (two_cancels_one_error);
