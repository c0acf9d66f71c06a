/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of wait-finds-who-ended-meanwhile.py. */
#include "twins.h"

ASYNC (child, (int, yields))
{
  for (int i = 0; i < yields; i++)
    await (asyncio_sleep (0));
}

ASYNC_MAIN
{
  FOR_EACH (int, late, 2, 3)
    {
      JugTask *first = asyncio_create_task (child (1));
      JugTask *second = asyncio_create_task (child (late));
      JugValue sets = await (
          asyncio_wait_full (list (second, first), JUG_FOREVER, JUG_FIRST_COMPLETED));

      print ("%u %u %s", len (item (sets, 0)), len (item (sets, 1)),
             truth (task_done (second)));
      await (second);
    }
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (wait_finds_who_ended_meanwhile);
