/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of never-awaited.py. */
#include "twins.h"

ASYNC (child, (const char *, name))
{
  print ("child %s", name);
}

ASYNC_MAIN
{
  child ("A");
  print ("A is lost");
  await (asyncio_sleep (1));
  await (child ("B"));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (never_awaited);
