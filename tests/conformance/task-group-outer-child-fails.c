/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-group-outer-child-fails.py. */
#include "twins.h"

ASYNC (fails, (const char *, name), (double, seconds))
{
  await (asyncio_sleep (seconds));
  print ("%s fails", name);
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
          group_create_task (outer, fails ("outer's child", 1));
          ASYNC_WITH (inner)
            {
              group_create_task (inner, fails ("inner's child", 9));
            }
          END_WITH
        }
      END_WITH
    }
  EXCEPT (ExceptionGroup)
    {
      print ("%u %s", jug_exception_get_n_members (EXCEPTION),
             exception_name (jug_exception_get_member (EXCEPTION, 0)));
    }
  END_TRY
  print ("requests: %u", task_cancelling (asyncio_current_task ()));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (task_group_outer_child_fails);
