/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of program.py: a call that runs nothing. */
#include "jug-lesson-program.h"

ASYNC (make_tea)
{
  AT (5) print ("the water boils");
  AT (6) await (asyncio_sleep (parameter ("brewing")));
  AT (7) print ("the tea is ready");
}

ASYNC_MAIN
{
  AT (11) print ("calling make_tea()");
  AT (12) JugCoroutine *tea = make_tea ();
  AT (13) print ("that gave us a coroutine");
  AT (14) await (asyncio_sleep (2));
  AT (15) print ("two seconds later, still no water");
  AT (16) await (tea);
  AT (17) print ("now there is tea");
}

static void
module (void)
{
  AT (20) asyncio_run (main_ ());
}

LESSON (coroutines_calling, "coroutines/calling", { "brewing", 3 });
