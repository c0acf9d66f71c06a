/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of wait-for-gives-what-it-got.py. */
#include "twins.h"

ASYNC_VALUE (child)
{
  volatile gboolean is_cancelled = FALSE;

  TRY
    {
      await (asyncio_sleep (9));
    }
  EXCEPT (CancelledError)
    {
      is_cancelled = TRUE;
    }
  END_TRY
  return is_cancelled ? string ("a value after all") : (JugValue){ 0 };
}

ASYNC (fails)
{
  TRY
    {
      await (asyncio_sleep (9));
    }
  FINALLY
    {
      RAISE (ValueError, "from the clean-up");
    }
  END_TRY
}

DEF (resolve, (JugFuture *, future))
{
  future_set_result (future, string ("in time"));
}

ASYNC_MAIN
{
  JugTask *task;
  JugFuture *future;

  print_value (await (asyncio_wait_for (child (), 1)));
  task = asyncio_create_task (child ());
  TRY
    {
      print_value (await (asyncio_wait_for (task, 1)));
    }
  EXCEPT (TimeoutError)
    {
      print ("timed out");
    }
  END_TRY
  print_value (task_result (task));
  TRY
    {
      await (asyncio_wait_for (asyncio_create_task (fails ()), 1));
    }
  EXCEPT (ValueError)
    {
      print ("not a timeout");
    }
  END_TRY
  future = loop_create_future ();
  loop_call_soon (resolve, future);
  print_value (await (asyncio_wait_for (future, 1)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (wait_for_gives_what_it_got);
