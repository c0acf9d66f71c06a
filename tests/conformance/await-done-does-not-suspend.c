/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of await-done-does-not-suspend.py. */
#include "twins.h"

ASYNC_VALUE (child)
{
  return string ("child's value");
}

ASYNC (other)
{
  print ("other runs");
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());
  JugFuture *future;
  JugTask *waiting;

  await (task);
  future = loop_create_future ();
  future_set_result (future, string ("future's value"));
  waiting = asyncio_create_task (other ());
  print ("%s", str (await (task)));
  print ("%s", str (await (future)));
  print ("nobody ran in between");
  await (waiting);
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (await_done_does_not_suspend);
