/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of wait-with-a-timeout.py. */
#include "twins.h"

ASYNC (child, (const char *, name), (double, seconds))
{
  await (asyncio_sleep (seconds));
  print ("%s finished", name);
}

ASYNC_MAIN
{
  JugValue tasks =
      list (asyncio_create_task (child ("A", 1)), asyncio_create_task (child ("B", 3)));
  JugValue sets = await (asyncio_wait_full (tasks, 2, JUG_ALL_COMPLETED));

  print ("%u %u", len (item (sets, 0)), len (item (sets, 1)));
  sets = await (asyncio_wait_full (item (sets, 1), 2, JUG_ALL_COMPLETED));
  print ("%u %u", len (item (sets, 0)), len (item (sets, 1)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (wait_with_a_timeout);
