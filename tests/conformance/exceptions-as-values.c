/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of exceptions-as-values.py. */
#include "twins.h"

ASYNC (fails, (const char *, name))
{
  RAISE (ValueError, "%s", name);
}

ASYNC (groups, (const char *, name))
{
  JugTaskGroup *group = asyncio_task_group ();

  ASYNC_WITH (group)
    {
      group_create_task (group, fails (name));
    }
  END_WITH
}

ASYNC (waits)
{
  await (asyncio_sleep (5));
}

static void
print_repr (const GError *error)
{
  g_auto (JugValue) value = jug_value_error (g_error_copy (error));
  g_autofree char *repr = jug_value_repr (&value);

  print ("%s", repr);
}

ASYNC_MAIN
{
  JugTask *waiting = asyncio_create_task (waits ());
  JugTaskGroup *group = asyncio_task_group ();

  loop_call_later (1, task_cancel, waiting);
  print_value (await (asyncio_gather_exceptions (fails ("A"), groups ("B"), waiting)));
  TRY
    {
      ASYNC_WITH (group)
        {
          group_create_task (group, groups ("C"));
          await (asyncio_sleep (5));
        }
      END_WITH
    }
  EXCEPT (ExceptionGroup)
    {
      print_repr (EXCEPTION);
      print ("%s", EXCEPTION->message);
    }
  END_TRY
  TRY
    {
      await (waiting);
    }
  EXCEPT (CancelledError)
    {
      print_repr (EXCEPTION);
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (exceptions_as_values);
