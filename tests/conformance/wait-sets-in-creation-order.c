/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of wait-sets-in-creation-order.py. */
#include "twins.h"

ASYNC_VALUE (child, (int, number))
{
  await (asyncio_sleep (number % 3));
  return JUG_INT (number);
}

ASYNC_MAIN
{
  JugTask *tasks[10];
  JugValue reversed = list ();
  JugValue sets;

  for (int number = 0; number < 10; number++)
    tasks[number] = asyncio_create_task (child (number));
  for (int number = 9; number >= 0; number--)
    append (reversed, JUG_POINTER (tasks[number]));
  sets = await (asyncio_wait_full (reversed, 1.5, JUG_ALL_COMPLETED));
  FOR_TASKS (task, item (sets, 0))
    {
      print ("done %s", str (task_result (task)));
    }
  FOR_TASKS (task, item (sets, 1))
    {
      task_cancel (task);
    }
  await (asyncio_wait (item (sets, 1)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (wait_sets_in_creation_order);
