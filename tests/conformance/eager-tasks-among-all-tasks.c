/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of eager-tasks-among-all-tasks.py. */
#include "twins.h"

ASYNC (child, (const char *, name), (JugFuture *, future), (JugFuture *, other))
{
  JugTask *task = asyncio_current_task ();
  gboolean is_among = FALSE;

  FOR_TASKS (each, asyncio_all_tasks ())
    {
      is_among |= each == task;
    }
  print ("%s is one of %u %s", name, len (asyncio_all_tasks ()), truth (is_among));
  if (future)
    {
      await (future);
      future_set_result (other, string (name));
    }
  print ("%s is still the same %s", name, truth (asyncio_current_task () == task));
}

ASYNC_MAIN
{
  JugFuture *first;
  JugFuture *second;
  JugTask *task;
  JugValue value;

  jug_task_set_eager_by_default (asyncio_get_running_loop (), TRUE);
  first = loop_create_future ();
  second = loop_create_future ();
  task = asyncio_create_task (child ("A", NULL, NULL));
  print ("%s %u", truth (task_done (task)), len (asyncio_all_tasks ()));
  task = asyncio_create_task (child ("B", first, second));
  print ("%s %u", truth (task_done (task)), len (asyncio_all_tasks ()));
  future_set_result (first, (JugValue){ 0 });
  value = await (second);
  print ("%s %s %u", str (value), truth (task_done (task)), len (asyncio_all_tasks ()));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (eager_tasks_among_all_tasks);
