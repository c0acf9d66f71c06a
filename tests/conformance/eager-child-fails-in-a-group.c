/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of eager-child-fails-in-a-group.py. */
#include "twins.h"

ASYNC (fails)
{
  RAISE (ValueError, "at once");
}

ASYNC (sibling)
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  FINALLY
    {
      print ("sibling cancelled");
    }
  END_TRY
}

ASYNC (quick)
{
  print ("quick");
}

static void
print_group (const GError *error)
{
  print ("%u %s", jug_exception_get_n_members (error),
         exception_name (jug_exception_get_member (error, 0)));
}

ASYNC_MAIN
{
  JugTaskGroup *group = asyncio_task_group ();
  JugTaskGroup *second = asyncio_task_group ();
  JugTask *failing;

  jug_task_set_eager_by_default (asyncio_get_running_loop (), TRUE);
  TRY
    {
      ASYNC_WITH (group)
        {
          group_create_task (group, sibling ());
          failing = group_create_task (group, fails ());
          print ("the body goes on %s", truth (task_done (failing)));
          group_create_task (group, quick ());
          await (asyncio_sleep (9));
          print ("never");
        }
      END_WITH
    }
  EXCEPT (ExceptionGroup)
    {
      print_group (EXCEPTION);
    }
  END_TRY
  TRY
    {
      ASYNC_WITH (second)
        {
          group_create_task (second, fails ());
        }
      END_WITH
      print ("never");
    }
  EXCEPT (ExceptionGroup)
    {
      print_group (EXCEPTION);
    }
  END_TRY
  print ("requests: %u", task_cancelling (asyncio_current_task ()));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (eager_child_fails_in_a_group);
