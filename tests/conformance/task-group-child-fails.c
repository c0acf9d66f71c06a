/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-group-child-fails.py. */
#include "twins.h"

ASYNC (fails)
{
  await (asyncio_sleep (1));
  RAISE (ValueError, "child");
}

ASYNC (sibling, (const char *, name))
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
  JugTaskGroup *group = asyncio_task_group ();

  TRY
    {
      ASYNC_WITH (group)
        {
          group_create_task (group, sibling ("A"));
          group_create_task (group, fails ());
          group_create_task (group, sibling ("B"));
          await (asyncio_sleep (9));
          print ("never");
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

TWIN (task_group_child_fails);
