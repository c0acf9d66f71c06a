/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of semaphore-waiter-cancelled.py. */
#include "twins.h"

ASYNC (waiter, (const char *, name), (JugSemaphore *, semaphore))
{
  ASYNC_WITH (semaphore)
    {
      print ("%s has a permit", name);
    }
  END_WITH
}

ASYNC_MAIN
{
  JugSemaphore *semaphore = asyncio_semaphore (0);
  JugTask *first = asyncio_create_task (waiter ("A", semaphore));
  JugTask *second = asyncio_create_task (waiter ("B", semaphore));

  await (asyncio_sleep (1));
  semaphore_release (semaphore);
  task_cancel (first);
  await (asyncio_wait (list (first, second)));
  print ("%s %s %s", truth (task_cancelled (first)), truth (task_cancelled (second)),
         truth (semaphore_locked (semaphore)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (semaphore_waiter_cancelled);
