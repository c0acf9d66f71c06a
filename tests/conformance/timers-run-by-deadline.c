/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of timers-run-by-deadline.py. */
#include "twins.h"

DEF (note, (const char *, what))
{
  print ("%s at %d", what, (int) (loop_time () * 10));
}

ASYNC_MAIN
{
  double start = loop_time ();
  JugHandle *handle;

  loop_call_later (3, note, "three");
  loop_call_at (start + 1, note, "one");
  loop_call_later (2, note, "two");
  loop_call_later (0, note, "zero");
  loop_call_at (start - 5, note, "long ago");
  handle = loop_call_at (start + 1.5, note, "one and a half");
  print ("armed %s", truth (G_APPROX_VALUE (handle_when (handle), start + 1.5, 1e-9)));
  await (asyncio_sleep (4));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (timers_run_by_deadline);
