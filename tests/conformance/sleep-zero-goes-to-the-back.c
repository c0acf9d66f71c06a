/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of sleep-zero-goes-to-the-back.py. */
#include "twins.h"

ASYNC (player, (const char *, name), (int, turns))
{
  for (int turn = 0; turn < turns; turn++)
    {
      print ("%s %d", name, turn);
      await (asyncio_sleep (0));
    }
}

ASYNC_MAIN
{
  await (asyncio_gather (player ("A", 3), player ("B", 2), player ("C", 1)));
  await (asyncio_sleep (-1));
  print ("a negative sleep is a zero sleep");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (sleep_zero_goes_to_the_back);
