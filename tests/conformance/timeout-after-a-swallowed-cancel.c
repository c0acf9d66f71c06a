/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of timeout-after-a-swallowed-cancel.py. */
#include "twins.h"

ASYNC (child)
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
  TRY
    {
      ASYNC_WITH (asyncio_timeout (1))
        {
          await (asyncio_sleep (5));
        }
      END_WITH
    }
  EXCEPT (TimeoutError)
    {
      print ("timed out, requests: %u", task_cancelling (asyncio_current_task ()));
    }
  END_TRY
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());

  await (asyncio_sleep (1));
  task_cancel (task);
  await (asyncio_wait (list (task)));
  print ("%s", truth (task_cancelled (task)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (timeout_after_a_swallowed_cancel);
