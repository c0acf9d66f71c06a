/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of as-completed-of-those-that-are-done.py. */
#include "twins.h"

ASYNC_VALUE (child, (int, number))
{
  await (asyncio_sleep (number % 3));
  return JUG_INT (number);
}

ASYNC_MAIN
{
  JugFuture *future = loop_create_future ();
  JugTask *tasks[12];
  JugTask *late;
  JugValue all;

  for (int number = 0; number < 12; number++)
    tasks[number] = asyncio_create_task (child (number));
  late = asyncio_create_task (child (14));
  await (asyncio_sleep (2));
  await (asyncio_sleep (0));
  future_set_result (future, string ("future"));
  all = list (late);
  for (int number = 11; number >= 0; number--)
    append (all, JUG_POINTER (tasks[number]));
  append (all, JUG_POINTER (future));
  FOR_AS_COMPLETED (step, asyncio_as_completed (all))
    print ("%s", str (await (step)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (as_completed_of_those_that_are_done);
