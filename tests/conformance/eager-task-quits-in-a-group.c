/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of eager-task-quits-in-a-group.py. */
#include "twins.h"

ASYNC (quits)
{
  print ("quitting");
  RAISE (SystemExit, "1");
}

ASYNC (slow)
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  FINALLY
    {
      print ("slow is cancelled");
    }
  END_TRY
}

ASYNC (grouped)
{
  JugTaskGroup *group = asyncio_task_group ();

  ASYNC_WITH (group)
    {
      group_create_task (group, slow ());
      group_create_task (group, quits ());
      print ("never");
    }
  END_WITH
}

DEF (create)
{
  print ("a callback's creation ends the run");
  asyncio_create_task (quits ());
}

ASYNC_MAIN
{
  jug_task_set_eager_by_default (asyncio_get_running_loop (), TRUE);
  TRY
    {
      await (grouped ());
    }
  EXCEPT (BaseException)
    {
      print ("the group lets out %s", exception_name (EXCEPTION));
    }
  END_TRY
  loop_call_later (1, create);
  await (asyncio_sleep (2));
  print ("never");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (eager_task_quits_in_a_group);
