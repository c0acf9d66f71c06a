/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of destroyed-pending.py. */
#include "twins.h"

ASYNC (late)
{
  print ("late begins");
  await (asyncio_sleep (9));
  print ("late ends");
}

ASYNC (cleans_up)
{
  TRY
    {
      await (asyncio_sleep (9));
    }
  FINALLY
    {
      asyncio_create_task (late ());
      await (asyncio_sleep (0));
      print ("cleaned up");
    }
  END_TRY
}

ASYNC_MAIN
{
  asyncio_create_task (cleans_up ());
  await (asyncio_sleep (1));
  print ("main ends");
}

static void
module (void)
{
  asyncio_run (main_ ());
  print ("nobody cancelled late");
}

TWIN (destroyed_pending);
