/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of uncancel-before-delivery.py. */
#include "twins.h"

ASYNC (child)
{
  JugTask *task = asyncio_current_task ();
  guint requests;

  task_cancel (task);
  requests = task_cancelling (task);
  print ("%u %u", requests, task_uncancel (task));
  await (asyncio_sleep (1));
  print ("never cancelled");
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());

  await (task);
  print ("%s", truth (task_cancelled (task)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (uncancel_before_delivery);
