/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of all-tasks-at-the-end-of-run.py. */
#include "twins.h"

ASYNC (late)
{
  for (int number = 0; number < 6; number++)
    {
      print ("%d %u", number, len (asyncio_all_tasks ()));
      await (asyncio_sleep (0));
    }
}

static void
start (JugFuture *task)
{
  asyncio_create_task (late ());
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (asyncio_sleep (9));

  task_add_done_callback (task, start);
  await (asyncio_sleep (0));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (all_tasks_at_the_end_of_run);
