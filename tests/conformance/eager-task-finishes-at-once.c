/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of eager-task-finishes-at-once.py. */
#include "twins.h"

ASYNC_VALUE (child, (const char *, name))
{
  print ("child %s", name);
  return string (name);
}

ASYNC (fails)
{
  RAISE (ValueError, "at once");
}

ASYNC_MAIN
{
  JugTask *task;
  JugTask *failing;

  jug_task_set_eager_by_default (asyncio_get_running_loop (), TRUE);
  task = asyncio_create_task (child ("A"));
  print ("made, done is %s", truth (task_done (task)));
  print ("%s", str (await (task)));
  failing = asyncio_create_task (fails ());
  print ("%s", truth (task_done (failing)));
  TRY
    {
      await (failing);
    }
  EXCEPT (ValueError)
    {
      print ("%s", exception_name (EXCEPTION));
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (eager_task_finishes_at_once);
