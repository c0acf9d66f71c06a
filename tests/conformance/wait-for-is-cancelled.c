/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of wait-for-is-cancelled.py. */
#include "twins.h"

ASYNC (child)
{
  TRY
    {
      await (asyncio_sleep (9));
    }
  EXCEPT (CancelledError)
    {
      print ("child is cancelled");
      await (asyncio_sleep (2));
      print ("child has cleaned up");
      RAISE_AGAIN;
    }
  END_TRY
}

ASYNC (stubborn)
{
  TRY
    {
      await (asyncio_sleep (9));
    }
  EXCEPT (CancelledError)
    {
      print ("no, thanks");
    }
  END_TRY
  await (asyncio_sleep (1));
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());
  JugTask *first = asyncio_create_task (asyncio_wait_for (task, JUG_FOREVER));
  JugTask *second = asyncio_create_task (asyncio_wait_for (stubborn (), 60));

  await (asyncio_sleep (1));
  task_cancel (first);
  task_cancel (second);
  await (asyncio_wait (list (first, second)));
  print ("%s %s %s", truth (task_cancelled (task)), truth (task_cancelled (first)),
         truth (task_cancelled (second)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (wait_for_is_cancelled);
