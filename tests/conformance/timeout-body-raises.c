/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of timeout-body-raises.py. */
#include "twins.h"

ASYNC_MAIN
{
  TRY
    {
      ASYNC_WITH (asyncio_timeout (1))
        {
          RAISE (ValueError, "before the deadline");
        }
      END_WITH
    }
  EXCEPT (ValueError)
    {
      print ("passed on");
    }
  END_TRY
  TRY
    {
      ASYNC_WITH (asyncio_timeout (1))
        {
          TRY
            {
              await (asyncio_sleep (2));
            }
          EXCEPT (CancelledError)
            {
              RAISE (KeyError, "instead of the cancellation");
            }
          END_TRY
        }
      END_WITH
    }
  EXCEPT (KeyError)
    {
      print ("requests: %u", task_cancelling (asyncio_current_task ()));
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (timeout_body_raises);
