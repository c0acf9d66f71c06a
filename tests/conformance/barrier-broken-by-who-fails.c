/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of barrier-broken-by-who-fails.py. */
#include "twins.h"

ASYNC (visit, (const char *, name), (JugBarrier *, barrier))
{
  TRY
    {
      ASYNC_WITH (barrier)
        {
          print ("%s is through", name);
          if (g_str_equal (name, "B"))
            RAISE (ValueError, "%s", name);
        }
      END_WITH
    }
  EXCEPT (BrokenBarrierError)
    {
      print ("%s finds it broken", name);
    }
  EXCEPT (ValueError)
    {
      await (barrier_abort (barrier));
      print ("%s broke it", name);
    }
  END_TRY
}

ASYNC_MAIN
{
  JugBarrier *barrier = asyncio_barrier (2);
  JugTask *tasks[5];
  guint n_tasks = 0;

  FOR_EACH (const char *, name, "A", "B", "C", "D", "E")
    {
      tasks[n_tasks++] = asyncio_create_task (visit (name, barrier));
    }
  await (asyncio_gather (tasks[0], tasks[1], tasks[2], tasks[3], tasks[4]));
  print ("%s %u", truth (barrier_broken (barrier)), barrier_n_waiting (barrier));
  await (barrier_reset (barrier));
  print ("%s", truth (barrier_broken (barrier)));
  await (asyncio_gather (visit ("F", barrier), visit ("G", barrier)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (barrier_broken_by_who_fails);
