/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of self-cancel-then-exception.py. */
#include "twins.h"

ASYNC (child)
{
  task_cancel (asyncio_current_task ());
  RAISE (ValueError, "before any await");
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());

  TRY
    {
      await (task);
    }
  EXCEPT (ValueError)
    {
      print ("the exception wins, cancelled is %s", truth (task_cancelled (task)));
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (self_cancel_then_exception);
