/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of several-runs.py. */
#include "twins.h"

ASYNC (child)
{
  await (asyncio_sleep (1));
  print ("child");
}

ASYNC_VALUE_AS (main_, "main", (int, number))
{
  print ("run %d", number);
  await (asyncio_create_task (child ()));
  return JUG_INT (number * 10);
}

static void
module (void)
{
  print_value (asyncio_run (main_ (1)));
  time_sleep (0.5);
  print_value (asyncio_run (main_ (2)));
  print ("the end");
}

TWIN (several_runs);
