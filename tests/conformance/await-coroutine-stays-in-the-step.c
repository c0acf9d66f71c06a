/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of await-coroutine-stays-in-the-step.py. */
#include "twins.h"

ASYNC_VALUE (plain, (int, number))
{
  print ("plain %d", number);
  return JUG_INT (number + 1);
}

ASYNC (other)
{
  print ("other runs");
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (other ());
  int number = await (plain (1)).i;

  number = await (plain (number)).i;
  print ("main still has the floor %d", number);
  await (task);
  print ("main ends");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (await_coroutine_stays_in_the_step);
