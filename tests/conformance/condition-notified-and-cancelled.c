/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of condition-notified-and-cancelled.py. */
#include "twins.h"

ASYNC (waiter, (const char *, name), (JugCondition *, condition))
{
  ASYNC_WITH (condition)
    {
      await (condition_wait (condition));
      print ("%s was notified", name);
    }
  END_WITH
}

ASYNC_MAIN
{
  JugCondition *condition = asyncio_condition ();
  JugTask *first = asyncio_create_task (waiter ("A", condition));
  JugTask *second = asyncio_create_task (waiter ("B", condition));

  await (asyncio_sleep (1));
  ASYNC_WITH (condition)
    {
      condition_notify (condition, 1);
      task_cancel (first);
    }
  END_WITH
  await (asyncio_wait (list (first, second)));
  print ("%s %s", truth (task_cancelled (first)), truth (task_cancelled (second)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (condition_notified_and_cancelled);
