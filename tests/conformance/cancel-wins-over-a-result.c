/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of cancel-wins-over-a-result.py. */
#include "twins.h"

ASYNC (child, (JugFuture *, future))
{
  TRY
    {
      print ("got %s", str (await (future)));
    }
  EXCEPT (CancelledError)
    {
      print ("cancelled, though the future is %s", str (future_result (future)));
      RAISE_AGAIN;
    }
  END_TRY
}

ASYNC_MAIN
{
  JugFuture *future = loop_create_future ();
  JugTask *task = asyncio_create_task (child (future));

  await (asyncio_sleep (1));
  future_set_result (future, string ("done"));
  task_cancel (task);
  await (asyncio_wait (list (task)));
  print ("%s", truth (task_cancelled (task)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (cancel_wins_over_a_result);
