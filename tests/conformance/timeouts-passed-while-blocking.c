/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of timeouts-passed-while-blocking.py. */
#include "twins.h"

ASYNC_MAIN
{
  TRY
    {
      ASYNC_WITH (asyncio_timeout (1))
        {
          TRY
            {
              ASYNC_WITH (asyncio_timeout (5))
                {
                  time_sleep (6);
                  await (asyncio_sleep (1));
                }
              END_WITH
            }
          EXCEPT (TimeoutError)
            {
              print ("the inner one");
            }
          END_TRY
        }
      END_WITH
    }
  EXCEPT (TimeoutError)
    {
      print ("the outer one");
    }
  END_TRY
  TRY
    {
      ASYNC_WITH (asyncio_timeout (2))
        {
          TRY
            {
              ASYNC_WITH (asyncio_timeout (1))
                {
                  time_sleep (2);
                  await (asyncio_sleep (1));
                }
              END_WITH
            }
          EXCEPT (TimeoutError)
            {
              print ("first the inner one");
            }
          END_TRY
          await (asyncio_sleep (9));
        }
      END_WITH
    }
  EXCEPT (TimeoutError)
    {
      print ("then the outer one %u", task_cancelling (asyncio_current_task ()));
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (timeouts_passed_while_blocking);
