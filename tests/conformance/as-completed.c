/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of as-completed.py. */
#include "twins.h"

ASYNC_VALUE (child, (const char *, name), (double, seconds))
{
  print ("start %s", name);
  await (asyncio_sleep (seconds));
  if (g_str_equal (name, "bad"))
    RAISE (ValueError, "%s", name);
  return string (name);
}

ASYNC_MAIN
{
  JugValue children = list (child ("A", 3), child ("bad", 2), child ("B", 1));

  FOR_AS_COMPLETED (first, asyncio_as_completed (children))
    {
      TRY
        {
          print ("got %s", str (await (first)));
        }
      EXCEPT (ValueError)
        {
          print ("got an error");
        }
      END_TRY
    }
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (as_completed);
