/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of deadline-passed-while-blocking.py. */
#include "twins.h"

ASYNC_MAIN
{
  TRY
    {
      ASYNC_WITH (asyncio_timeout (1))
        {
          time_sleep (2);
          print ("the deadline has passed");
          await (asyncio_sleep (0));
          print ("one bare yield slips through");
          await (asyncio_sleep (0));
          print ("never");
        }
      END_WITH
    }
  EXCEPT (TimeoutError)
    {
      print ("noticed");
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (deadline_passed_while_blocking);
