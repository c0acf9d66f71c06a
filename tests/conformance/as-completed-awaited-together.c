/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of as-completed-awaited-together.py. */
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
  JugAsCompleted *iterator = asyncio_as_completed_full (list (first, second), 5);
  JugCoroutine *waits[2] = { next_completed (iterator), next_completed (iterator) };

  print_value (await (asyncio_gather (waits[1], waits[0])));
  await (asyncio_sleep (9));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (as_completed_awaited_together);
