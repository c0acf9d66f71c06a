/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of eager-task-suspends.py. */
#include "twins.h"

ASYNC (inner)
{
  print ("inner starts");
  await (asyncio_sleep (0));
  print ("inner ends");
}

ASYNC (outer, (const char *, name))
{
  JugTask *task;

  print ("%s starts", name);
  task = asyncio_create_task (inner ());
  print ("%s made its inner", name);
  await (task);
  print ("%s ends", name);
}

ASYNC_MAIN
{
  JugTask *first;
  JugTask *second;

  jug_task_set_eager_by_default (asyncio_get_running_loop (), TRUE);
  first = asyncio_create_task (outer ("A"));
  second = asyncio_create_task (outer ("B"));
  print ("main goes on");
  await (second);
  await (first);
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (eager_task_suspends);
