/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of timeout-zero.py. */
#include "twins.h"

ASYNC (no_suspension)
{
  print ("body runs");
}

ASYNC_MAIN
{
  JugTimeout *limit = asyncio_timeout (0);

  ASYNC_WITH (limit)
    {
      await (no_suspension ());
    }
  END_WITH
  print ("finished %s", truth (timeout_expired (limit)));
  TRY
    {
      ASYNC_WITH (asyncio_timeout (0))
        {
          await (asyncio_sleep (0));
          print ("slipped through a bare yield");
          await (asyncio_sleep (0));
          print ("and again?");
        }
      END_WITH
    }
  EXCEPT (TimeoutError)
    {
      print ("timed out");
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (timeout_zero);
