/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of deadlock-of-two-locks.py. */
#include "twins.h"

ASYNC (move, (const char *, name), (JugLock *, first), (JugLock *, second))
{
  ASYNC_WITH (first)
    {
      print ("%s has one lock", name);
      await (asyncio_sleep (1));
      ASYNC_WITH (second)
        {
          print ("never");
        }
      END_WITH
    }
  END_WITH
}

ASYNC_MAIN
{
  JugLock *red = asyncio_lock ();
  JugLock *blue = asyncio_lock ();

  TRY
    {
      await (asyncio_gather (move ("A", red, blue), move ("B", blue, red)));
    }
  FINALLY
    {
      print ("not even this");
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (deadlock_of_two_locks);
