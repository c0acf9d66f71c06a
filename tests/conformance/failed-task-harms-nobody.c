/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of failed-task-harms-nobody.py. */
#include "twins.h"

ASYNC (fails)
{
  await (asyncio_sleep (1));
  print ("failing");
  RAISE (ValueError, "nobody asks");
}

ASYNC (works)
{
  await (asyncio_sleep (2));
  print ("working");
}

ASYNC_MAIN
{
  JugTask *failing = asyncio_create_task (fails ());

  await (works ());
  print ("%s %s", truth (task_done (failing)), truth (task_cancelled (failing)));
  print ("%s", exception_name (task_exception (failing)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (failed_task_harms_nobody);
