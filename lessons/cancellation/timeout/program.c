/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of program.py: a timeout that cancels, and the cleaning up. */
#include "jug-lesson-program.h"

ASYNC (download)
{
  AT (5) print ("connecting");
  TRY
    {
      AT (7) await (asyncio_sleep (parameter ("page")));
      AT (8) print ("the page is here");
    }
  FINALLY
    {
      AT (10) print ("closing the connection");
      AT (11) await (asyncio_sleep (parameter ("closing")));
      AT (12) print ("closed");
    }
  END_TRY
}

ASYNC_MAIN
{
  TRY
    {
      AT (17) ASYNC_WITH (asyncio_timeout (parameter ("limit")))
      {
        AT (18) await (download ());
      }
      END_WITH
    }
  EXCEPT (TimeoutError)
    {
      AT (20) print ("that took too long");
    }
  END_TRY
}

static void
module (void)
{
  AT (23) asyncio_run (main_ ());
}

LESSON (cancellation_timeout,
        "cancellation/timeout",
        { "limit", 2 },
        { "page", 5 },
        { "closing", 1 });
