/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of gather-keeps-argument-order.py. */
#include "twins.h"

ASYNC_VALUE (child, (const char *, name), (double, seconds))
{
  await (asyncio_sleep (seconds));
  print ("%s", name);
  return string (name);
}

ASYNC_MAIN
{
  JugTask *task;

  print_value (await (asyncio_gather (child ("A", 3), child ("B", 1), child ("C", 2))));
  print_value (await (asyncio_gather ()));
  task = asyncio_create_task (child ("D", 1));
  print_value (await (asyncio_gather (task, task, child ("E", 0))));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (gather_keeps_argument_order);
