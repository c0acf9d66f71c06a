/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of timeout-not-reached.py. */
#include "twins.h"

ASYNC_MAIN
{
  JugTimeout *limit = asyncio_timeout (5);
  JugTimeout *none = asyncio_timeout (JUG_FOREVER);

  ASYNC_WITH (limit)
    {
      await (asyncio_sleep (1));
      print ("%s %s", truth (G_APPROX_VALUE (timeout_when (limit), 5, 1e-9)),
             truth (timeout_expired (limit)));
    }
  END_WITH
  print ("%s", truth (timeout_expired (limit)));
  ASYNC_WITH (none)
    {
      await (asyncio_sleep (1));
      print ("%s", truth (timeout_when (none) >= JUG_FOREVER));
    }
  END_WITH
  ASYNC_WITH (asyncio_timeout_at (3))
    {
      await (asyncio_sleep (0.5));
    }
  END_WITH
  await (asyncio_sleep (10));
  print ("main ends");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (timeout_not_reached);
