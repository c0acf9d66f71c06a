/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of stop-ends-the-run.py. */
#include "twins.h"

DEF (note, (const char *, what))
{
  print ("%s", what);
}

ASYNC_MAIN
{
  loop_call_soon (note, "still runs");
  jug_loop_stop (asyncio_get_running_loop ());
  loop_call_soon (note, "runs too");
  print ("main goes on to its await");
  TRY
    {
      await (asyncio_sleep (5));
    }
  FINALLY
    {
      print ("main is cancelled");
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (stop_ends_the_run);
