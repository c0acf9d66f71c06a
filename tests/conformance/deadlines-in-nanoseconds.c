/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of deadlines-in-nanoseconds.py. */
#include "twins.h"

#include <math.h>

DEF (note, (const char *, what))
{
  print ("%s", what);
}

ASYNC_MAIN
{
  loop_call_at (0.1 + 0.2, note, "0.1 + 0.2");
  loop_call_at (0.3, note, "0.3");
  loop_call_at (0.300000001, note, "a nanosecond later");
  loop_call_at (0.3000000004, note, "less than half a nanosecond later");
  await (asyncio_sleep (1.0 / 3));
  await (asyncio_sleep (1.0 / 3));
  await (asyncio_sleep (1.0 / 3));
  print ("%.0f ns", round (loop_time () * 1e9));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (deadlines_in_nanoseconds);
