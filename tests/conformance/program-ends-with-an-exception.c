/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of program-ends-with-an-exception.py. */
#include "twins.h"

ASYNC (child)
{
  TRY
    {
      await (asyncio_sleep (5));
    }
  FINALLY
    {
      print ("child is cancelled at the end");
    }
  END_TRY
}

ASYNC_MAIN
{
  asyncio_create_task (child ());
  await (asyncio_sleep (1));
  RAISE (KeyError, "main");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (program_ends_with_an_exception);
