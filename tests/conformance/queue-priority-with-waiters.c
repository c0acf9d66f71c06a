/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of queue-priority-with-waiters.py. */
#include "twins.h"

ASYNC (worker, (const char *, name), (JugQueue *, queue))
{
  for (;;)
    {
      JugValue number = await (queue_get (queue));

      print ("%s got %s", name, str (number));
      await (asyncio_sleep (1));
    }
}

ASYNC_MAIN
{
  JugQueue *queue = asyncio_priority_queue (0);
  JugTask *first = asyncio_create_task (worker ("A", queue));
  JugTask *second = asyncio_create_task (worker ("B", queue));

  await (asyncio_sleep (1));
  FOR_EACH (int, number, 5, 3, 4, 1)
    {
      queue_put_nowait (queue, JUG_INT (number));
    }
  await (asyncio_sleep (3));
  task_cancel (first);
  task_cancel (second);
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (queue_priority_with_waiters);
