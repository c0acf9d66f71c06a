/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of future-callbacks-in-order.py. */
#include "twins.h"

static void
note (const char *what)
{
  print ("callback %s", what);
}

static void
first (JugFuture *future)
{
  note ("first");
}

static void
third (JugFuture *future)
{
  note (text ("third %s", str (future_result (future))));
}

static void
removed (JugFuture *future)
{
  note ("never");
}

ASYNC (waiter, (JugFuture *, future))
{
  print ("waiter got %s", str (await (future)));
}

ASYNC_MAIN
{
  JugFuture *future = loop_create_future ();
  JugTask *task;

  future_add_done_callback (future, first);
  task = asyncio_create_task (waiter (future));
  await (asyncio_sleep (0));
  future_add_done_callback (future, third);
  future_add_done_callback (future, removed);
  print ("removed %u", future_remove_done_callback (future, removed));
  future_set_result (future, string ("value"));
  print ("nobody ran inside set_result");
  await (task);
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (future_callbacks_in_order);
