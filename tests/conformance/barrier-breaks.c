/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of barrier-breaks.py. */
#include "twins.h"

ASYNC (party, (const char *, name), (JugBarrier *, barrier))
{
  TRY
    {
      await (barrier_wait (barrier));
    }
  EXCEPT (BrokenBarrierError)
    {
      print ("%s %s %s", name, exception_name (EXCEPTION),
             truth (barrier_broken (barrier)));
    }
  END_TRY
}

ASYNC_MAIN
{
  JugBarrier *barrier = asyncio_barrier (3);
  JugTask *first = asyncio_create_task (party ("A", barrier));
  JugTask *second = asyncio_create_task (party ("B", barrier));

  await (asyncio_sleep (1));
  print ("%u", barrier_n_waiting (barrier));
  await (barrier_abort (barrier));
  await (asyncio_gather (first, second));
  await (party ("late", barrier));
  await (barrier_reset (barrier));
  print ("%s", truth (barrier_broken (barrier)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (barrier_breaks);
