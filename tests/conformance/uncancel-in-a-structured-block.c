/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of uncancel-in-a-structured-block.py. */
#include "twins.h"

ASYNC (block, (const char *, name))
{
  JugTask *task = asyncio_current_task ();

  loop_call_later (1, task_cancel, task);
  TRY
    {
      await (asyncio_sleep (9));
    }
  EXCEPT (CancelledError)
    {
      if (task_uncancel (task) > 0)
        {
          print ("%s passes it on", name);
          RAISE_AGAIN;
        }
      print ("%s handled it", name);
    }
  END_TRY
}

ASYNC (child)
{
  await (block ("first"));
  await (asyncio_sleep (2));
  await (block ("second"));
  print ("never");
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());

  loop_call_later (4, task_cancel, task);
  await (asyncio_wait (list (task)));
  print ("%s %u", truth (task_cancelled (task)), task_cancelling (task));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (uncancel_in_a_structured_block);
