/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of queue-suspends-only-when-it-must.py. */
#include "twins.h"

ASYNC (other)
{
  print ("other runs");
}

ASYNC_MAIN
{
  JugQueue *queue = asyncio_queue (0);
  JugTask *task = asyncio_create_task (other ());
  guint size;
  JugValue first;

  for (int number = 0; number < 5; number++)
    await (queue_put (queue, JUG_INT (number)));
  size = queue_qsize (queue);
  first = await (queue_get (queue));
  print ("size %u %s %s", size, str (first), str (await (queue_get (queue))));
  print ("nobody ran in between");
  await (task);
  print ("%s %s %d", truth (queue_empty (queue)), truth (queue_full (queue)),
         queue_maxsize (queue));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (queue_suspends_only_when_it_must);
