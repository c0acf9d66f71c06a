/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of sleep-longer-than-a-day.py. */
#include "twins.h"

ASYNC_MAIN
{
  await (asyncio_sleep (24 * 3600));
  print ("a day");
  await (asyncio_sleep (60 * 3600));
  print ("two days and a half");
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (sleep_longer_than_a_day);
