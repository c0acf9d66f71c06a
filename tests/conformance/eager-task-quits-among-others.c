/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of eager-task-quits-among-others.py. */
#include "twins.h"

ASYNC (quits)
{
  print ("quitting");
  RAISE (SystemExit, "1");
}

ASYNC (slow, (int, number))
{
  await (asyncio_sleep (number));
  print ("slow %d", number);
  RAISE (ValueError, "%d", number);
}

ASYNC (waits)
{
  TRY
    {
      await (asyncio_shield (quits ()));
    }
  EXCEPT (SystemExit)
    {
      print ("no shield was made");
    }
  END_TRY
  TRY
    {
      await (asyncio_wait_for (quits (), 0));
    }
  EXCEPT (SystemExit)
    {
      print ("wait_for raised it");
    }
  END_TRY
}

ASYNC_MAIN
{
  JugValue awaitables;

  jug_task_set_eager_by_default (asyncio_get_running_loop (), TRUE);
  TRY
    {
      await (asyncio_gather (slow (1), quits ()));
    }
  EXCEPT (SystemExit)
    {
      print ("no gather was made, and %u tasks run", len (asyncio_all_tasks ()));
    }
  END_TRY
  awaitables = list (slow (2), quits ());
  TRY
    {
      FOR_AS_COMPLETED (step, asyncio_as_completed (awaitables))
        await (step);
    }
  EXCEPT (SystemExit)
    {
      print ("no iterator was made, and %u tasks run", len (asyncio_all_tasks ()));
    }
  END_TRY
  await (waits ());
  await (asyncio_sleep (3));
  print ("%u", len (asyncio_all_tasks ()));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (eager_task_quits_among_others);
