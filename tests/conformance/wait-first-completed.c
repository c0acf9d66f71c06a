/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of wait-first-completed.py. */
#include "twins.h"

ASYNC_VALUE (child, (const char *, name), (double, seconds))
{
  await (asyncio_sleep (seconds));
  return string (name);
}

ASYNC_MAIN
{
  JugValue pending =
      list (asyncio_create_task (child ("A", 3)), asyncio_create_task (child ("B", 1)),
            asyncio_create_task (child ("C", 1)));

  while (len (pending) > 0)
    {
      JugValue sets =
          await (asyncio_wait_full (pending, JUG_FOREVER, JUG_FIRST_COMPLETED));

      FOR_TASKS (task, item (sets, 0))
        {
          print ("%s", str (task_result (task)));
        }
      pending = item (sets, 1);
      print ("left: %u", len (pending));
    }
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (wait_first_completed);
