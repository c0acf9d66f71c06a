/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of calling-runs-nothing.py. */
#include "twins.h"

ASYNC_VALUE (child, (const char *, name))
{
  print ("child %s", name);
  await (asyncio_sleep (1));
  return string (name);
}

ASYNC_MAIN
{
  JugCoroutine *coroutine = child ("A");

  print ("called, not started");
  await (asyncio_sleep (2));
  print ("%s", str (await (coroutine)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (calling_runs_nothing);
