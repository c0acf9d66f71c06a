/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of wait-for-zero.py. */
#include "twins.h"

ASYNC (child)
{
  print ("never");
}

ASYNC_MAIN
{
  JugFuture *future;

  TRY
    {
      await (asyncio_wait_for (child (), 0));
    }
  EXCEPT (TimeoutError)
    {
      print ("timed out at once");
    }
  END_TRY
  future = loop_create_future ();
  future_set_result (future, string ("already there"));
  print_value (await (asyncio_wait_for (future, 0)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (wait_for_zero);
