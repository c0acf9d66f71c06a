/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of queue-getter-cancelled.py. */
#include "twins.h"

ASYNC (getter, (const char *, name), (JugQueue *, queue))
{
  print ("%s got %s", name, str (await (queue_get (queue))));
}

ASYNC_MAIN
{
  JugQueue *queue = asyncio_queue (0);
  JugTask *first = asyncio_create_task (getter ("A", queue));
  JugTask *second = asyncio_create_task (getter ("B", queue));

  await (asyncio_sleep (1));
  queue_put_nowait (queue, string ("thing"));
  task_cancel (first);
  await (asyncio_wait_full (list (first, second), 1, JUG_ALL_COMPLETED));
  print ("%s %s", truth (task_cancelled (first)), truth (task_done (second)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (queue_getter_cancelled);
