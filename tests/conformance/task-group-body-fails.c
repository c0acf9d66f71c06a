/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-group-body-fails.py. */
#include "twins.h"

ASYNC (child)
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  EXCEPT (CancelledError)
    {
      print ("child cancelled");
      RAISE (KeyError, "from the clean-up");
    }
  END_TRY
}

ASYNC_MAIN
{
  JugTaskGroup *group = asyncio_task_group ();

  TRY
    {
      ASYNC_WITH (group)
        {
          group_create_task (group, child ());
          await (asyncio_sleep (1));
          RAISE (ValueError, "body");
        }
      END_WITH
    }
  EXCEPT (ExceptionGroup)
    {
      for (guint i = 0; i < jug_exception_get_n_members (EXCEPTION); i++)
        print ("%s", exception_name (jug_exception_get_member (EXCEPTION, i)));
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (task_group_body_fails);
