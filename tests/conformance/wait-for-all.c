/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of wait-for-all.py. */
#include "twins.h"

ASYNC_VALUE (child, (const char *, name), (double, seconds))
{
  await (asyncio_sleep (seconds));
  if (g_str_equal (name, "bad"))
    RAISE (ValueError, "%s", name);
  return string (name);
}

ASYNC_MAIN
{
  JugValue tasks = list (asyncio_create_task (child ("good", 2)),
                         asyncio_create_task (child ("bad", 1)));
  JugValue sets = await (asyncio_wait (tasks));

  print ("%u %u", len (item (sets, 0)), len (item (sets, 1)));
  FOR_TASKS (task, item (sets, 0))
    {
      const GError *exception = task_exception (task);

      print ("%s", exception ? exception_name (exception) : "NoneType");
    }
  sets = await (asyncio_wait (tasks));
  print ("%u %u", len (item (sets, 0)), len (item (sets, 1)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (wait_for_all);
