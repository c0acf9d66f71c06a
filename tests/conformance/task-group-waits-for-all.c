/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-group-waits-for-all.py. */
#include "twins.h"

ASYNC_VALUE (child, (const char *, name), (double, seconds))
{
  await (asyncio_sleep (seconds));
  print ("%s", name);
  return string (name);
}

ASYNC_MAIN
{
  JugTaskGroup *group = asyncio_task_group ();
  JugTask *volatile first = NULL;
  JugTask *volatile second = NULL;

  ASYNC_WITH (group)
    {
      first = group_create_task (group, child ("A", 2));
      second = group_create_task_named (group, child ("B", 1), "b");
      print ("the body ends");
    }
  END_WITH
  print ("%s %s %s", str (task_result (first)), str (task_result (second)),
         task_get_name (second));
  ASYNC_WITH (asyncio_task_group ())
    {
      print ("an empty group");
    }
  END_WITH
  print ("main ends");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (task_group_waits_for_all);
