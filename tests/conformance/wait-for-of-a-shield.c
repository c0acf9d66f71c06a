/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of wait-for-of-a-shield.py. */
#include "twins.h"

ASYNC_VALUE (child)
{
  await (asyncio_sleep (2));
  return string ("done");
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());
  JugFuture *shielded = asyncio_shield (task);

  TRY
    {
      await (asyncio_wait_for (shielded, 0));
    }
  EXCEPT (TimeoutError)
    {
      print ("at once %s %s", truth (task_done (task)),
             truth (future_cancelled (shielded)));
    }
  END_TRY
  TRY
    {
      await (asyncio_wait_for (asyncio_shield (task), 1));
    }
  EXCEPT (TimeoutError)
    {
      print ("after a second %s", truth (task_done (task)));
    }
  END_TRY
  print_value (await (asyncio_wait_for (asyncio_shield (task), JUG_FOREVER)));
  print_value (await (asyncio_wait_for (asyncio_shield (task), 0)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (wait_for_of_a_shield);
