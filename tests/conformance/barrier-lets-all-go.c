/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of barrier-lets-all-go.py. */
#include "twins.h"

ASYNC (party, (const char *, name), (double, seconds), (JugBarrier *, barrier))
{
  int index;

  await (asyncio_sleep (seconds));
  print ("%s arrives", name);
  index = await (barrier_wait (barrier)).i;
  print ("%s goes on with %d", name, index);
}

ASYNC_MAIN
{
  JugBarrier *barrier = asyncio_barrier (3);

  await (asyncio_gather (party ("A", 2, barrier), party ("B", 1, barrier),
                         party ("C", 3, barrier)));
  print ("%u %u %s", barrier_parties (barrier), barrier_n_waiting (barrier),
         truth (barrier_broken (barrier)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (barrier_lets_all_go);
