/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of semaphore-hands-the-permit-over.py. */
#include "twins.h"

ASYNC (waiter, (const char *, name), (JugSemaphore *, semaphore))
{
  await (semaphore_acquire (semaphore));
  print ("%s has a permit", name);
}

ASYNC_MAIN
{
  JugSemaphore *semaphore = asyncio_semaphore (0);
  JugTask *first = asyncio_create_task (waiter ("A", semaphore));
  JugTask *second;

  await (asyncio_sleep (1));
  semaphore_release (semaphore);
  print ("released, locked is %s", truth (semaphore_locked (semaphore)));
  second = asyncio_create_task (waiter ("B", semaphore));
  await (first);
  semaphore_release (semaphore);
  semaphore_release (semaphore);
  await (second);
  print ("one too many, locked is %s", truth (semaphore_locked (semaphore)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (semaphore_hands_the_permit_over);
