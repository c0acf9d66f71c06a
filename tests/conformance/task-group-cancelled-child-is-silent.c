/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-group-cancelled-child-is-silent.py. */
#include "twins.h"

ASYNC (child, (const char *, name), (double, seconds))
{
  await (asyncio_sleep (seconds));
  print ("%s finished", name);
}

ASYNC_MAIN
{
  JugTaskGroup *group = asyncio_task_group ();
  JugTask *volatile first = NULL;

  ASYNC_WITH (group)
    {
      first = group_create_task (group, child ("A", 2));
      group_create_task (group, child ("B", 3));
      await (asyncio_sleep (1));
      task_cancel (first);
    }
  END_WITH
  print ("no error %s", truth (task_cancelled (first)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (task_group_cancelled_child_is_silent);
