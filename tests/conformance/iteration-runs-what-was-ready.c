/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of iteration-runs-what-was-ready.py. */
#include "twins.h"

DEF (second, (const char *, what))
{
  print ("second %s", what);
}

DEF (first, (const char *, what))
{
  print ("first %s", what);
  loop_call_soon (second, what);
}

ASYNC_MAIN
{
  loop_call_soon (first, "a");
  loop_call_soon (first, "b");
  await (asyncio_sleep (0));
  print ("main, next iteration");
  await (asyncio_sleep (0));
  print ("main, the one after");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (iteration_runs_what_was_ready);
