/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of run-inside-run.py. */
#include "twins.h"

ASYNC (child)
{
  print ("never");
}

ASYNC_MAIN
{
  JugCoroutine *coroutine = child ();

  TRY
    {
      asyncio_run (coroutine); /* which takes it, so that nobody is left to close it */
    }
  EXCEPT (RuntimeError)
    {
      print ("refused with %s", exception_name (EXCEPTION));
    }
  END_TRY
  await (asyncio_sleep (0));
  print ("main goes on");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (run_inside_run);
