/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of timeouts-of-one-deadline.py. */
#include "twins.h"

ASYNC_MAIN
{
  JugTask *task = asyncio_current_task ();
  JugTimeout *outer = asyncio_timeout (1);
  JugTimeout *inner = asyncio_timeout (1);

  TRY
    {
      ASYNC_WITH (outer)
        {
          TRY
            {
              ASYNC_WITH (inner)
                {
                  await (asyncio_sleep (9));
                }
              END_WITH
            }
          EXCEPT (TimeoutError)
            {
              print ("inner timed out %u", task_cancelling (task));
            }
          END_TRY
        }
      END_WITH
    }
  EXCEPT (TimeoutError)
    {
      print ("outer timed out");
    }
  END_TRY
  print ("%s %s %u", truth (timeout_expired (outer)), truth (timeout_expired (inner)),
         task_cancelling (task));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (timeouts_of_one_deadline);
