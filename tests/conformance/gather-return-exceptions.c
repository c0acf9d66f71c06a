/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of gather-return-exceptions.py. */
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
  JugTask *task = asyncio_create_task (child ("late", 9));
  JugValue results;

  loop_call_later (2, task_cancel, task);
  results = await (asyncio_gather_exceptions (child ("good", 1), child ("bad", 0), task));
  print_value (item (results, 0));
  print ("%s", exception_name (item (results, 1).error));
  print ("%s", exception_name (item (results, 2).error));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (gather_return_exceptions);
