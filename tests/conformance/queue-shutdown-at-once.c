/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of queue-shutdown-at-once.py. */
#include "twins.h"

ASYNC (getter, (JugQueue *, queue))
{
  TRY
    {
      await (queue_get (queue));
    }
  EXCEPT (QueueShutDown)
    {
      print ("the getter is told");
    }
  END_TRY
}

ASYNC (putter, (JugQueue *, queue))
{
  TRY
    {
      await (queue_put (queue, string ("c")));
    }
  EXCEPT (QueueShutDown)
    {
      print ("the putter is told");
    }
  END_TRY
}

ASYNC_MAIN
{
  JugQueue *empty = asyncio_queue (0);
  JugQueue *full = asyncio_queue (1);
  JugTask *first;
  JugTask *second;

  queue_put_nowait (full, string ("b"));
  first = asyncio_create_task (getter (empty));
  second = asyncio_create_task (putter (full));
  await (asyncio_sleep (1));
  queue_shutdown_immediate (empty);
  queue_shutdown_immediate (full);
  await (asyncio_gather (first, second));
  await (queue_join (full));
  print ("%u", queue_qsize (full));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (queue_shutdown_at_once);
