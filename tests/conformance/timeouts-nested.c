/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of timeouts-nested.py. */
#include "twins.h"

ASYNC (nest, (double, outer), (double, inner))
{
  TRY
    {
      ASYNC_WITH (asyncio_timeout (outer))
        {
          TRY
            {
              ASYNC_WITH (asyncio_timeout (inner))
                {
                  await (asyncio_sleep (9));
                }
              END_WITH
            }
          EXCEPT (TimeoutError)
            {
              print ("inner timed out");
            }
          END_TRY
          await (asyncio_sleep (0.5));
          print ("the outer body ends");
        }
      END_WITH
    }
  EXCEPT (TimeoutError)
    {
      print ("outer timed out");
    }
  END_TRY
}

ASYNC_MAIN
{
  await (nest (2, 1));
  await (nest (1, 2));
  await (nest (1.25, 1));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (timeouts_nested);
