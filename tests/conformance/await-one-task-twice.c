/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of await-one-task-twice.py. */
#include "twins.h"

ASYNC_VALUE (child)
{
  await (asyncio_sleep (1));
  return string ("value");
}

ASYNC (reader, (const char *, name), (JugTask *, task))
{
  print ("%s %s", name, str (await (task)));
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());

  await (asyncio_gather (reader ("A", task), reader ("B", task)));
  print ("main %s", str (await (task)));
  print ("main %s", str (await (task)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (await_one_task_twice);
