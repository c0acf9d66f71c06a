/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of condition-cancelled-while-contested.py. */
#include "twins.h"

ASYNC (waits, (JugCondition *, condition))
{
  await (condition_acquire (condition));
  TRY
    {
      await (condition_wait (condition));
      print ("notified");
    }
  EXCEPT (CancelledError)
    {
      print ("cancelled, with the lock: %s", truth (condition_locked (condition)));
    }
  END_TRY
  condition_release (condition);
}

DEF (release, (JugCondition *, condition))
{
  condition_release (condition);
}

ASYNC_MAIN
{
  JugCondition *condition = asyncio_condition ();
  JugTask *task = asyncio_create_task (waits (condition));

  await (asyncio_sleep (0));
  await (condition_acquire (condition));
  condition_notify (condition, 1);
  loop_call_soon (task_cancel, task);
  loop_call_soon (release, condition);
  await (asyncio_wait (list (task)));
  print ("%s %s", truth (task_cancelled (task)), truth (condition_locked (condition)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (condition_cancelled_while_contested);
