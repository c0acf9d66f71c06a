/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of shield-inner-ends-otherwise.py. */
#include "twins.h"

ASYNC (inner, (double, seconds), (gboolean, fails))
{
  await (asyncio_sleep (seconds));
  if (fails)
    RAISE (ValueError, "inner");
}

ASYNC_MAIN
{
  JugTask *task;

  TRY
    {
      await (asyncio_shield (inner (1, TRUE)));
    }
  EXCEPT (ValueError)
    {
      print ("an error passes through");
    }
  END_TRY
  task = asyncio_create_task (inner (5, FALSE));
  loop_call_later (1, task_cancel, task);
  TRY
    {
      await (asyncio_shield (task));
    }
  EXCEPT (CancelledError)
    {
      print ("a cancelled inner cancels, requests: %u",
             task_cancelling (asyncio_current_task ()));
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (shield_inner_ends_otherwise);
