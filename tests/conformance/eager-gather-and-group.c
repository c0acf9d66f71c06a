/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of eager-gather-and-group.py. */
#include "twins.h"

ASYNC_VALUE (quick, (int, number))
{
  print ("quick %d", number);
  return JUG_INT (number);
}

ASYNC_VALUE (slow, (int, number))
{
  await (asyncio_sleep (1));
  print ("slow %d", number);
  return JUG_INT (number);
}

ASYNC_MAIN
{
  JugTaskGroup *group = asyncio_task_group ();
  JugTask *volatile first = NULL;
  JugTask *volatile second = NULL;

  jug_task_set_eager_by_default (asyncio_get_running_loop (), TRUE);
  print ("%s", str (await (asyncio_gather (quick (1), quick (2)))));
  print ("%s", str (await (asyncio_gather (quick (3), slow (4)))));
  ASYNC_WITH (group)
    {
      first = group_create_task (group, quick (5));
      second = group_create_task (group, slow (6));
      print ("in the body %s %s", truth (task_done (first)), truth (task_done (second)));
    }
  END_WITH
  print ("%s %s", str (task_result (first)), str (task_result (second)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (eager_gather_and_group);
