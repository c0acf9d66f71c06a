/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of queue-join-counts-tasks-done.py. */
#include "twins.h"

ASYNC (worker, (JugQueue *, queue))
{
  for (;;)
    {
      JugValue number = await (queue_get (queue));

      print ("took %s empty is %s", str (number), truth (queue_empty (queue)));
      await (asyncio_sleep (1));
      queue_task_done (queue);
    }
}

ASYNC_MAIN
{
  JugQueue *queue = asyncio_queue (0);
  JugTask *first;
  JugTask *second;

  for (int number = 0; number < 3; number++)
    queue_put_nowait (queue, JUG_INT (number));
  first = asyncio_create_task (worker (queue));
  second = asyncio_create_task (worker (queue));
  await (queue_join (queue));
  print ("joined");
  task_cancel (first);
  task_cancel (second);
  await (asyncio_wait (list (first, second)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (queue_join_counts_tasks_done);
