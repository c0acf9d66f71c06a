/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-groups-nested.py. */
#include "twins.h"

ASYNC (fails)
{
  await (asyncio_sleep (1));
  RAISE (ValueError, "inner");
}

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

ASYNC_MAIN
{
  JugTaskGroup *outer = asyncio_task_group ();
  JugTaskGroup *inner = asyncio_task_group ();

  TRY
    {
      ASYNC_WITH (outer)
        {
          group_create_task (outer, child ("outer's child"));
          ASYNC_WITH (inner)
            {
              group_create_task (inner, child ("inner's child"));
              group_create_task (inner, fails ());
            }
          END_WITH
          print ("never");
        }
      END_WITH
    }
  EXCEPT (ExceptionGroup)
    {
      const GError *group = jug_exception_get_member (EXCEPTION, 0);

      print ("%s %s", exception_name (group),
             exception_name (jug_exception_get_member (group, 0)));
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (task_groups_nested);
