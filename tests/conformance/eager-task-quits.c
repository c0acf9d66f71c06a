/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of eager-task-quits.py. */
#include "twins.h"

ASYNC (quits)
{
  print ("quitting");
  RAISE (SystemExit, "1");
}

ASYNC (passes_on)
{
  TRY
    {
      asyncio_create_task (quits ());
    }
  FINALLY
    {
      print ("passing on");
    }
  END_TRY
}

ASYNC (quits_later)
{
  await (asyncio_sleep (0));
  RAISE (KeyboardInterrupt, "%s", "");
}

ASYNC_MAIN
{
  jug_task_set_eager_by_default (asyncio_get_running_loop (), TRUE);
  TRY
    {
      asyncio_create_task (quits ());
    }
  EXCEPT (SystemExit)
    {
      print ("its creator gets %s", exception_name (EXCEPTION));
    }
  END_TRY
  TRY
    {
      asyncio_create_task (passes_on ());
    }
  EXCEPT (BaseException)
    {
      print ("and so does the creator's %s", exception_name (EXCEPTION));
    }
  END_TRY
  await (asyncio_sleep (1));
  print ("the loop lives on");
  asyncio_create_task (quits_later ());
  print ("a later step quits the loop");
  await (asyncio_sleep (1));
  print ("never");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (eager_task_quits);
