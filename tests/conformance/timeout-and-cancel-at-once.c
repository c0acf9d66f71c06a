/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of timeout-and-cancel-at-once.py. */
#include "twins.h"

ASYNC (child)
{
  TRY
    {
      ASYNC_WITH (asyncio_timeout (2))
        {
          await (asyncio_sleep (5));
        }
      END_WITH
    }
  EXCEPT (TimeoutError)
    {
      print ("timed out");
    }
  EXCEPT (CancelledError)
    {
      print ("cancelled, requests: %u", task_cancelling (asyncio_current_task ()));
      RAISE_AGAIN;
    }
  END_TRY
}

DEF (cancel, (JugTask *, task))
{
  task_cancel (task);
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());

  await (asyncio_sleep (1));
  loop_call_at (2, cancel, task);
  await (asyncio_wait (list (task)));
  print ("%s", truth (task_cancelled (task)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (timeout_and_cancel_at_once);
