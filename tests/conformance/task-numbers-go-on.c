/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-numbers-go-on.py. */
#include "twins.h"

ASYNC (child)
{
  print ("child is %s", task_get_name (asyncio_current_task ()));
}

ASYNC_MAIN
{
  print ("main is %s", task_get_name (asyncio_current_task ()));
  await (asyncio_gather (child (), child ()));
}

static void
module (void)
{
  asyncio_run (main_ ());
  asyncio_run (main_ ());
}

TWIN (task_numbers_go_on);
