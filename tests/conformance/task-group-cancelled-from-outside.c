/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-group-cancelled-from-outside.py. */
#include "twins.h"

ASYNC (child, (const char *, name))
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  FINALLY
    {
      await (asyncio_sleep (1));
      print ("%s cleaned up", name);
    }
  END_TRY
}

ASYNC (outer)
{
  JugTaskGroup *group = asyncio_task_group ();

  TRY
    {
      ASYNC_WITH (group)
        {
          group_create_task (group, child ("A"));
          await (child ("the body"));
        }
      END_WITH
    }
  EXCEPT (CancelledError)
    {
      print ("outer cancelled, requests: %u", task_cancelling (asyncio_current_task ()));
      RAISE_AGAIN;
    }
  END_TRY
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

TWIN (task_group_cancelled_from_outside);
