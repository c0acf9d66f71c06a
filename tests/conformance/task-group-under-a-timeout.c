/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-group-under-a-timeout.py. */
#include "twins.h"

ASYNC (child, (const char *, name), (double, seconds))
{
  TRY
    {
      await (asyncio_sleep (seconds));
      print ("%s finished", name);
    }
  EXCEPT (CancelledError)
    {
      print ("%s cancelled", name);
      RAISE_AGAIN;
    }
  END_TRY
}

ASYNC_MAIN
{
  JugTaskGroup *group = asyncio_task_group ();

  TRY
    {
      ASYNC_WITH (asyncio_timeout (2))
        {
          ASYNC_WITH (group)
            {
              group_create_task (group, child ("A", 1));
              group_create_task (group, child ("B", 3));
            }
          END_WITH
        }
      END_WITH
    }
  EXCEPT (TimeoutError)
    {
      print ("the group ran out of time");
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (task_group_under_a_timeout);
