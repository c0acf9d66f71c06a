/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of run-finishes-its-last-iteration.py. */
#include "twins.h"

DEF (note, (const char *, what))
{
  print ("%s", what);
  if (g_str_equal (what, "ready when main ended"))
    loop_call_soon (note, "one iteration too late");
}

ASYNC (child)
{
  print ("child starts");
  await (asyncio_sleep (0));
  print ("child goes on in the last iteration");
  await (asyncio_sleep (0));
  print ("never");
}

ASYNC_MAIN
{
  asyncio_create_task (child ());
  await (asyncio_sleep (0));
  loop_call_soon (note, "ready when main ended");
  print ("main ends");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (run_finishes_its_last_iteration);
