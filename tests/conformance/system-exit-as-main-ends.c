/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of system-exit-as-main-ends.py. */
#include "twins.h"

ASYNC (quits)
{
  RAISE (SystemExit, "3");
}

ASYNC (waits)
{
  await (asyncio_sleep (1));
}

ASYNC (alone)
{
  asyncio_create_task (quits ());
}

ASYNC (with_another)
{
  asyncio_create_task (quits ());
  asyncio_create_task (waits ());
}

static void
run (JugCoroutine *coroutine)
{
  TRY
    {
      asyncio_run (coroutine);
    }
  EXCEPT (BaseException)
    {
      print ("%s %s", exception_name (EXCEPTION), EXCEPTION->message);
    }
  END_TRY
}

static void
module (void)
{
  run (alone ());
  run (with_another ());
}

TWIN (system_exit_as_main_ends);
