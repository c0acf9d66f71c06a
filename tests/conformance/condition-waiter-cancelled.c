/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of condition-waiter-cancelled.py. */
#include "twins.h"

ASYNC (waiter, (JugCondition *, condition))
{
  ASYNC_WITH (condition)
    {
      TRY
        {
          await (condition_wait (condition));
        }
      FINALLY
        {
          print ("has the lock, though cancelled");
        }
      END_TRY
    }
  END_WITH
}

ASYNC_MAIN
{
  JugCondition *condition = asyncio_condition ();
  JugTask *task = asyncio_create_task (waiter (condition));

  await (asyncio_sleep (1));
  ASYNC_WITH (condition)
    {
      task_cancel (task);
      await (asyncio_sleep (1));
      print ("main leaves the lock");
    }
  END_WITH
  await (asyncio_wait (list (task)));
  print ("%s %s", truth (task_cancelled (task)), truth (condition_locked (condition)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (condition_waiter_cancelled);
