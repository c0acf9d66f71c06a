/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of hops-after-a-child-ends.py. */
#include "twins.h"

ASYNC (child)
{
  await (asyncio_sleep (1));
}

ASYNC (awaiter, (JugTask *, task))
{
  await (task);
  print ("awaiter");
}

ASYNC (gatherer, (JugTask *, task))
{
  await (asyncio_gather (task));
  print ("gatherer");
}

ASYNC (waiter, (JugTask *, task))
{
  await (asyncio_wait (list (task)));
  print ("waiter");
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());

  await (asyncio_gather (waiter (task), gatherer (task), awaiter (task)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (hops_after_a_child_ends);
