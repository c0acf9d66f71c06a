/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of wait-for-in-the-same-task.py. */
#include "twins.h"

ASYNC_VALUE (child, (double, seconds))
{
  await (asyncio_sleep (seconds));
  return string (task_get_name (asyncio_current_task ()));
}

ASYNC_MAIN
{
  print_value (await (asyncio_wait_for (child (1), 2)));
  TRY
    {
      await (asyncio_wait_for (child (2), 1));
    }
  EXCEPT (TimeoutError)
    {
      print ("timed out");
    }
  END_TRY
  print_value (await (asyncio_wait_for (child (1), JUG_FOREVER)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (wait_for_in_the_same_task);
