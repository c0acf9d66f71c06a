/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-with-a-name-takes-no-number.py. */
#include "twins.h"

ASYNC (child)
{
  print ("child is %s", task_get_name (asyncio_current_task ()));
}

ASYNC_MAIN
{
  JugTask *first = asyncio_create_task_named (child (), "kettle");
  JugTask *second = asyncio_create_task (child ());

  await (asyncio_gather (first, second));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (task_with_a_name_takes_no_number);
