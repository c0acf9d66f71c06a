/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of wait-for-is-cancelled-when-it-is-over.py. */
#include "twins.h"

ASYNC_VALUE (inner)
{
  await (asyncio_sleep (0));
  return string ("done");
}

ASYNC (waits, (JugTask *, task))
{
  print ("got %s", str (await (asyncio_wait_for (task, 9))));
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (inner ());
  JugTask *waiting = asyncio_create_task (waits (task));

  await (asyncio_sleep (0));
  await (asyncio_sleep (0));
  print ("inner is done: %s", truth (task_done (task)));
  task_cancel (waiting);
  await (asyncio_wait (list (waiting)));
  print ("%s %s", truth (task_cancelled (waiting)), str (task_result (task)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (wait_for_is_cancelled_when_it_is_over);
