/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of equal-deadlines.py. */
#include "twins.h"

DEF (note, (int, number))
{
  print ("timer %d", number);
}

ASYNC (sleeper, (int, number))
{
  await (asyncio_sleep (1));
  print ("sleeper %d", number);
}

ASYNC_MAIN
{
  for (int number = 0; number < 8; number++)
    loop_call_later (1, note, number);
  await (asyncio_gather (sleeper (0), sleeper (1), sleeper (2), sleeper (3)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (equal_deadlines);
