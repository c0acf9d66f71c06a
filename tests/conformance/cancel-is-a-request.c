/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of cancel-is-a-request.py. */
#include "twins.h"

ASYNC (child)
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  EXCEPT (CancelledError)
    {
      print ("child is cancelled, requests: %u",
             task_cancelling (asyncio_current_task ()));
      RAISE_AGAIN;
    }
  END_TRY
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());
  gboolean requested;

  await (asyncio_sleep (1));
  requested = task_cancel (task);
  print ("%s %s %s %u", truth (requested), truth (task_cancelled (task)),
         truth (task_done (task)), task_cancelling (task));
  TRY
    {
      await (task);
    }
  EXCEPT (CancelledError)
    {
      print ("main sees it");
    }
  END_TRY
  requested = task_cancel (task);
  print ("%s %s %s %u", truth (requested), truth (task_cancelled (task)),
         truth (task_done (task)), task_cancelling (task));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (cancel_is_a_request);
