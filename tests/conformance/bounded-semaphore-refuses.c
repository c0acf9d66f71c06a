/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of bounded-semaphore-refuses.py. */
#include "twins.h"

ASYNC_MAIN
{
  JugSemaphore *semaphore = asyncio_bounded_semaphore (1);

  await (semaphore_acquire (semaphore));
  print ("%s", truth (semaphore_locked (semaphore)));
  semaphore_release (semaphore);
  TRY
    {
      semaphore_release (semaphore);
    }
  EXCEPT (ValueError)
    {
      print ("%s %s", exception_name (EXCEPTION), truth (semaphore_locked (semaphore)));
    }
  END_TRY
  ASYNC_WITH (semaphore)
    {
      print ("still one permit %s", truth (semaphore_locked (semaphore)));
    }
  END_WITH
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (bounded_semaphore_refuses);
