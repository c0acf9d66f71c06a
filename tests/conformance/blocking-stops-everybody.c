/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of blocking-stops-everybody.py. */
#include "twins.h"

ASYNC (heart)
{
  for (int beat = 0; beat < 4; beat++)
    {
      print ("beat %d", beat);
      await (asyncio_sleep (1));
    }
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (heart ());

  await (asyncio_sleep (0.5));
  time_sleep (2.25);
  print ("the block is over");
  await (task);
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (blocking_stops_everybody);
