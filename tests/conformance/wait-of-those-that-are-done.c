/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of wait-of-those-that-are-done.py. */
#include "twins.h"

ASYNC_VALUE (child, (const char *, name), (double, seconds))
{
  await (asyncio_sleep (seconds));
  if (g_str_equal (name, "bad"))
    RAISE (ValueError, "%s", name);
  return string (name);
}

static void
tell (JugValue sets)
{
  print ("%u %u", len (item (sets, 0)), len (item (sets, 1)));
}

ASYNC_MAIN
{
  JugTask *bad = asyncio_create_task (child ("bad", 0));
  JugTask *good = asyncio_create_task (child ("good", 0));
  JugTask *late = asyncio_create_task (child ("late", 5));

  await (asyncio_sleep (1));
  FOR_EACH (JugReturnWhen, when, JUG_FIRST_COMPLETED, JUG_FIRST_EXCEPTION)
    {
      tell (await (asyncio_wait_full (list (bad, good, late), JUG_FOREVER, when)));
    }
  tell (await (asyncio_wait_full (list (good, late), 0, JUG_ALL_COMPLETED)));
  tell (await (asyncio_wait_full (list (good, late), JUG_FOREVER, JUG_FIRST_EXCEPTION)));
  print ("%s", exception_name (task_exception (bad)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (wait_of_those_that_are_done);
