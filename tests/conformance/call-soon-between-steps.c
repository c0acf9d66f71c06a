/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of call-soon-between-steps.py. */
#include "twins.h"

DEF (resolve, (JugFuture *, future))
{
  print ("callback resolves");
  future_set_result (future, string ("value"));
}

static void
done (JugFuture *future)
{
  print ("done callback sees %s", str (future_result (future)));
}

ASYNC_MAIN
{
  JugFuture *future = loop_create_future ();
  JugTask *task;

  loop_call_soon (resolve, future);
  future_add_done_callback (future, done);
  print ("main awaits");
  print ("main got %s", str (await (future)));
  task = asyncio_create_task (asyncio_sleep_result (1, string ("slept")));
  task_add_done_callback (task, done);
  print ("%s", str (await (task)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (call_soon_between_steps);
