/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of queue-priority.py. */
#include "twins.h"

ASYNC_MAIN
{
  JugQueue *queue = asyncio_priority_queue (0);
  JugQueue *stack = asyncio_lifo_queue (3);
  JugValue got = list ();
  gboolean is_full;
  JugValue third;
  JugValue second;

  FOR_EACH (int, number, 3, 1, 2, 1, 0)
    {
      await (queue_put (queue, JUG_INT (number)));
    }
  while (!queue_empty (queue))
    append (got, await (queue_get (queue)));
  print_value (got);
  FOR_EACH (int, number, 1, 2, 3)
    {
      await (queue_put (stack, JUG_INT (number)));
    }
  is_full = queue_full (stack);
  third = await (queue_get (stack));
  second = await (queue_get (stack));
  print ("%s %s %s %s", truth (is_full), str (third), str (second),
         str (await (queue_get (stack))));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (queue_priority);
