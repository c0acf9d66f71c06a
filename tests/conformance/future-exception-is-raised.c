/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of future-exception-is-raised.py. */
#include "twins.h"

ASYNC (waiter, (JugFuture *, future), (const char *, name))
{
  TRY
    {
      await (future);
    }
  EXCEPT (ValueError)
    {
      print ("%s got %s", name, exception_name (EXCEPTION));
    }
  END_TRY
}

ASYNC_MAIN
{
  JugFuture *future = loop_create_future ();
  JugTask *first = asyncio_create_task (waiter (future, "A"));
  JugTask *second = asyncio_create_task (waiter (future, "B"));

  await (asyncio_sleep (1));
  future_set_exception (future, jug_exception_new ("ValueError", "x"));
  await (first);
  await (second);
  print ("%s", exception_name (future_exception (future)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (future_exception_is_raised);
