/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-groups-fail-together.py. */
#include "twins.h"

ASYNC (fails, (const char *, name))
{
  await (asyncio_sleep (1));
  RAISE (ValueError, "%s", name);
}

ASYNC_MAIN
{
  JugTaskGroup *outer = asyncio_task_group ();
  JugTaskGroup *inner = asyncio_task_group ();

  TRY
    {
      ASYNC_WITH (outer)
        {
          group_create_task (outer, fails ("outer"));
          ASYNC_WITH (inner)
            {
              group_create_task (inner, fails ("inner"));
            }
          END_WITH
        }
      END_WITH
    }
  EXCEPT (ExceptionGroup)
    {
      for (guint i = 0; i < jug_exception_get_n_members (EXCEPTION); i++)
        print ("%s", exception_name (jug_exception_get_member (EXCEPTION, i)));
    }
  END_TRY
  print ("requests: %u", task_cancelling (asyncio_current_task ()));
  await (asyncio_sleep (1));
  print ("main goes on");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (task_groups_fail_together);
