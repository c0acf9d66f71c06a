/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of condition-notifies.py. */
#include "twins.h"

ASYNC (waiter, (const char *, name), (JugCondition *, condition))
{
  ASYNC_WITH (condition)
    {
      print ("%s waits", name);
      await (condition_wait (condition));
      print ("%s has the lock again", name);
      await (asyncio_sleep (1));
    }
  END_WITH
}

ASYNC_MAIN
{
  JugCondition *condition = asyncio_condition ();
  JugValue tasks = list ();

  FOR_EACH (const char *, name, "A", "B", "C")
    {
      append (tasks, JUG_POINTER (asyncio_create_task (waiter (name, condition))));
    }
  await (asyncio_sleep (1));
  ASYNC_WITH (condition)
    {
      condition_notify (condition, 2);
      print ("notified two, locked is %s", truth (condition_locked (condition)));
      await (asyncio_sleep (1));
      print ("main leaves");
    }
  END_WITH
  await (asyncio_sleep (3));
  ASYNC_WITH (condition)
    {
      condition_notify_all (condition);
    }
  END_WITH
  await (asyncio_gather_list (tasks, FALSE));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (condition_notifies);
