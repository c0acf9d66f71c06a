/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-names.py. */
#include "twins.h"

ASYNC (child)
{
  print ("child is %s", task_get_name (asyncio_current_task ()));
}

ASYNC_MAIN
{
  JugTask *first;
  JugTask *second;
  JugTask *third;

  print ("main is %s", task_get_name (asyncio_current_task ()));
  first = asyncio_create_task (child ());
  second = asyncio_create_task (child ());
  third = asyncio_create_task_named (child (), "kettle");
  task_set_name (second, "renamed");
  await (asyncio_gather (first, second, third));
  print ("%s %s %s", task_get_name (first), task_get_name (second),
         task_get_name (third));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (task_names);
