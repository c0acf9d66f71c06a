/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of timeout-of-a-group-that-fails.py. */
#include "twins.h"

ASYNC (child)
{
  TRY
    {
      await (asyncio_sleep (9));
    }
  FINALLY
    {
      RAISE (ValueError, "clean-up");
    }
  END_TRY
}

ASYNC_MAIN
{
  JugTimeout *limit = asyncio_timeout (1);
  JugTaskGroup *group = asyncio_task_group ();

  TRY
    {
      ASYNC_WITH (limit)
        {
          ASYNC_WITH (group)
            {
              group_create_task (group, child ());
              await (asyncio_sleep (9));
            }
          END_WITH
        }
      END_WITH
    }
  EXCEPT (ExceptionGroup)
    {
      print ("not a timeout but %u error", jug_exception_get_n_members (EXCEPTION));
    }
  END_TRY
  print ("%s %u", truth (timeout_expired (limit)),
         task_cancelling (asyncio_current_task ()));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (timeout_of_a_group_that_fails);
