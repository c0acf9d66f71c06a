/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of semaphore-limits.py. */
#include "twins.h"

ASYNC (user, (const char *, name), (JugSemaphore *, semaphore))
{
  ASYNC_WITH (semaphore)
    {
      print ("%s in", name);
      await (asyncio_sleep (1));
      print ("%s out", name);
    }
  END_WITH
}

ASYNC_MAIN
{
  JugSemaphore *semaphore = asyncio_semaphore (2);

  print ("%s", truth (semaphore_locked (semaphore)));
  await (asyncio_gather (user ("A", semaphore), user ("B", semaphore),
                         user ("C", semaphore), user ("D", semaphore)));
  print ("%s", truth (semaphore_locked (semaphore)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (semaphore_limits);
