/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-group-body-fails-when-cancelled.py. */
#include "twins.h"

ASYNC (fails)
{
  await (asyncio_sleep (1));
  RAISE (ValueError, "child");
}

ASYNC (body)
{
  TRY
    {
      await (asyncio_sleep (9));
    }
  FINALLY
    {
      RAISE (KeyError, "instead of the cancellation");
    }
  END_TRY
}

ASYNC (alone)
{
  JugTaskGroup *group = asyncio_task_group ();

  ASYNC_WITH (group)
    {
      await (body ());
    }
  END_WITH
}

ASYNC_MAIN
{
  JugTaskGroup *group = asyncio_task_group ();
  JugTask *task;

  TRY
    {
      ASYNC_WITH (group)
        {
          group_create_task (group, fails ());
          await (body ());
        }
      END_WITH
    }
  EXCEPT (ExceptionGroup)
    {
      for (guint i = 0; i < jug_exception_get_n_members (EXCEPTION); i++)
        print ("%s", exception_name (jug_exception_get_member (EXCEPTION, i)));
    }
  END_TRY
  task = asyncio_create_task (alone ());
  await (asyncio_sleep (1));
  task_cancel (task);
  TRY
    {
      await (task);
    }
  EXCEPT (ExceptionGroup)
    {
      print ("%u %s", jug_exception_get_n_members (EXCEPTION),
             exception_name (jug_exception_get_member (EXCEPTION, 0)));
    }
  END_TRY
  print ("%s %u", truth (task_cancelled (task)), task_cancelling (task));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (task_group_body_fails_when_cancelled);
