/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of self-cancel-at-the-next-await.py. */
#include "twins.h"

ASYNC (sleeper)
{
  task_cancel (asyncio_current_task ());
  print ("cancelled itself");
  TRY
    {
      await (asyncio_sleep (5));
    }
  EXCEPT (CancelledError)
    {
      print ("at the sleep");
    }
  END_TRY
}

ASYNC (yielder)
{
  task_cancel (asyncio_current_task ());
  TRY
    {
      await (asyncio_sleep (0));
    }
  EXCEPT (CancelledError)
    {
      print ("at the bare yield");
    }
  END_TRY
}

ASYNC_MAIN
{
  await (asyncio_create_task (sleeper ()));
  await (asyncio_create_task (yielder ()));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (self_cancel_at_the_next_await);
