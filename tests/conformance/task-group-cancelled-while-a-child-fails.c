/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-group-cancelled-while-a-child-fails.py. */
#include "twins.h"

ASYNC (fails)
{
  await (asyncio_sleep (3));
  RAISE (ValueError, "child");
}

ASYNC (inner)
{
  JugTaskGroup *group = asyncio_task_group ();

  ASYNC_WITH (group)
    {
      group_create_task (group, fails ());
      TRY
        {
          await (asyncio_sleep (9));
        }
      EXCEPT (CancelledError)
        {
          print ("the body cleans up");
          TRY
            {
              await (asyncio_sleep (5));
            }
          FINALLY
            {
              print ("but not to the end");
            }
          END_TRY
        }
      END_TRY
    }
  END_WITH
}

ASYNC (outer)
{
  await (asyncio_create_task (inner ()));
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (outer ());

  await (asyncio_sleep (1));
  task_cancel (task);
  TRY
    {
      await (task);
    }
  EXCEPT (ExceptionGroup)
    {
      print ("%u %s", jug_exception_get_n_members (EXCEPTION),
             exception_name (jug_exception_get_member (EXCEPTION, 0)));
    }
  END_TRY
  print ("%s", truth (task_cancelled (task)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (task_group_cancelled_while_a_child_fails);
