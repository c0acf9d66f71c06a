/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-group-two-failures.py. */
#include "twins.h"

ASYNC (fails, (const char *, name))
{
  await (asyncio_sleep (1));
  print ("%s fails", name);
  RAISE (ValueError, "%s", name);
}

ASYNC_MAIN
{
  JugTaskGroup *group = asyncio_task_group ();

  TRY
    {
      ASYNC_WITH (group)
        {
          group_create_task (group, fails ("A"));
          group_create_task (group, fails ("B"));
        }
      END_WITH
    }
  EXCEPT (ExceptionGroup)
    {
      print ("%u %s %s", jug_exception_get_n_members (EXCEPTION),
             jug_exception_get_member (EXCEPTION, 0)->message,
             jug_exception_get_member (EXCEPTION, 1)->message);
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (task_group_two_failures);
