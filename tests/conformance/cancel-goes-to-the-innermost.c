/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of cancel-goes-to-the-innermost.py. */
#include "twins.h"

ASYNC (inner)
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  FINALLY
    {
      print ("inner");
    }
  END_TRY
}

ASYNC (middle)
{
  TRY
    {
      await (asyncio_create_task (inner ()));
    }
  FINALLY
    {
      print ("middle");
    }
  END_TRY
}

ASYNC (outer)
{
  TRY
    {
      await (asyncio_create_task (middle ()));
    }
  FINALLY
    {
      print ("outer");
    }
  END_TRY
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (outer ());

  await (asyncio_sleep (1));
  task_cancel (task);
  await (asyncio_wait (list (task)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (cancel_goes_to_the_innermost);
