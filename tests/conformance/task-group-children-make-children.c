/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of task-group-children-make-children.py. */
#include "twins.h"

ASYNC (hydra, (JugTaskGroup *, group), (int, depth))
{
  await (asyncio_sleep (1));
  print ("depth %d", depth);
  if (depth < 3)
    {
      group_create_task (group, hydra (group, depth + 1));
      group_create_task (group, hydra (group, depth + 1));
    }
}

ASYNC (hercules)
{
  await (asyncio_sleep (2.5));
  RAISE (ValueError, "enough");
}

ASYNC_MAIN
{
  JugTaskGroup *first = asyncio_task_group ();
  JugTaskGroup *second = asyncio_task_group ();

  ASYNC_WITH (first)
    {
      group_create_task (first, hydra (first, 2));
    }
  END_WITH
  print ("all of them");
  TRY
    {
      ASYNC_WITH (second)
        {
          group_create_task (second, hydra (second, 1));
          group_create_task (second, hercules ());
        }
      END_WITH
    }
  EXCEPT (ExceptionGroup)
    {
      print ("%u", jug_exception_get_n_members (EXCEPTION));
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (task_group_children_make_children);
