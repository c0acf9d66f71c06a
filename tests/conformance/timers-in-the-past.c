/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of timers-in-the-past.py. */
#include "twins.h"

DEF (note, (const char *, what))
{
  print ("%s", what);
}

ASYNC_MAIN
{
  loop_call_later (-1, note, "a second late");
  loop_call_later (-2, note, "two seconds late");
  loop_call_soon (note, "at once");
  loop_call_at (-3, note, "three seconds late");
  await (asyncio_sleep (-1));
  print ("main goes on");
  await (asyncio_sleep (0));
  print ("main ends");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (timers_in_the_past);
