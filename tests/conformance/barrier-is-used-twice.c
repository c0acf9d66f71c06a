/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of barrier-is-used-twice.py. */
#include "twins.h"

ASYNC (party, (const char *, name), (JugBarrier *, barrier))
{
  FOR_EACH (int, lap, 1, 2)
    {
      int index = await (barrier_wait (barrier)).i;

      print ("%s lap %d index %d", name, lap, index);
    }
}

ASYNC_MAIN
{
  JugBarrier *barrier = asyncio_barrier (2);

  await (asyncio_gather (party ("A", barrier), party ("B", barrier)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (barrier_is_used_twice);
