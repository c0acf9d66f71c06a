/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-group-children-fail-in-their-clean-up.py. */
#include "twins.h"

ASYNC (child, (const char *, name))
{
  TRY
    {
      await (asyncio_sleep (9));
    }
  FINALLY
    {
      RAISE (ValueError, "%s", name);
    }
  END_TRY
}

ASYNC (outer)
{
  JugTaskGroup *around = asyncio_task_group ();
  JugTaskGroup *group = asyncio_task_group ();

  ASYNC_WITH (around)
    {
      group_create_task (around, asyncio_sleep (9));
      ASYNC_WITH (group)
        {
          group_create_task (group, child ("A"));
          group_create_task (group, child ("B"));
          await (asyncio_sleep (9));
        }
      END_WITH
    }
  END_WITH
}

ASYNC_MAIN
{
  JugTask *task = asyncio_create_task (outer ());

  await (asyncio_sleep (1));
  task_cancel (task);
  TRY
    {
      await (task);
    }
  EXCEPT (ExceptionGroup)
    {
      const GError *group = jug_exception_get_member (EXCEPTION, 0);

      print ("%u %s %u", jug_exception_get_n_members (EXCEPTION), exception_name (group),
             jug_exception_get_n_members (group));
    }
  END_TRY
  print ("%s %u", truth (task_cancelled (task)), task_cancelling (task));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (task_group_children_fail_in_their_clean_up);
