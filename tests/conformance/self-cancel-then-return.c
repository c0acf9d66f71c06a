/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of self-cancel-then-return.py. */
#include "twins.h"

ASYNC_VALUE (child)
{
  task_cancel (asyncio_current_task ());
  print ("goes on to its end");
  return string ("lost");
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());

  TRY
    {
      print_value (await (task));
    }
  EXCEPT (CancelledError)
    {
      print ("the value is lost, cancelled is %s", truth (task_cancelled (task)));
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (self_cancel_then_return);
