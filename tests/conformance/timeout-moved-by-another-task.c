/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of timeout-moved-by-another-task.py. */
#include "twins.h"

ASYNC (child, (JugTimeout *, limit))
{
  TRY
    {
      ASYNC_WITH (limit)
        {
          await (asyncio_sleep (9));
        }
      END_WITH
    }
  EXCEPT (TimeoutError)
    {
      print ("timed out");
    }
  END_TRY
}

ASYNC_MAIN
{
  JugTimeout *moved[2] = { asyncio_timeout (1), asyncio_timeout (1) };
  JugTask *first = asyncio_create_task (child (moved[0]));
  JugTask *second = asyncio_create_task (child (moved[1]));

  await (asyncio_sleep (0.5));
  timeout_reschedule (moved[0], 3);
  timeout_reschedule (moved[1], JUG_FOREVER);
  await (asyncio_sleep (4));
  print ("%s %s", truth (task_done (first)), truth (task_done (second)));
  task_cancel (second);
  await (asyncio_wait (list (second)));
  print ("%s %s %s", truth (timeout_expired (moved[0])),
         truth (timeout_expired (moved[1])), truth (task_cancelled (second)));
  TRY
    {
      timeout_reschedule (moved[0], 9);
    }
  EXCEPT (RuntimeError)
    {
      print ("too late");
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (timeout_moved_by_another_task);
