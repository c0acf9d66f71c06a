/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of as-completed-step-is-cancelled.py. */
#include "twins.h"

ASYNC_VALUE (child, (const char *, name), (double, seconds))
{
  await (asyncio_sleep (seconds));
  return string (name);
}

ASYNC_MAIN
{
  JugTask *slow = asyncio_create_task (child ("A", 1.5));
  JugTask *slower = asyncio_create_task (child ("B", 3));

  FOR_AS_COMPLETED (first, asyncio_as_completed (list (slow, slower)))
    {
      JugTimeout *limit = asyncio_timeout (1);

      TRY
        {
          ASYNC_WITH (limit)
            {
              print ("got %s", str (await (first)));
            }
          END_WITH
        }
      EXCEPT (TimeoutError)
        {
          print ("not yet");
        }
      END_TRY
    }
  print ("no more");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (as_completed_step_is_cancelled);
