/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of event-wakes-all.py. */
#include "twins.h"

ASYNC (waiter, (const char *, name), (JugSyncEvent *, event))
{
  print ("%s waits", name);
  await (event_wait (event));
  print ("%s goes on, set is %s", name, truth (event_is_set (event)));
}

ASYNC_MAIN
{
  JugSyncEvent *event = asyncio_event ();
  JugTask *first = asyncio_create_task (waiter ("A", event));
  JugTask *second = asyncio_create_task (waiter ("B", event));
  JugTask *third;

  await (asyncio_sleep (1));
  event_set (event);
  event_clear (event);
  third = asyncio_create_task (waiter ("C", event));
  await (asyncio_gather (first, second));
  event_set (event);
  await (event_wait (event));
  print ("main does not suspend");
  await (third);
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (event_wakes_all);
