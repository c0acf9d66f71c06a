/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of system-exit-leaves-the-loop.py. */
#include "twins.h"

ASYNC (child)
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  FINALLY
    {
      print ("child is cancelled");
    }
  END_TRY
}

ASYNC (quits)
{
  print ("quitting");
  RAISE (SystemExit, "0");
}

ASYNC_MAIN
{
  JugTask *first = asyncio_create_task (child ());
  JugTask *second;

  await (asyncio_sleep (1));
  second = asyncio_create_task (quits ());
  await (asyncio_sleep (0));
  print ("never");
  await (asyncio_gather (first, second));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (system_exit_leaves_the_loop);
