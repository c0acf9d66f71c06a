/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-group-refuses-children.py. */
#include "twins.h"

ASYNC (child)
{
  print ("never");
}

ASYNC (fails)
{
  RAISE (ValueError, "at once");
}

ASYNC_MAIN
{
  JugTaskGroup *group = asyncio_task_group ();

  TRY
    {
      group_create_task (group, child ());
    }
  EXCEPT (RuntimeError)
    {
      print ("refused before the beginning: %s", EXCEPTION->message);
    }
  END_TRY
  TRY
    {
      ASYNC_WITH (group)
        {
          group_create_task (group, fails ());
          TRY
            {
              await (asyncio_sleep (5));
            }
          FINALLY
            {
              TRY
                {
                  group_create_task (group, child ());
                }
              EXCEPT (RuntimeError)
                {
                  print ("refused while aborting: %s", EXCEPTION->message);
                }
              END_TRY
            }
          END_TRY
        }
      END_WITH
    }
  EXCEPT (ExceptionGroup)
    {
      print ("%u", jug_exception_get_n_members (EXCEPTION));
    }
  END_TRY
  TRY
    {
      group_create_task (group, child ());
    }
  EXCEPT (RuntimeError)
    {
      print ("refused after the end: %s", EXCEPTION->message);
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (task_group_refuses_children);
