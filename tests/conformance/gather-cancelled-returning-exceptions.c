/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of gather-cancelled-returning-exceptions.py. */
#include "twins.h"

ASYNC (child, (const char *, name), (double, clean_up))
{
  TRY
    {
      await (asyncio_sleep (9));
    }
  EXCEPT (CancelledError)
    {
      await (asyncio_sleep (clean_up));
      print ("%s cleaned up", name);
      RAISE_AGAIN;
    }
  END_TRY
}

ASYNC (outer)
{
  TRY
    {
      await (asyncio_gather_exceptions (child ("A", 1), child ("B", 3)));
    }
  FINALLY
    {
      print ("after all children");
    }
  END_TRY
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (outer ());

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

TWIN (gather_cancelled_returning_exceptions);
