/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of timeout-becomes-an-error.py. */
#include "twins.h"

ASYNC_MAIN
{
  JugTask *task = asyncio_current_task ();
  JugTimeout *limit = asyncio_timeout (1);

  TRY
    {
      ASYNC_WITH (limit)
        {
          TRY
            {
              await (asyncio_sleep (5));
            }
          EXCEPT (CancelledError)
            {
              print ("inside: cancelled, requests: %u", task_cancelling (task));
              RAISE_AGAIN;
            }
          END_TRY
        }
      END_WITH
    }
  EXCEPT (TimeoutError)
    {
      print ("outside: timed out, requests: %u %s", task_cancelling (task),
             truth (timeout_expired (limit)));
    }
  END_TRY
  await (asyncio_sleep (1));
  print ("main goes on");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (timeout_becomes_an_error);
