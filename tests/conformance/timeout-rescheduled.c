/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of timeout-rescheduled.py. */
#include "twins.h"

ASYNC_MAIN
{
  JugTimeout *limit = asyncio_timeout (1);

  ASYNC_WITH (limit)
    {
      await (asyncio_sleep (0.5));
      timeout_reschedule (limit, loop_time () + 2);
      await (asyncio_sleep (1.5));
      print ("later %s", truth (G_APPROX_VALUE (timeout_when (limit), 2.5, 1e-9)));
      timeout_reschedule (limit, JUG_FOREVER);
      await (asyncio_sleep (3));
      print ("never %s", truth (timeout_when (limit) >= JUG_FOREVER));
      TRY
        {
          timeout_reschedule (limit, loop_time () - 1);
          print ("at once");
          await (asyncio_sleep (1));
        }
      EXCEPT (CancelledError)
        {
          print ("cancelled");
        }
      END_TRY
    }
  END_WITH
  print ("%s", truth (timeout_expired (limit)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (timeout_rescheduled);
