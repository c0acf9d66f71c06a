/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of as-completed-of-tasks.py. */
#include "twins.h"

ASYNC_VALUE (child, (const char *, name), (double, seconds))
{
  await (asyncio_sleep (seconds));
  return string (name);
}

ASYNC_MAIN
{
  JugTask *first = asyncio_create_task (child ("A", 2));
  JugTask *second = asyncio_create_task (child ("B", 1));

  await (asyncio_sleep (1.5));
  ASYNC_FOR_AS_COMPLETED (task, asyncio_as_completed (list (first, second)))
    {
      print ("%s %s", str (future_result (task)), truth (task == JUG_FUTURE (first)));
    }
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (as_completed_of_tasks);
