/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of shield-keeps-the-inner-going.py. */
#include "twins.h"

ASYNC_VALUE (inner)
{
  await (asyncio_sleep (3));
  print ("inner finished");
  return string ("value");
}

ASYNC (outer, (JugTask *, task))
{
  TRY
    {
      await (asyncio_shield (task));
    }
  EXCEPT (CancelledError)
    {
      print ("outer cancelled");
      RAISE_AGAIN;
    }
  END_TRY
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (inner ());
  JugTask *waiting = asyncio_create_task (outer (task));

  await (asyncio_sleep (1));
  task_cancel (waiting);
  await (asyncio_wait (list (waiting)));
  print ("%s %s", truth (task_cancelled (waiting)), truth (task_cancelled (task)));
  print_value (await (asyncio_shield (task)));
  print_value (await (asyncio_shield (task)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (shield_keeps_the_inner_going);
