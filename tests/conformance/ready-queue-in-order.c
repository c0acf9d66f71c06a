/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of ready-queue-in-order.py. */
#include "twins.h"

DEF (note, (const char *, what))
{
  print ("%s", what);
}

ASYNC (child, (const char *, name))
{
  print ("child %s", name);
}

ASYNC_MAIN
{
  JugTask *first;
  JugTask *second;

  loop_call_soon (note, "callback 1");
  first = asyncio_create_task (child ("A"));
  loop_call_soon (note, "callback 2");
  second = asyncio_create_task (child ("B"));
  loop_call_soon_threadsafe (note, "callback 3");
  print ("main keeps running");
  await (first);
  await (second);
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (ready_queue_in_order);
