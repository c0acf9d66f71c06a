/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of all-tasks.py. */
#include "twins.h"

ASYNC (child, (const char *, name))
{
  await (asyncio_sleep (1));
}

ASYNC_MAIN
{
  JugTask *task = NULL;

  FOR_EACH (const char *, name, "A", "B", "C")
    {
      task = asyncio_create_task_named (child (name), name);
    }
  await (asyncio_sleep (0));
  FOR_TASKS (each, asyncio_all_tasks ())
    {
      print ("%s", task_get_name (each));
    }
  await (task);
  print ("%u", len (asyncio_all_tasks ()));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (all_tasks);
