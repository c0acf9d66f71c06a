/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of create-task-starts-later.py. */
#include "twins.h"

ASYNC_VALUE (child)
{
  print ("child runs");
  return string ("value");
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());

  print ("made, done is %s", truth (task_done (task)));
  await (asyncio_sleep (0));
  print ("an iteration later, done is %s", truth (task_done (task)));
  print ("%s", str (task_result (task)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (create_task_starts_later);
