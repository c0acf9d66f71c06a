/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of cancel-before-the-first-step.py. */
#include "twins.h"

ASYNC (child)
{
  TRY
    {
      print ("never");
    }
  FINALLY
    {
      print ("not even this");
    }
  END_TRY
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());

  task_cancel (task);
  print ("cancelled is %s", truth (task_cancelled (task)));
  await (asyncio_sleep (0));
  print ("cancelled is %s", truth (task_cancelled (task)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (cancel_before_the_first_step);
