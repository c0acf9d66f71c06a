/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of cancel-waits-for-clean-up.py. */
#include "twins.h"

ASYNC (child)
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  FINALLY
    {
      print ("clean-up starts");
      await (asyncio_sleep (1));
      print ("clean-up ends");
    }
  END_TRY
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());

  await (asyncio_sleep (1));
  task_cancel (task);
  print ("requested");
  TRY
    {
      await (task);
    }
  EXCEPT (CancelledError)
    {
      print ("over %s", truth (task_cancelled (task)));
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (cancel_waits_for_clean_up);
