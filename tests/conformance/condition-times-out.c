/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of condition-times-out.py. */
#include "twins.h"

ASYNC (impatient, (JugCondition *, condition))
{
  ASYNC_WITH (condition)
    {
      TRY
        {
          ASYNC_WITH (asyncio_timeout (1))
            {
              await (condition_wait (condition));
            }
          END_WITH
        }
      EXCEPT (TimeoutError)
        {
          print ("timed out, with the lock: %s", truth (condition_locked (condition)));
        }
      END_TRY
    }
  END_WITH
}

ASYNC (other, (JugCondition *, condition))
{
  ASYNC_WITH (condition)
    {
      await (asyncio_sleep (3));
      print ("the other leaves");
    }
  END_WITH
}

ASYNC_MAIN
{
  JugCondition *condition = asyncio_condition ();
  JugTask *first = asyncio_create_task (impatient (condition));
  JugTask *second = asyncio_create_task (other (condition));

  await (asyncio_wait (list (first, second)));
  print ("%s", truth (condition_locked (condition)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (condition_times_out);
