/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-group-body-quits.py. */
#include "twins.h"

ASYNC (child)
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  FINALLY
    {
      print ("child is cancelled");
      await (asyncio_sleep (1));
      print ("child has cleaned up");
    }
  END_TRY
}

ASYNC (fails)
{
  await (asyncio_sleep (1));
  RAISE (ValueError, "nobody hears of it");
}

ASYNC_MAIN
{
  JugTaskGroup *group = asyncio_task_group ();

  ASYNC_WITH (group)
    {
      group_create_task (group, child ());
      group_create_task (group, fails ());
      TRY
        {
          await (asyncio_sleep (9));
        }
      FINALLY
        {
          RAISE (SystemExit, "0");
        }
      END_TRY
    }
  END_WITH
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (task_group_body_quits);
