/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of lock-free-does-not-suspend.py. */
#include "twins.h"

ASYNC (other)
{
  print ("other runs");
}

ASYNC_MAIN
{
  JugLock *lock = asyncio_lock ();
  JugTask *task = asyncio_create_task (other ());

  ASYNC_WITH (lock)
    {
      print ("locked %s", truth (lock_locked (lock)));
    }
  END_WITH
  await (lock_acquire (lock));
  print ("again, and nobody ran in between");
  lock_release (lock);
  print ("locked %s", truth (lock_locked (lock)));
  TRY
    {
      lock_release (lock);
    }
  EXCEPT (RuntimeError)
    {
      print ("%s", exception_name (EXCEPTION));
    }
  END_TRY
  await (task);
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (lock_free_does_not_suspend);
