/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-awaits-itself.py. */
#include "twins.h"

ASYNC_VALUE (selfish)
{
  TRY
    {
      await (asyncio_current_task ());
    }
  EXCEPT (RuntimeError)
    {
      print ("refused with %s", exception_name (EXCEPTION));
    }
  END_TRY
  return string ("done");
}

ASYNC_MAIN
{
  print_value (await (asyncio_create_task (selfish ())));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (task_awaits_itself);
