/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The native twin of program.py: a sleep that is awaited, and one that blocks. */
#include "jug-lesson-program.h"

ASYNC (heart)
{
  AT (6) for (int beat = 1; beat < 7; beat++)
  {
    AT (7) print ("beat %d", beat);
    AT (8) await (asyncio_sleep (1));
  }
}

ASYNC_MAIN
{
  AT (12) JugTask *beating = asyncio_create_task (heart ());
  AT (13) await (asyncio_sleep (1.5));
  AT (14) print ("main awaits a sleep: the heart beats on");
  AT (15) await (asyncio_sleep (parameter ("rest")));
  AT (16) print ("main blocks: everything stands still");
  AT (17) time_sleep (parameter ("block"));
  AT (18) print ("main lets the others run again");
  AT (19) await (beating);
}

static void
module (void)
{
  AT (22) asyncio_run (main_ ());
}

LESSON (tasks_blocking, "tasks/blocking", { "rest", 2 }, { "block", 2 });
