/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of callback-error-leaves-loop-alive.py. */
#include "twins.h"

DEF (fails)
{
  print ("about to fail");
  RAISE (ValueError, "in a callback");
}

DEF (note, (const char *, what))
{
  print ("%s", what);
}

ASYNC_MAIN
{
  loop_call_soon (fails);
  loop_call_soon (note, "the next callback runs");
  loop_call_later (1, fails);
  await (asyncio_sleep (2));
  print ("main goes on");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (callback_error_leaves_loop_alive);
