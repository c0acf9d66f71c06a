/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of timeout-swallowed.py. */
#include "twins.h"

ASYNC_MAIN
{
  JugTimeout *limit = asyncio_timeout (1);

  ASYNC_WITH (limit)
    {
      TRY
        {
          await (asyncio_sleep (5));
        }
      EXCEPT (CancelledError)
        {
          print ("swallowed");
        }
      END_TRY
      await (asyncio_sleep (1));
      print ("still inside");
    }
  END_WITH
  print ("%s %u", truth (timeout_expired (limit)),
         task_cancelling (asyncio_current_task ()));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (timeout_swallowed);
