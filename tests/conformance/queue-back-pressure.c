/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of queue-back-pressure.py. */
#include "twins.h"

ASYNC (producer, (JugQueue *, queue))
{
  for (int number = 0; number < 5; number++)
    {
      await (queue_put (queue, JUG_INT (number)));
      print ("put %d size %u", number, queue_qsize (queue));
    }
}

ASYNC (consumer, (JugQueue *, queue))
{
  for (;;)
    {
      JugValue number = await (queue_get (queue));

      await (asyncio_sleep (1));
      print ("done %s", str (number));
      queue_task_done (queue);
    }
}

ASYNC_MAIN
{
  JugQueue *queue = asyncio_queue (2);
  JugTask *consuming = asyncio_create_task (consumer (queue));

  await (producer (queue));
  print ("producer finished");
  await (queue_join (queue));
  print ("all done");
  task_cancel (consuming);
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (queue_back_pressure);
