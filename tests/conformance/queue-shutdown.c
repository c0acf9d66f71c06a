/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of queue-shutdown.py. */
#include "twins.h"

ASYNC (consumer, (const char *, name), (JugQueue *, queue))
{
  TRY
    {
      for (;;)
        {
          print ("%s got %s", name, str (await (queue_get (queue))));
          await (asyncio_sleep (1));
          queue_task_done (queue);
        }
    }
  EXCEPT (QueueShutDown)
    {
      print ("%s ends with %s", name, exception_name (EXCEPTION));
    }
  END_TRY
}

ASYNC_MAIN
{
  JugQueue *queue = asyncio_queue (0);
  JugTask *first;
  JugTask *second;

  for (int number = 0; number < 3; number++)
    queue_put_nowait (queue, JUG_INT (number));
  first = asyncio_create_task (consumer ("A", queue));
  second = asyncio_create_task (consumer ("B", queue));
  await (asyncio_sleep (0.5));
  queue_shutdown (queue);
  TRY
    {
      await (queue_put (queue, string ("late")));
    }
  EXCEPT (QueueShutDown)
    {
      print ("nothing more can be put");
    }
  END_TRY
  await (asyncio_gather (first, second));
  await (queue_join (queue));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (queue_shutdown);
