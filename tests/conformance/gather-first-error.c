/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of gather-first-error.py. */
#include "twins.h"

ASYNC (fails, (const char *, name), (double, seconds))
{
  await (asyncio_sleep (seconds));
  print ("%s fails", name);
  RAISE (ValueError, "%s", name);
}

ASYNC (works)
{
  await (asyncio_sleep (3));
  print ("works goes on");
}

ASYNC_MAIN
{
  TRY
    {
      await (asyncio_gather (fails ("A", 2), works (), fails ("B", 1)));
    }
  EXCEPT (ValueError)
    {
      print ("main sees %s", EXCEPTION->message);
    }
  END_TRY
  await (asyncio_sleep (5));
  print ("main ends");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (gather_first_error);
