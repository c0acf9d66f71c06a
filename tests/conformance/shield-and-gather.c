/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of shield-and-gather.py. */
#include "twins.h"

ASYNC (child, (const char *, name), (double, seconds))
{
  TRY
    {
      await (asyncio_sleep (seconds));
      print ("%s finished", name);
    }
  EXCEPT (CancelledError)
    {
      print ("%s cancelled", name);
      RAISE_AGAIN;
    }
  END_TRY
}

ASYNC (shields, (JugTask *, first), (JugTask *, second))
{
  JugFuture *inner[2] = { asyncio_shield (first), asyncio_shield (second) };

  await (asyncio_gather (inner[0], inner[1]));
}

ASYNC (shielded, (JugTask *, first), (JugTask *, second))
{
  await (asyncio_shield (asyncio_gather (first, second)));
}

ASYNC_MAIN
{
  for (int round = 0; round < 2; round++)
    {
      JugTask *first = asyncio_create_task (child ("A", 2));
      JugTask *second = asyncio_create_task (child ("B", 3));
      JugTask *task = asyncio_create_task (round == 0 ? shields (first, second)
                                                      : shielded (first, second));

      await (asyncio_sleep (1));
      task_cancel (task);
      await (asyncio_wait (list (task)));
      print ("%s %s %s", truth (task_cancelled (task)), truth (task_done (first)),
             truth (task_done (second)));
      await (asyncio_wait (list (first, second)));
    }
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (shield_and_gather);
