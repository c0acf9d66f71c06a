/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of cancel-clean-up-too.py. */
#include "twins.h"

ASYNC (child)
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  FINALLY
    {
      TRY
        {
          await (asyncio_sleep (5));
        }
      FINALLY
        {
          print ("even the clean-up was cancelled");
        }
      END_TRY
    }
  END_TRY
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());

  await (asyncio_sleep (1));
  task_cancel (task);
  await (asyncio_sleep (1));
  task_cancel (task);
  await (asyncio_wait (list (task)));
  print ("%s %u", truth (task_cancelled (task)), task_cancelling (task));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (cancel_clean_up_too);
