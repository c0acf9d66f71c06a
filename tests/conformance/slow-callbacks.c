/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of slow-callbacks.py. */
#include "twins.h"

DEF (blocks)
{
  time_sleep (0.1);
  print ("a callback has blocked");
}

ASYNC_VALUE (culprit)
{
  time_sleep (0.15);
  return JUG_INT (7);
}

ASYNC (fails)
{
  time_sleep (0.5);
  RAISE (ValueError, "too late");
}

ASYNC (quick)
{
  time_sleep (0.0625);
  print ("just in time");
}

ASYNC_MAIN
{
  JugTask *task;

  time_sleep (0.2);
  task = asyncio_create_task (culprit ());
  loop_call_soon (blocks);
  print_value (await (task));
  TRY
    {
      await (asyncio_create_task (fails ()));
    }
  EXCEPT (ValueError)
    {
      print ("%s", EXCEPTION->message);
    }
  END_TRY
  await (asyncio_create_task (quick ()));
}

static void
module (void)
{
  asyncio_run_debug (main_ ());
}

TWIN (slow_callbacks);
