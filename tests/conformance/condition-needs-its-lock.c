/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of condition-needs-its-lock.py. */
#include "twins.h"

ASYNC_MAIN
{
  JugCondition *condition = asyncio_condition ();

  TRY
    {
      condition_notify (condition, 1);
    }
  EXCEPT (RuntimeError)
    {
      print ("notify: %s", exception_name (EXCEPTION));
    }
  END_TRY
  TRY
    {
      await (condition_wait (condition));
    }
  EXCEPT (RuntimeError)
    {
      print ("wait: %s", exception_name (EXCEPTION));
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (condition_needs_its_lock);
