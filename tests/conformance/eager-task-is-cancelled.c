/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of eager-task-is-cancelled.py. */
#include "twins.h"

ASYNC (sleeper)
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  FINALLY
    {
      print ("sleeper cancelled");
    }
  END_TRY
}

ASYNC (selfish)
{
  task_cancel (asyncio_current_task ());
  print ("cancelled itself");
  await (asyncio_sleep (0));
}

ASYNC_MAIN
{
  JugTask *first;
  JugTask *second;

  jug_task_set_eager_by_default (asyncio_get_running_loop (), TRUE);
  first = asyncio_create_task (sleeper ());
  task_cancel (first);
  second = asyncio_create_task (selfish ());
  await (asyncio_wait (list (first, second)));
  print ("%s %s", truth (task_cancelled (first)), truth (task_cancelled (second)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (eager_task_is_cancelled);
