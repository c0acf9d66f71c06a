/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of as-completed-resumed.py. */
#include "twins.h"

ASYNC_VALUE (child, (const char *, name), (double, seconds))
{
  await (asyncio_sleep (seconds));
  return string (name);
}

ASYNC_MAIN
{
  JugTask *first = asyncio_create_task (child ("A", 3));
  JugTask *second = asyncio_create_task (child ("B", 1));
  JugTask *third = asyncio_create_task (child ("C", 2));
  JugAsCompleted *iterator = asyncio_as_completed_full (list (first, second, third), 9);

  ASYNC_FOR_AS_COMPLETED (task, iterator)
    {
      print ("first %s", str (future_result (task)));
      break;
    }
  await (asyncio_sleep (4));
  ASYNC_FOR_AS_COMPLETED (task, iterator)
    {
      print ("then %s", str (future_result (task)));
    }
  print ("main ends");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (as_completed_resumed);
