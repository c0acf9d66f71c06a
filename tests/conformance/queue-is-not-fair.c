/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of queue-is-not-fair.py. */
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
  queue_put_nowait (queue, JUG_INT (1));
  print ("main takes %s", str (queue_get_nowait (queue)));
  await (asyncio_sleep (1));
  queue_put_nowait (queue, JUG_INT (2));
  await (asyncio_sleep (1));
  queue_put_nowait (queue, JUG_INT (3));
  await (asyncio_gather (first, second));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (queue_is_not_fair);
