/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of gather-of-futures.py. */
#include "twins.h"

DEF (set, (JugFuture *, future), (const char *, name))
{
  future_set_result (future, string (name));
}

DEF (resolve, (JugFuture *, future), (JugFuture *, both))
{
  future_set_result (future, string ("C"));
  print ("too late %s", truth (future_cancel (both)));
}

ASYNC_MAIN
{
  JugFuture *first = loop_create_future ();
  JugFuture *second = loop_create_future ();
  JugFuture *third = loop_create_future ();
  JugFuture *both;
  JugValue value;
  gboolean is_done;

  loop_call_later (1, set, second, "B");
  loop_call_later (2, set, first, "A");
  print_value (await (asyncio_gather (first, second, first)));
  both = asyncio_gather (first, third);
  loop_call_later (1, resolve, third, both);
  value = await (both);
  print ("%s %s", str (value), truth (future_cancelled (third)));
  both = asyncio_gather (first, second);
  print ("%s", truth (future_done (both)));
  await (asyncio_sleep (0));
  is_done = future_done (both);
  print ("%s %s", truth (is_done), truth (future_cancel (both)));
  print_value (await (both));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (gather_of_futures);
