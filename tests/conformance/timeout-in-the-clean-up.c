/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of timeout-in-the-clean-up.py. */
#include "twins.h"

ASYNC (clean_up, (JugTimeout *, limit))
{
  TRY
    {
      timeout_reschedule (limit, 9);
    }
  EXCEPT (RuntimeError)
    {
      print ("too late to move it");
    }
  END_TRY
  TRY
    {
      ASYNC_WITH (asyncio_timeout_at (2))
        {
          await (asyncio_sleep (9));
        }
      END_WITH
    }
  EXCEPT (TimeoutError)
    {
      print ("the clean-up timed out");
    }
  END_TRY
}

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
              await (asyncio_sleep (9));
            }
          FINALLY
            {
              await (clean_up (limit));
            }
          END_TRY
        }
      END_WITH
    }
  EXCEPT (TimeoutError)
    {
      print ("the body timed out");
    }
  END_TRY
  task_cancel (task);
  TRY
    {
      await (asyncio_sleep (9));
    }
  EXCEPT (CancelledError)
    {
      print ("requests: %u", task_cancelling (task));
    }
  END_TRY
  TRY
    {
      ASYNC_WITH (asyncio_timeout (-1))
        {
          await (asyncio_sleep (9));
        }
      END_WITH
    }
  EXCEPT (TimeoutError)
    {
      print ("timed out at once, requests: %u", task_cancelling (task));
    }
  END_TRY
  limit = asyncio_timeout (1);
  TRY
    {
      ASYNC_WITH (limit)
        {
          task_cancel (task);
          await (asyncio_sleep (9));
        }
      END_WITH
    }
  EXCEPT (CancelledError)
    {
      print ("cancelled again %s %u", truth (timeout_expired (limit)),
             task_cancelling (task));
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (timeout_in_the_clean_up);
