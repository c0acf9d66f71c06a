/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of future-callbacks-removed.py. */
#include "twins.h"

static void
second (JugFuture *future)
{
  print ("second runs all the same");
}

static void
third (JugFuture *future)
{
  print ("never");
}

static void
first (JugFuture *future)
{
  guint n_second = future_remove_done_callback (future, second);
  guint n_third = future_remove_done_callback (future, third);

  print ("first %u %u", n_second, n_third);
}

ASYNC_MAIN
{
  JugFuture *future = loop_create_future ();
  guint n_removed;

  future_add_done_callback (future, third);
  future_add_done_callback (future, first);
  future_add_done_callback (future, third);
  future_add_done_callback (future, second);
  n_removed = future_remove_done_callback (future, third);
  print ("%u %u", n_removed, future_remove_done_callback (future, third));
  future_set_result (future, string ("done"));
  future_add_done_callback (future, first);
  await (asyncio_sleep (0));
  print ("main goes on");
  await (asyncio_sleep (0));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (future_callbacks_removed);
