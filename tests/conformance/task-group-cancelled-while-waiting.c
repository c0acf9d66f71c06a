/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-group-cancelled-while-waiting.py. */
#include "twins.h"

ASYNC (child, (const char *, name))
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  FINALLY
    {
      print ("%s cancelled", name);
    }
  END_TRY
}

ASYNC (outer)
{
  JugTaskGroup *group = asyncio_task_group ();

  ASYNC_WITH (group)
    {
      group_create_task (group, child ("A"));
      group_create_task (group, child ("B"));
    }
  END_WITH
  print ("never");
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (outer ());

  await (asyncio_sleep (1));
  task_cancel (task);
  await (asyncio_wait (list (task)));
  print ("%s", truth (task_cancelled (task)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (task_group_cancelled_while_waiting);
