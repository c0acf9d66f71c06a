/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of cancelled-handle-is-skipped.py. */
#include "twins.h"

DEF (note, (const char *, what))
{
  print ("%s", what);
}

ASYNC_MAIN
{
  JugHandle *soon = loop_call_soon (note, "never");
  JugHandle *later;

  loop_call_soon (note, "after the cancelled callback");
  later = loop_call_later (1, note, "never either");
  loop_call_later (2, note, "after the cancelled timer");
  handle_cancel (soon);
  handle_cancel (later);
  print ("%s %s", truth (handle_cancelled (soon)), truth (handle_cancelled (later)));
  await (asyncio_sleep (3));
  handle_cancel (later);
  print ("%s", truth (handle_cancelled (later)));
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (cancelled_handle_is_skipped);
