/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-group-fails-and-is-cancelled.py. */
#include "twins.h"

ASYNC (fails)
{
  await (asyncio_sleep (0));
  RAISE (ValueError, "child");
}

ASYNC (inner)
{
  JugTaskGroup *group = asyncio_task_group ();

  TRY
    {
      ASYNC_WITH (group)
        {
          group_create_task (group, fails ());
          await (asyncio_sleep (9));
        }
      END_WITH
    }
  EXCEPT (ExceptionGroup)
    {
      print ("the group failed: %u", jug_exception_get_n_members (EXCEPTION));
    }
  END_TRY
  print ("requests: %u", task_cancelling (asyncio_current_task ()));
  await (asyncio_sleep (9));
  print ("never");
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (inner ());

  for (int i = 0; i < 4; i++)
    await (asyncio_sleep (0));
  print ("requests: %u", task_cancelling (task));
  task_cancel (task);
  await (asyncio_wait (list (task)));
  print ("%s %u", truth (task_cancelled (task)), task_cancelling (task));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (task_group_fails_and_is_cancelled);
