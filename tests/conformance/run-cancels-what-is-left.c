/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of run-cancels-what-is-left.py. */
#include "twins.h"

ASYNC (child, (const char *, name), (double, seconds))
{
  TRY
    {
      await (asyncio_sleep (seconds));
      print ("%s finished", name);
    }
  EXCEPT (CancelledError)
    {
      print ("%s cancelled", name);
      await (asyncio_sleep (seconds));
      print ("%s cleaned up", name);
      RAISE_AGAIN;
    }
  END_TRY
}

ASYNC_MAIN
{
  asyncio_create_task (child ("A", 3));
  asyncio_create_task (child ("B", 1));
  await (asyncio_sleep (2));
  print ("main ends");
}

static void
module (void)
{
  asyncio_run (main_ ());
  print ("the run is over");
}

TWIN (run_cancels_what_is_left);
