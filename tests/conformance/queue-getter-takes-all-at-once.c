/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of queue-getter-takes-all-at-once.py. */
#include "twins.h"

ASYNC (putter, (JugQueue *, queue), (int, number))
{
  await (queue_put (queue, JUG_INT (number)));
  print ("put %d", number);
}

ASYNC (getter, (JugQueue *, queue))
{
  guint n_items;

  await (asyncio_sleep (0));
  n_items = queue_qsize (queue);
  for (guint i = 0; i < n_items; i++)
    print ("got %s", str (queue_get_nowait (queue)));
  await (asyncio_sleep (1));
  print ("left: %u", queue_qsize (queue));
}

ASYNC_MAIN
{
  JugQueue *queue = asyncio_queue (2);
  JugTaskGroup *group = asyncio_task_group ();

  ASYNC_WITH (group)
    {
      group_create_task (group, getter (queue));
      for (int number = 0; number < 4; number++)
        group_create_task (group, putter (queue, number));
    }
  END_WITH
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (queue_getter_takes_all_at_once);
