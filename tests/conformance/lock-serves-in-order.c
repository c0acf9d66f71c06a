/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of lock-serves-in-order.py. */
#include "twins.h"

ASYNC (user, (const char *, name), (JugLock *, lock))
{
  ASYNC_WITH (lock)
    {
      print ("%s has it", name);
      await (asyncio_sleep (1));
    }
  END_WITH
  print ("%s left, locked is %s", name, truth (lock_locked (lock)));
  ASYNC_WITH (lock)
    {
      print ("%s has it again", name);
    }
  END_WITH
}

ASYNC_MAIN
{
  JugLock *lock = asyncio_lock ();

  await (asyncio_gather (user ("A", lock), user ("B", lock), user ("C", lock)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (lock_serves_in_order);
