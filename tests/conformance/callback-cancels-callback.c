/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of callback-cancels-callback.py. */
#include "twins.h"

static JugHandle *handles[3];

DEF (cancel_second)
{
  print ("first cancels second");
  handle_cancel (handles[1]);
}

DEF (never)
{
  print ("never");
}

ASYNC_MAIN
{
  handles[0] = loop_call_soon (cancel_second);
  handles[1] = loop_call_soon (never);
  await (asyncio_sleep (0));
  handles[2] = loop_call_later (1, never);
  await (asyncio_sleep (0.5));
  handle_cancel (handles[2]);
  await (asyncio_sleep (1));
  print ("main ends");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (callback_cancels_callback);
