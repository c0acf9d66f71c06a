/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of ready-before-due-timers.py. */
#include "twins.h"

DEF (note, (const char *, what))
{
  print ("%s", what);
}

ASYNC_MAIN
{
  loop_call_later (2, note, "timer due at 2");
  loop_call_later (1, note, "timer due at 1");
  loop_call_soon (note, "callback before the block");
  time_sleep (3);
  loop_call_soon (note, "callback after the block");
  await (asyncio_sleep (0));
  print ("main");
  await (asyncio_sleep (0));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (ready_before_due_timers);
