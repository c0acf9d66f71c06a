/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of future-done-callback-added-late.py. */
#include "twins.h"

static void
note (JugFuture *future)
{
  print ("callback, cancelled is %s", truth (future_cancelled (future)));
}

ASYNC_MAIN
{
  JugFuture *future = loop_create_future ();
  gboolean once = future_cancel (future);
  gboolean twice = future_cancel (future);
  JugFuture *other;

  print ("%s %s %s", truth (once), truth (twice), truth (future_cancelled (future)));
  future_add_done_callback (future, note);
  print ("added");
  await (asyncio_sleep (0));
  other = loop_create_future ();
  future_set_result (other, JUG_INT (1));
  TRY
    {
      future_set_result (other, JUG_INT (2));
    }
  EXCEPT (InvalidStateError)
    {
      print ("%s %s", exception_name (EXCEPTION), str (future_result (other)));
    }
  END_TRY
}

static void
module (void)
{
  asyncio_run (main_ ());
}

TWIN (future_done_callback_added_late);
