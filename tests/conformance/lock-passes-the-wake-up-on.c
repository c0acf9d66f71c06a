/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of lock-passes-the-wake-up-on.py. */
#include "twins.h"

ASYNC (user, (const char *, name), (JugLock *, lock))
{
  ASYNC_WITH (lock)
    {
      print ("%s has it", name);
    }
  END_WITH
}

ASYNC_MAIN
{
  JugLock *lock = asyncio_lock ();
  JugTask *first;
  JugTask *second;
  JugTask *third;

  await (lock_acquire (lock));
  first = asyncio_create_task (user ("A", lock));
  second = asyncio_create_task (user ("B", lock));
  third = asyncio_create_task (user ("C", lock));
  await (asyncio_sleep (1));
  task_cancel (third);
  lock_release (lock);
  task_cancel (first);
  await (asyncio_wait (list (first, second, third)));
  print ("%s %s %s", truth (task_cancelled (first)), truth (task_cancelled (second)),
         truth (task_cancelled (third)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (lock_passes_the_wake_up_on);
