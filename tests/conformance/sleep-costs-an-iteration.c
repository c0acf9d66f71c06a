/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of sleep-costs-an-iteration.py. */
#include "twins.h"

DEF (note, (const char *, what))
{
  print ("%s", what);
}

ASYNC (sleeper)
{
  await (asyncio_sleep (1));
  print ("sleeper");
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (sleeper ());

  await (asyncio_sleep (0));
  loop_call_at (1, note, "timer armed after the sleeper's");
  await (task);
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (sleep_costs_an_iteration);
