/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of queue-without-waiting.py. */
#include "twins.h"

ASYNC_MAIN
{
  JugQueue *queue = asyncio_queue (1);

  TRY
    {
      queue_get_nowait (queue);
    }
  EXCEPT (QueueEmpty)
    {
      print ("%s", exception_name (EXCEPTION));
    }
  END_TRY
  queue_put_nowait (queue, string ("thing"));
  TRY
    {
      queue_put_nowait (queue, string ("another"));
    }
  EXCEPT (QueueFull)
    {
      print ("%s", exception_name (EXCEPTION));
    }
  END_TRY
  print_value (queue_get_nowait (queue));
  queue_task_done (queue);
  TRY
    {
      queue_task_done (queue);
    }
  EXCEPT (ValueError)
    {
      print ("%s", exception_name (EXCEPTION));
    }
  END_TRY
  await (queue_join (queue));
  print ("nothing left to do");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (queue_without_waiting);
