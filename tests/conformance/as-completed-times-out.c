/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of as-completed-times-out.py. */
#include "twins.h"

ASYNC_VALUE (child, (const char *, name), (double, seconds))
{
  await (asyncio_sleep (seconds));
  print ("%s finished", name);
  return string (name);
}

ASYNC_MAIN
{
  JugValue children = list (child ("A", 1), child ("B", 3), child ("C", 5));

  FOR_AS_COMPLETED (first, asyncio_as_completed_full (children, 2))
    {
      TRY
        {
          print ("got %s", str (await (first)));
        }
      EXCEPT (TimeoutError)
        {
          print ("timed out");
        }
      END_TRY
    }
  await (asyncio_sleep (2));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (as_completed_times_out);
