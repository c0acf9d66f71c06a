/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of lock-newcomer-queues-behind.py. */
#include "twins.h"

ASYNC (waiter, (JugLock *, lock))
{
  ASYNC_WITH (lock)
    {
      print ("the waiter has it");
    }
  END_WITH
}

ASYNC (newcomer, (JugLock *, lock))
{
  print ("the newcomer sees locked %s", truth (lock_locked (lock)));
  ASYNC_WITH (lock)
    {
      print ("the newcomer has it");
    }
  END_WITH
}

ASYNC_MAIN
{
  JugLock *lock = asyncio_lock ();
  JugTask *first;
  JugTask *second;

  await (lock_acquire (lock));
  first = asyncio_create_task (waiter (lock));
  await (asyncio_sleep (1));
  second = asyncio_create_task (newcomer (lock));
  lock_release (lock);
  print ("released, locked is %s", truth (lock_locked (lock)));
  await (first);
  await (second);
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (lock_newcomer_queues_behind);
