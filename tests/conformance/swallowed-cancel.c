/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of swallowed-cancel.py. */
#include "twins.h"

ASYNC_VALUE (child)
{
  for (;;)
    {
      TRY
        {
          await (asyncio_sleep (5));
          return string ("finished anyway");
        }
      EXCEPT (CancelledError)
        {
          print ("swallowed");
        }
      END_TRY
    }
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (child ());
  JugValue value;

  await (asyncio_sleep (1));
  task_cancel (task);
  value = await (task);
  print ("%s %s %u", str (value), truth (task_cancelled (task)), task_cancelling (task));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (swallowed_cancel);
