/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of wait-first-exception.py. */
#include "twins.h"

ASYNC (child, (const char *, name), (double, seconds))
{
  await (asyncio_sleep (seconds));
  print ("%s", name);
  if (g_str_equal (name, "bad"))
    RAISE (ValueError, "%s", name);
}

ASYNC_MAIN
{
  JugValue tasks = list (asyncio_create_task (child ("good", 1)),
                         asyncio_create_task (child ("bad", 2)),
                         asyncio_create_task (child ("late", 3)));
  JugValue sets = await (asyncio_wait_full (tasks, JUG_FOREVER, JUG_FIRST_EXCEPTION));
  JugValue pending = item (sets, 1);

  FOR_TASKS (task, item (sets, 0))
    {
      const GError *exception = task_exception (task);

      print ("%s", exception ? exception_name (exception) : "NoneType");
    }
  print ("%u", len (pending));
  sets = await (asyncio_wait_full (pending, JUG_FOREVER, JUG_FIRST_EXCEPTION));
  print ("%u %u", len (item (sets, 0)), len (item (sets, 1)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (wait_first_exception);
